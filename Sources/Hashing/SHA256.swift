internal import CCrypto

/// SHA-256 (FIPS 180-4) by OpenSSL.
public struct SHA256: ~Copyable {
  private let context: OpaquePointer?

  /// A hash of nothing yet.
  public init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, Self.algorithm.pointer, nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds a text's UTF-8.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The 32 bytes of the digest; the hash begins again afterwards.
  public mutating func finalize() -> [UInt8] {
    let digest = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = 32
    }
    EVP_DigestInit_ex(context, nil, nil)
    return digest
  }

  /// The digest of bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// The digest of a text's UTF-8.
  public static func hash(_ text: String) -> [UInt8] {
    var hash = SHA256()
    hash.update(text)
    return hash.finalize()
  }

  /// The algorithm, looked up once: OpenSSL 3 searches its providers at each fetch.
  private static let algorithm = Algorithm()
}

private struct Algorithm: Sendable {
  private let address: UInt

  init() { address = UInt(bitPattern: EVP_sha256()) }

  var pointer: OpaquePointer? { OpaquePointer(bitPattern: address) }
}
