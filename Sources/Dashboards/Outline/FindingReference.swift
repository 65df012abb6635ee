internal import Reconciliation

/// Which finding: a project's number and the entry's position in it.
struct FindingReference: Sendable, Hashable {
  let project: Int
  let entry: Int
}

extension LedgerOutline {
  /// The entry that a reference names, where it lies: a copy would count up each of its texts.
  subscript(_ reference: FindingReference) -> Entry {
    _read { yield projects[reference.project].ledger.entries[reference.entry] }
  }
}
