public import Findings
public import Reconciliation

extension Ledger {
  /// The scans from which less can be learnt than from complete ones, and that somebody must look at:
  /// missing, failed, or with entries that could not be read.
  ///
  /// - Parameters:
  ///   - isReported: Whether what is wrong with a scan's artifacts is reported already.
  ///   - place: Where a key lies, as a person would look for it.
  /// - Returns: A problem for each, in the order of the scans.
  public func scanProblems(
    unless isReported: (Scan) -> Bool,
    place: (String) -> String
  ) -> [Problem] {
    projects.flatMap(\.scans).compactMap { scan in
      let file = scan.artifacts.first.map { place($0.key) } ?? scan.stream.name
      switch scan.outcome {
      case .missing: return Problem(file: scan.stream.name, problem: scan.reason)
      case .failed:
        guard !isReported(scan) else { return nil }
        return Problem(file: file, problem: "the scan failed: \(scan.reason)")
      case .partial:
        guard scan.skipped > 0, !isReported(scan) else { return nil }
        return Problem(file: file, problem: scan.reason)
      case .complete: return nil
      }
    }
  }
}
