internal import Findings

/// What to tell a route now, and what its book says before and after that.
public struct AnnouncementPlan: Sendable {
  /// What to tell; nil for nothing.
  public var digest: Digest?
  /// The book once it has been told, or if there is nothing to tell.
  public var settled: AnnouncementBook
  /// The book if the digest was not delivered: as before, but for projects seen for the first time,
  /// of whose findings nobody is told anyhow.
  public var untold: AnnouncementBook

  /// The book to save before the digest is sent.
  ///
  /// It says that all was told, for nothing is ever told twice, and that nobody knows whether it
  /// arrived. It stays so if the answer is lost, or the run ends before it comes.
  public var intended: AnnouncementBook {
    guard let digest else { return settled }
    var book = settled
    book.unconfirmed = (digest.mayBeMissing + [digest.moment]).suffix(Self.mostUnconfirmed)
    return book
  }

  /// How many lost digests are spoken of.
  private static let mostUnconfirmed = 5
}
