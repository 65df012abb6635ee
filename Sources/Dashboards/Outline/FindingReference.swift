internal import Reconciliation

/// Which finding: a project's number and the entry's position in it.
struct FindingReference: Sendable, Hashable {
  let project: Int
  let entry: Int
}

extension LedgerOutline {
  /// The entry that a reference names.
  subscript(_ reference: FindingReference) -> Entry {
    projects[reference.project].ledger.entries[reference.entry]
  }
}
