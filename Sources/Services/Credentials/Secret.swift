public import Findings

/// A secret that is read when it is needed: nothing keeps it, and it has no text to show.
public struct Secret: Sendable {
  /// Reads it; throws that it is not there.
  public let read: @Sendable () throws(Problem) -> String

  /// A secret and how to read it.
  public init(_ read: @escaping @Sendable () throws(Problem) -> String) {
    self.read = read
  }

  /// A secret in a variable of the environment.
  ///
  /// - Parameters:
  ///   - variable: Its name.
  ///   - environment: The environment's variables.
  public init(variable: String, in environment: [String: String]) {
    self.init { () throws(Problem) in
      let text = (environment[variable] ?? "").trimmed
      guard !text.isEmpty else {
        throw Problem(
          file: variable,
          problem: "the environment has no such variable, or it is empty",
          hint: "a masked CI/CD variable of this name may hold it"
        )
      }
      guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw Problem(file: variable, problem: "it has spaces or other odd characters")
      }
      return text
    }
  }

  /// A secret in a file, white space around it left out.
  public init(file: String) {
    self.init { () throws(Problem) in try SecretFile(file).text }
  }
}

// What may be shown of an address that is a secret. What is wrong with it, sending it says.
extension Secret {
  /// The host of the address; `unknown` if there is none.
  var shownHost: String { address?.address.host ?? "unknown" }

  /// The address without what is secret.
  var shownAddress: String { address?.shown ?? "unknown" }

  private var address: SecretAddress? {
    do throws(Problem) {
      return try SecretAddress(try read(), name: "")
    } catch {
      return nil
    }
  }
}
