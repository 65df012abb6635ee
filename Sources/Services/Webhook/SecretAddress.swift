internal import Findings

/// An address that is itself a secret: whoever has it may write there.
struct SecretAddress: Sendable {
  /// The address; never shown.
  let address: WebAddress

  /// Reads an address, which may have a query.
  ///
  /// - Parameters:
  ///   - text: The address.
  ///   - name: What to call it in an error.
  /// - Throws: That it is none.
  init(_ text: String, name: String) throws(Problem) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard var address = parts.first.flatMap({ WebAddress(String($0)) }) else {
      throw Problem(
        file: name,
        problem: "is not an address",
        hint: "it begins with https:// and has no user and no fragment"
      )
    }
    guard !address.isInTheClear else {
      throw Problem(
        file: name,
        problem: "would travel in the clear",
        hint: "it begins with https://"
      )
    }
    for item in parts.count > 1 ? parts[1].split(separator: "&") : [] {
      let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = pair.map { String($0).percentDecoded() ?? String($0) }
      address.query.append(WebAddress.QueryItem(decoded[0], decoded.count > 1 ? decoded[1] : ""))
    }
    self.address = address
  }

  /// The address as it may be shown.
  var shown: String { "\(address.scheme)://\(address.host)/…" }
}
