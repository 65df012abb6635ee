internal import Findings
internal import Syntax

/// One page of ListObjectsV2's answer.
struct S3ListingPage {
  /// The objects, their keys whole.
  private(set) var objects: [Artifact] = []
  /// What could not be understood, by the key as the server wrote it.
  private(set) var unreadable: [String] = []
  /// Asks for the next page; nil on the last.
  private(set) var continuation: String?

  /// Reads an answer that was asked to encode its keys.
  init(_ body: [UInt8]) throws(SyntaxError) {
    let root = try XMLDocument(parsing: body).root
    guard root.isNamed("ListBucketResult") else {
      throw root.error("expected <ListBucketResult>, found <\(root.name)>")
    }
    let isEncoded = root.child("EncodingType").nonEmpty == "url"
    for entry in root.children("Contents") {
      let written = entry.child("Key").text ?? ""
      guard let key = isEncoded ? written.percentDecoded(plusIsSpace: true) : written,
        let size = entry.child("Size").nonEmpty.flatMap({ Int($0) }),
        let modified = entry.child("LastModified").nonEmpty.flatMap(Instant.init(iso8601:))
      else {
        unreadable.append(written)
        continue
      }
      let tag = entry.child("ETag").nonEmpty.map { $0.filter { $0 != "\"" } }
      objects.append(
        Artifact(key: key, size: size, version: tag ?? modified.description, modified: modified)
      )
    }
    guard root.child("IsTruncated").nonEmpty == "true" else { return }
    continuation = try root.requiredText("NextContinuationToken")
  }
}
