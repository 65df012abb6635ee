internal import Findings
internal import Hashing

// The key under which digests of secrets are made. It lies beside the snapshots, so that secrets are
// recognised again; without the history, nobody can tell a digest's secret by trying.
extension History {
  private static let secretKeyKey = "secret.key"

  /// The key; made now, and kept if the run may save, when there is none.
  func secretKey(isSaving: Bool) async throws(Problem) -> [UInt8] {
    if let key = try await storedSecretKey() { return key }
    var random = SystemRandomNumberGenerator()
    let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let text = Array("\(key.hexadecimal)\n".utf8)
    guard isSaving, try await !store.create(key: Self.secretKeyKey, bytes: text) else { return key }
    // Another run was faster.
    return try await storedSecretKey() ?? key
  }

  private func storedSecretKey() async throws(Problem) -> [UInt8]? {
    guard let object = try await store.read(key: Self.secretKeyKey) else { return nil }
    let digits = object.bytes.prefix { $0 != 0x0A }
    guard digits.count == 64 else {
      throw Problem(
        file: store.place(of: Self.secretKeyKey),
        problem: "is damaged: it holds no key",
        hint: "restore it, or every secret becomes new"
      )
    }
    // The digits themselves are the key: what they stand for does not matter.
    return Array(digits)
  }
}
