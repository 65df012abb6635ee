internal import Findings
internal import Syntax

/// Credentials that a command of the user's own prints (`credential_process`).
struct ProcessCredentials: CredentialProvider {
  let command: String
  /// The profile that names the command.
  let profile: Profile
  let environment: [String: String]

  /// The key that the command prints.
  func load() async throws(Problem) -> Credentials? {
    guard let words = CommandWords(command)?.words, !words.isEmpty else {
      throw problem("not a command: a quotation mark is left open")
    }
    let output: [UInt8]
    do throws(CommandJob.Failure) {
      output = try await CommandJob.output(
        of: words,
        environment: environment,
        patience: .seconds(60)
      )
    } catch {
      throw problem(error.sentence)
    }
    do throws(SyntaxError) {
      let document = try CredentialDocument(parsing: output)
      guard document.version == 1 else {
        throw SyntaxError(place: "Version", problem: "expected 1")
      }
      return try document.credentials(token: "SessionToken")
    } catch {
      throw problem("the output is not understood: \(error)")
    }
  }

  private func problem(_ sentence: String) -> Problem {
    profile.problem(
      "credential_process",
      "credential_process: \(sentence)",
      hint: "run the command by hand to see what it says"
    )
  }
}
