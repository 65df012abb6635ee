internal import Hashing

/// Makes the digests that stand for secret values: HMAC-SHA-256 under the project's key.
///
/// A plain hash of a low-entropy secret can be guessed; a keyed one cannot without the key. The
/// value itself never leaves the reader.
public struct SecretDigest: Sendable {
  private let key: [UInt8]

  /// Digests under a key of any length.
  public init(key: [UInt8]) {
    self.key = key
  }

  /// 128 bits of the code for a secret value, in lower-case hex.
  public func callAsFunction(_ secret: String) -> String {
    HMAC.sha256(secret, key: key).prefix(16).hexadecimal
  }
}
