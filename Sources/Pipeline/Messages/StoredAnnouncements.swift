internal import Actions
internal import Findings

/// A route's book as it lies in the store.
struct StoredAnnouncements: Sendable {
  /// The book as it was read.
  let book: AnnouncementBook
  private let key: String
  /// The version that was read; nil if there was none.
  private var version: String?
  /// What we wrote since; nil if nothing.
  private var written: [UInt8]?

  /// Reads the book of a route, or begins one.
  init(of route: MessageRoute, in store: any ObjectStore) async throws(Problem) {
    key = AnnouncementBook.key(of: route.name)
    guard let object = try await store.read(key: key) else {
      book = AnnouncementBook(route: route.name, scope: route.scope)
      return
    }
    book = try AnnouncementBook(decoding: object.bytes, file: store.place(of: key))
    version = object.version
  }

  /// Writes a book; says false, and changes nothing, if somebody else wrote one meanwhile.
  mutating func save(
    _ book: AnnouncementBook,
    in store: any ObjectStore
  ) async throws(Problem) -> Bool {
    if let written {
      guard let now = try await store.read(key: key), now.bytes == written else { return false }
      version = now.version
    }
    let bytes = book.encoded()
    guard try await store.replace(key: key, bytes: bytes, ifVersion: version) else { return false }
    written = bytes
    return true
  }
}
