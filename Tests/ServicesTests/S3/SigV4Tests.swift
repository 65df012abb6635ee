import Findings
import Foundation
import Hashing
import TestSupport
import Testing

@testable import Services

@Suite struct SigV4Tests {
  private static let isThere = Checkout.has(Checkout.signatureVectors)
  private let moment = Instant(iso8601: "2015-08-30T12:36:00Z") ?? Instant(seconds: 0)
  private let credentials = Credentials(
    accessKey: "AKIDEXAMPLE",
    secretKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
  )

  /// The folders of all published vectors.
  private static var vectors: [URL] {
    let files = FileManager.default.enumerator(
      at: Checkout.signatureVectors,
      includingPropertiesForKeys: nil
    )
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "req" }
  }

  @Test(.enabled(if: isThere, "the published vectors are not beside the checkout"))
  func everyPublishedVectorIsSignedAsPublished() throws {
    let signer = SigV4(region: "us-east-1", service: "service", pathRule: .generic)
    #expect(Self.vectors.count >= 30)
    for file in Self.vectors {
      func published(_ kind: String) throws -> String {
        let url = file.deletingPathExtension().appendingPathExtension(kind)
        return try String(contentsOf: url, encoding: .utf8).replacing("\r\n", with: "\n")
      }
      var request = try parse(try published("req"))
      // One vector has its token in the credentials, which it does not spell out.
      if let token = try published("creq").firstMatch(of: /x-amz-security-token:(.+)/)?.output.1 {
        request.headers["X-Amz-Security-Token"] = String(token)
      }
      let payload = SHA256.hash(request.body).hexadecimal
      let canonical = signer.canonicalRequest(request, payload: payload)
      let name = file.deletingPathExtension().lastPathComponent
      #expect(canonical.text == (try published("creq")), "\(name)")
      #expect(signer.stringToSign(canonical, at: moment) == (try published("sts")), "\(name)")
      let header = signer.authorization(canonical, credentials, at: moment)
      #expect(header == (try published("authz")), "\(name)")
    }
  }

  /// Reads a vector's request: a line, fields that may go on in the next line, a body.
  private func parse(_ text: String) throws -> HTTPRequest {
    let head = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    var lines = head[0].split(separator: "\n").map(String.init)
    let first = lines.removeFirst()
    let method = String(first.prefix { $0 != " " })
    let target = first.dropFirst(method.count + 1).dropLast(" HTTP/1.1".count)
    let halves = target.split(separator: "?", maxSplits: 1)
    var address = try #require(WebAddress("https://example.amazonaws.com"))
    address.path = String(halves[0])
    address.query = try (halves.count == 2 ? halves[1] : "").split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? String(parts[1]) : ""
      return WebAddress.QueryItem(
        try #require(String(parts[0]).percentDecoded()),
        try #require(value.percentDecoded())
      )
    }
    var headers = HTTPHeaders()
    for line in lines {
      if line.hasPrefix(" "), let last = headers.fields.last {
        headers[last.name] = last.value + "\n" + line
      } else {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        headers.append(String(parts[0]), parts[1].trimmed)
      }
    }
    let body = head.count == 2 ? Array(head[1].utf8) : []
    return HTTPRequest(method: method, address, headers: headers, body: body)
  }

  @Test func s3SignsThePathAsItIsSent() throws {
    let signer = SigV4(region: "us-east-1", service: "s3", pathRule: .s3)
    var address = try #require(WebAddress("https://examplebucket.s3.amazonaws.com"))
    address.path = "/a%20b/../c//d%2B"
    let signed = signer.sign(HTTPRequest(address), with: credentials, at: moment)
    let canonical = signer.canonicalRequest(signed, payload: "")
    #expect(canonical.text.hasPrefix("GET\n/a%20b/../c//d%2B\n\n"))
  }

  /// The example "GET Object" of the S3 API reference, "Signature Calculations for the Authorization
  /// Header".
  @Test func theExampleOfTheS3ReferenceIsSignedAsPublished() throws {
    let signer = SigV4(region: "us-east-1", service: "s3", pathRule: .s3)
    let address = try #require(WebAddress("https://examplebucket.s3.amazonaws.com/test.txt"))
    let request = HTTPRequest(address, headers: ["Range": "bytes=0-9"])
    let signed = signer.sign(
      request,
      with: Credentials(
        accessKey: "AKIAIOSFODNN7EXAMPLE",
        secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
      ),
      at: try #require(Instant(iso8601: "2013-05-24T00:00:00Z"))
    )
    let signature = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    #expect(signed.headers["Authorization"]?.hasSuffix("Signature=\(signature)") == true)
  }

  @Test func aSessionTokenIsSigned() throws {
    let signer = SigV4(region: "us-east-1", service: "s3", pathRule: .s3)
    var temporary = credentials
    temporary.sessionToken = "token"
    let address = try #require(WebAddress("https://examplebucket.s3.amazonaws.com/"))
    let signed = signer.sign(HTTPRequest(address), with: temporary, at: moment)
    #expect(signed.headers["X-Amz-Security-Token"] == "token")
    #expect(signed.headers["Authorization"]?.contains("x-amz-security-token,") == true)
  }

  @Test func credentialsDoNotShowTheirSecrets() {
    let credentials = Credentials(
      accessKey: "AKIDEXAMPLE",
      secretKey: "SECRETSECRET",
      sessionToken: "TOKENTOKEN"
    )
    var dumped = ""
    dump(credentials, to: &dumped)
    for text in ["\(credentials)", String(reflecting: credentials), dumped] {
      #expect(!text.contains("SECRETSECRET") && !text.contains("TOKENTOKEN"))
    }
  }
}
