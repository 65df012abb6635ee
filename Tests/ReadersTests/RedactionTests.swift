import Testing

@testable import Readers

@Suite struct RedactionTests {
  // Made up for these tests: of the right form, valid nowhere. They are put together here so that no
  // secret scanner mistakes them for leaks.
  static let secrets = [
    "AKIA" + "QYLPMN5HFIQR7XYA",
    "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
    "glpat-" + "x7Kd93ndQmZ0aPq2LrTt",
    "xoxb-" + "263594206564-2343594206574-FGqddMF8t08v8N7Oq4i57vs1",
    "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
    "wJalrXUt" + "nFEMI/K7MDENG/bPxRfiCYzK4Lm9pQ2",
    "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
    "npm_" + "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5",
  ]

  @Test(arguments: secrets, ["", "x ", "key=", "see \"", "("])
  func aTokenIsMaskedWhereverItStands(secret: String, before: String) {
    let masked = Redaction.masked("\(before)\(secret) in the file")
    #expect(!masked.contains(secret.suffix(12)))
    #expect(masked.hasSuffix(" in the file"))
  }

  @Test(arguments: [
    "password = \"hunter2\"", "Possible hardcoded password: 'hunter2'",
    "{\"api_key\": \"hunter2\"}",
    "DB_PASSWORD=hunter2 make", "secret := `hunter2`", "postgres://app:hunter2@db/x",
    "client-secret='hunter2'", "if pwd == \"hunter2\"", "?access_token=hunter2&x=1",
    "\\\"password\\\": \\\"hunter2\\\"", "Cookie: lang=en; JSESSIONID=hunter2; x=1",
    "Set-Cookie: sid=0hunter2; HttpOnly", "session=hunter2", "Authorization: Basic b64hunter2==",
    "\"authorization\": \"Bearer hunter2-opaque\"", "-H 'Authorization: token hunter2aa'",
  ])
  func anAssignedSecretIsMasked(text: String) {
    #expect(!Redaction.masked(text).contains("hunter2"))
    #expect(Redaction.masked(text).contains("[masked]"))
  }

  @Test func aPrivateKeyIsMaskedWhole() {
    let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAbC+/=\n-----END RSA PRIVATE KEY-----"
    #expect(Redaction.masked("before \(key) after") == "before [masked] after")
    #expect(Redaction.masked("before \(key.prefix(50))") == "before [masked]")
  }

  @Test(arguments: [
    "CVE-2021-44228 in org.apache.logging.log4j/log4j-core 2.14.1",
    "src/main/java/org/owasp/benchmark/testcode/BenchmarkTest00345.java",
    "https://example.com/commit/9fceb02d0ae598e95dc970b74767f19372d61af8?plain=1#L10",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "123e4567-e89b-12d3-a456-426614174000", "SNYK-JS-LODASH-1018905",
    "arn:aws:iam::123456789012:role/AWSServiceRoleForSupport",
    "Use of AbstractUserDetailsAuthenticationProviderFactoryBean is discouraged",
    "The password must have 12 characters", "password: see the documentation",
    "Authorization: Basic authentication is in use", "session: see the documentation",
    "password = os.environ.get('X')", "Cookie: missing the flag", "session = Session()",
    "token=$CI_JOB_TOKEN", "git@github.com:acme/app.git",
    "python.lang.security.audit.dangerous-subprocess-use-audit.dangerous-subprocess-use-audit",
    "-----BEGIN CERTIFICATE-----", "https://owasp.org/Top10/A03_2021-Injection",
    "https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://avd.aquasec.com/misconfig/AVD-AWS-0086",
    "#v53-output-encoding-and-injection-prevention",
  ])
  func whatIsNoSecretStays(text: String) {
    #expect(Redaction.masked(text) == text)
  }

  @Test func knownValuesAreMaskedWhateverTheirForm() {
    let redact = Redaction(hiding: ["open sesame", "one\r\ntwo lines", "ab"])
    #expect(redact("say open sesame, ab") == "say [masked], ab")
    #expect(redact("two lines") == "[masked]")
  }

  @Test func sixteenCharactersOfLinkAreStillALink() {
    #expect(Links.link("https://example.com/a") == "https://example.com/a")
    #expect(
      Links.link("https://user:hunter2@example.com/a") == "https://user:[masked]@example.com/a"
    )
    #expect(Links.link("javascript:alert(1)") == nil)
    #expect(Links.link("https://example.com/\"onclick=") == nil)
    #expect(Links.among(["see https://a.example and https://a.example"]) == ["https://a.example"])
  }
}
