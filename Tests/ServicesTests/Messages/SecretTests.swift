import Findings
import TestSupport
import Testing

@testable import Services

@Suite struct SecretTests {
  private let folder = Result { try TemporaryFolder() }

  @Test func itIsReadFromAVariableOrAFileEachTime() throws {
    let folder = try folder.get()
    #expect(try Secret(variable: "TOKEN", in: ["TOKEN": " xoxb-1\n"]).read() == "xoxb-1")
    try folder.write("xoxb-2\n", to: "token")
    let secret = Secret(file: folder("token"))
    #expect(try secret.read() == "xoxb-2")
    try folder.write("xoxb-3\n", to: "token")
    #expect(try secret.read() == "xoxb-3")
  }

  @Test(arguments: [[:], ["TOKEN": ""], ["TOKEN": "secret-1 secret-2"], ["TOKEN": "secr\u{e9}t-1"]])
  func whatIsNoneIsAProblemThatDoesNotShowIt(_ environment: [String: String]) {
    do throws(Problem) {
      _ = try Secret(variable: "TOKEN", in: environment).read()
      Issue.record("it was read")
    } catch {
      #expect(error.file == "TOKEN")
      #expect(!error.description.contains("-1"))
    }
  }

  @Test(arguments: [
    "https://hooks.slack.com/services/T0/B0/secret",
    "https://example.com:8443/a?sig=a%2Fb%3D&api-version=1&flag=",
  ]) func anAddressIsSentAsItIs(_ text: String) throws {
    let address = try SecretAddress(text, name: "webhook")
    #expect(address.address.text == text)
    #expect(!address.shown.contains("secret") && !address.shown.contains("sig"))
  }

  @Test(arguments: ["", "hooks.slack.com/services/secret", "ftp://a/secret", "https://u:secret@a/"])
  func whatIsNoAddressIsNotShown(_ text: String) {
    do throws(Problem) {
      _ = try SecretAddress(text, name: "webhook")
      Issue.record("it was read")
    } catch {
      #expect(!error.description.contains("secret"))
    }
    #expect(Secret { text }.shownAddress == "unknown")
  }
}
