internal import Readers

// Reads reports many times over in one process and says what that costs: a line for each of the
// paths on standard input, its columns between tabs. `Benchmarks/bench.py corpus` adds them up.
//
//   path, format (empty: no reader reads it), reports, bytes, findings, then seconds of CPU time: to
//   parse it, to find its reader, to read it

let digests = SecretDigest(key: Array("benchmark".utf8))

while let path = readLine() {
  let bytes = try FileContent.bytes(of: path)
  do throws(ReadError) {
    let cost = try ReportCost(ofReading: bytes, from: path, digests)
    print(
      path,
      cost.format,
      1,
      bytes.count,
      cost.findings,
      cost.parsing,
      cost.recognising,
      cost.reading,
      separator: "\t"
    )
  } catch {
    print(path, "", separator: "\t")
  }
}
