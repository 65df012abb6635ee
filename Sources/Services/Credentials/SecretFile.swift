internal import Findings
internal import Glibc

/// A small file whose text is secret, such as a token.
struct SecretFile {
  /// The text without white space around it; never shown.
  let text: String

  /// Reads a file.
  init(_ path: String) throws(Problem) {
    let limit = 64 << 10
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try OpenFile(path, O_RDONLY).bytes(upTo: limit + 1)
    } catch {
      throw Problem(file: path, problem: error.sentence)
    }
    guard bytes.count <= limit else {
      throw Problem(file: path, problem: "too long for a token: over \(limit) bytes")
    }
    text = String(decoding: bytes, as: UTF8.self).trimmed
    guard !text.isEmpty else { throw Problem(file: path, problem: "the file is empty") }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw Problem(file: path, problem: "not a token: it has spaces or other odd characters")
    }
  }
}
