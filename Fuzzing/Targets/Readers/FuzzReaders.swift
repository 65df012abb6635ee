import Findings
import Readers
import Syntax

private let digests = SecretDigest(key: Array("fuzzing".utf8))

/// Any bytes as a report: whatever reader takes them says the same twice, and nothing that no
/// reader may say.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let report = try Report(parsing: bytes, name: "report", digests: digests)
    let reader = try reader(for: report)
    let reading = try Interpreter.reader(reader).read(report)
    expectSound(reading)
    let again = try Interpreter.reader(reader).read(report)
    precondition(reading.findings == again.findings, "two readings differ")
  } catch {
    precondition(!error.place.isEmpty && !error.problem.isEmpty, "an error without words")
  }
  return 0
}

private func expectSound(_ reading: Reading) {
  precondition(!reading.scanner.isEmpty, "a reading without a scanner")
  precondition(reading.skipped.count == 0 || reading.outcome != .complete)
  for finding in reading.findings {
    precondition(finding.occurrences >= 1, "a finding that never occurred")
    precondition(!finding.identity.key.isEmpty, "a finding without a key")
    precondition((finding.location.line ?? 1) >= 0, "a line below zero")
    let score = finding.cvss?.score ?? 0
    precondition((0...10).contains(score), "a score out of range")
  }
}
