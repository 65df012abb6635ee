internal import CCrypto

/// HMAC-SHA-256 (RFC 2104) by OpenSSL.
public enum HMAC {
  /// The 32 bytes of the code for a message under a key.
  public static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      var length: UInt32 = 0
      CCrypto.HMAC(
        EVP_sha256(),
        key,
        Int32(key.count),
        message,
        message.count,
        buffer.baseAddress,
        &length
      )
      count = 32
    }
  }

  /// The code for a text's UTF-8.
  public static func sha256(_ message: String, key: [UInt8]) -> [UInt8] {
    sha256(Array(message.utf8), key: key)
  }
}
