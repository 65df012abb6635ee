internal import Findings
internal import Hashing
internal import Reconciliation

/// The labels of a ticket, legal in every tracker.
enum Labels {
  /// Ours, those of the project and its scanners, and those of the route, each once.
  static func all(for subject: Subject, key: TicketKey) -> [String] {
    let scanners = Set(subject.members.map(\.stream.scanner)).sorted()
    let wanted = [subject.project] + scanners.prefix(5) + subject.route.destination.labels
    var labels = [TicketKey.common, key.label]
    for label in wanted.map(legal) where !label.isEmpty && !labels.contains(label) {
      labels.append(label)
    }
    return labels
  }

  /// A label as Jira and GitLab both take it.
  ///
  /// It has no white space, commas or control characters, and at most 255 bytes. A longer one keeps its start and a digest of the whole.
  static func legal(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isUnfit =
        scalar.properties.isWhitespace || scalar == "," || scalar.value < 0x20
        || scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
      return isUnfit ? "-" : scalar
    }
    var label = String(String.UnicodeScalarView(scalars))
    guard label.utf8.count > 255 else { return label }
    let digest = SHA256.hash(label).hexadecimal.prefix(16)
    while label.utf8.count > 230 { label.removeLast() }
    return "\(label)-\(digest)"
  }
}
