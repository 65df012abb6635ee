internal import Glibc

/// The bytes of a file.
enum FileContent {
  /// A file that cannot be read.
  struct Unreadable: Error {}

  /// All bytes, with as much capacity to spare as the parser of JSON likes to have.
  static func bytes(of path: String) throws(Unreadable) -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Unreadable() }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    guard size >= 0 else { throw Unreadable() }
    var bytes = [UInt8](repeating: 0, count: size)
    guard fread(&bytes, 1, size, file) == size else { throw Unreadable() }
    bytes.reserveCapacity(size + 64)
    return bytes
  }
}
