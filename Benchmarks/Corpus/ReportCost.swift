internal import Readers

/// What it costs to read one report, in seconds of CPU time.
struct ReportCost {
  let format: String
  let findings: Int
  /// Bytes to JSON, XML, a table or text.
  let parsing: Double
  /// Every reader is asked whether the report is its own.
  let recognising: Double
  /// The reader that said yes makes findings.
  let reading: Double

  /// Reads the report in a file until the figures are steady.
  init(ofReading bytes: [UInt8], from path: String, _ digests: SecretDigest) throws(ReadError) {
    let name = String(path.split(separator: "/").last ?? "")
    func parsed() throws(ReadError) -> Report {
      try Report(parsing: bytes, name: name, digests: digests)
    }
    let report = try parsed()
    format = try reader(for: report).format.name
    findings = try read(report).findings.count
    parsing = try Stopwatch.least { () throws(ReadError) in _ = try parsed() }
    recognising = try Stopwatch.least { () throws(ReadError) in _ = try reader(for: report) }
    reading = try Stopwatch.least { () throws(ReadError) in _ = try read(report) } - recognising
  }
}
