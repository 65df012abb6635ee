internal import Glibc

/// What the operating system answered instead of doing what it was asked.
struct SystemError: Error {
  /// The `errno`.
  var number: CInt

  /// The error of the call that just failed.
  static var last: SystemError { SystemError(number: errno) }

  /// What it says, beginning in lower case, such as `permission denied`.
  var sentence: String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
