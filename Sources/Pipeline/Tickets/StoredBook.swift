internal import Actions
internal import Findings

/// A project's book as it lies in the store.
struct StoredBook: Sendable {
  var book: TicketBook
  /// The version it was read in; nil if there was none.
  var version: String?
  /// The book as it is in the store; nil if there is none.
  var stored: TicketBook?

  /// Reads the book of a project, or begins one.
  init(of project: String, in store: any ObjectStore, at moment: Instant) async throws(Problem) {
    let key = TicketBook.key(of: project)
    guard let object = try await store.read(key: key) else {
      book = TicketBook(project: project, startedAt: moment)
      return
    }
    book = try TicketBook(decoding: object.bytes, file: store.place(of: key))
    version = object.version
    stored = book
  }

  /// Whether the store does not have it as it is now.
  var isChanged: Bool { stored != book }

  /// Writes it; says false, and changes nothing, if somebody else wrote it meanwhile.
  mutating func save(in store: any ObjectStore) async throws(Problem) -> Bool {
    guard isChanged else { return true }
    let key = TicketBook.key(of: book.project)
    let bytes = book.encoded()
    guard try await store.replace(key: key, bytes: bytes, ifVersion: version) else { return false }
    stored = book
    version = try await store.read(key: key)?.version
    return true
  }
}
