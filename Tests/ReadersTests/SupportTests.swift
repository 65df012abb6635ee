import Findings
import Testing

@testable import Readers

@Suite struct PathNormalisationTests {
  @Test(arguments: [
    ("app/main.py", "app/main.py"), ("./app/main.py", "app/main.py"), ("app//x/./y.c", "app/x/y.c"),
    ("app/lib/../main.py", "app/main.py"), ("../shared/x.py", "../shared/x.py"),
    ("app\\win\\x.cs", "app/win/x.cs"), ("file:///src/app/a%20b.c", "app/a b.c"),
    ("file://localhost/github/workspace/x.js", "x.js"), ("/builds/acme/shop/app.py", "app.py"),
    ("/builds/Ab3dEf_1/0/acme/shop/lib/app.py", "lib/app.py"),
    ("/home/runner/work/shop/shop/a/b.go", "a/b.go"), ("D:\\a\\shop\\shop\\a\\b.cs", "a/b.cs"),
    ("/home/vsts/work/1/s/a.cs", "a.cs"), ("/tf/main.tf", "main.tf"), ("/code/x/y.py", "x/y.py"),
    ("/codebuild/output/src4711/src/github.com/acme/shop/a.py", "a.py"),
    ("/etc/passwd", "/etc/passwd"), ("C:\\Users\\ann\\x.py", "/Users/ann/x.py"),
    ("/src", "/src"), ("/src/../etc/x", "/etc/x"), ("100%/x.py", "100%/x.py"), ("", ""),
  ])
  func onePathOfManySpellings(raw: String, expected: String) {
    #expect(PathNormalisation.normalised(raw) == expected)
  }

  @Test func percentIsUndoneOnlyInAddresses() {
    #expect(PathNormalisation.normalised("a%20b.c", isURI: true) == "a b.c")
    #expect(PathNormalisation.normalised("a%20b.c") == "a%20b.c")
    #expect(PathNormalisation.normalised("a%00%ff.c", isURI: true) == "a%00%ff.c")
  }
}

@Suite struct SnippetDigestTests {
  @Test func whiteSpaceChangesNothing() {
    let digest = SnippetDigest.of("if x { return 1 }")
    #expect(digest == SnippetDigest.of("\tif x {\r\n    return 1\n}\n"))
    #expect(digest != SnippetDigest.of("if x { return 2 }"))
    #expect(SnippetDigest.of(" \n\t") == nil)
  }

  @Test func theAlgorithmStays() {
    #expect(SnippetDigest.of("subprocess.call(cmd, shell=True)") == 10_071_932_261_777_546_569)
  }

  @Test func lengthCounts() {
    let texts = (1...40).map { String(repeating: "a", count: $0) } + ["\u{1}", "a\u{1}"]
    #expect(Set(texts.map { SnippetDigest.of($0) }).count == texts.count)
  }
}

@Suite struct MarkdownTextTests {
  @Test func titlesAreOneShortPrintableLine() {
    #expect(MarkdownText.line(" a\n\u{1B}[31mb\t\u{202E}c ") == "a [31mb c")
    let long = MarkdownText.line(String(repeating: "word ", count: 100))
    #expect(long.count <= 300 && long.hasSuffix("word…"))
  }

  @Test func nothingIsLeftOfBlankText() {
    #expect(MarkdownText.clean(" \n\u{200B}\n") == nil)
    #expect(MarkdownText.clean(nil) == nil)
  }

  @Test func descriptionsAreBounded() {
    let text = MarkdownText.clean(String(repeating: "é", count: 20_000))
    #expect((text?.unicodeScalars.count ?? 0) == MarkdownText.limit)
  }

  @Test func picturesBecomeLinks() {
    #expect(
      MarkdownText.clean("![x](https://evil.example/t.png)") == "[x](https://evil.example/t.png)"
    )
  }

  @Test func htmlBecomesMarkdown() {
    let html = """
      <p>Use <b>TLS</b> &amp; <code>HSTS</code>.</p><p>See <a href="https://a.example">this</a>:</p>
      <ul><li>one</li><li>two &lt;script&gt;</li></ul><script>alert(1)</script>
      """
    #expect(
      MarkdownText.clean(html: html) == """
        Use **TLS** & `HSTS`.

        See this (https://a.example):

        - one
        - two \\<script>
        """
    )
  }

  @Test(arguments: [
    ("a < b <= c", "a \\< b \\<= c"), (String(repeating: "<", count: 3), "\\<\\<\\<"),
    ("<p>a</p>\r\n\r\n\r\n<p>b</p>", "a\n\nb"), ("&#60;b&#x3e; &nosuch; &", "\\<b> &nosuch; &"),
    ("a<script>x<style>y</script>b", "ab"), ("a<style>never closed", "a"),
    ("<A HREF='https://a.example'>no target</A>", "no target"),
    ("<a href='javascript:x'>no link</a>", "no link"), ("<>1</>", "\\<>1"),
  ])
  func htmlOfWhateverShape(html: String, expected: String) {
    #expect(MarkdownText.clean(html: html) == expected)
  }

  @Test func linesEndWithALineFeed() {
    #expect(MarkdownText.printable("a\r\nb\rc\u{2028}\nd\u{0}e\r") == "a\nb\nc\n\nde\n")
  }
}

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("a-b--c", "a+b++c"), ("--", "++"), ("none", "none"), ("", ""), ("é-é", "é+é"),
  ])
  func bytesAreExchangedWhereverTheyStand(text: String, expected: String) {
    #expect(text.exchanging("-", for: "+") == expected)
  }

  @Test func severalBytesAreExchangedFromTheLeft() {
    #expect("aaaa ab".exchanging("aa", for: "b") == "bb ab")
    #expect("x[[m]]y[[m]]".exchanging("[[m]]", for: "") == "xy")
  }

  @Test func bytesAreFound() throws {
    let text = "é: ://x"
    let range = try #require(text.range(of: "://"))
    #expect(text[range.upperBound...] == "x" && text[..<range.lowerBound] == "é: ")
    #expect(text.range(of: "///") == nil && !"ab".holds("abc") && "abc".holds("abc"))
    #expect("One. Two.".firstSentence == "One" && "One.".firstSentence == "One.")
  }
}

@Suite struct IdentifierSetTests {
  @Test func namesAreRecognisedByTheirForm() {
    let set = IdentifierSet([
      "cve-2021-44228", "external/cwe/cwe-079", "CWE-79: XSS", "GHSA-JFH8-C2JP-5V3Q",
      "A03:2021 - Injection", "OWASP-A1: Injection", "security", "A1", "API1:2023",
    ])
    #expect(
      set.sorted.map { $0.value } == [
        "CVE-2021-44228", "CWE-79", "GHSA-jfh8-c2jp-5v3q", "A03:2021", "A1", "API1:2023",
      ]
    )
    #expect(set.advisory == "CVE-2021-44228")
    #expect(IdentifierSet(["RUSTSEC-2", "GHSA-b", "GHSA-a"]).advisory == "GHSA-a")
    #expect(IdentifierSet(["CWE-1"]).advisory == nil)
  }

  @Test func theHighestVersionWithAScoreWins() {
    var ratings = CVSSRatings()
    ratings.add(score: 9.1, vector: "AV:N/AC:L/Au:N/C:P/I:P/A:P")
    ratings.add(score: 7.5, vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")
    ratings.add(score: nil, vector: "CVSS:4.0/AV:N/AC:L")
    ratings.add(score: 11, vector: "CVSS:4.0/AV:N/AC:L")
    #expect(ratings.best?.score == 7.5)
    #expect(ratings.best?.vector == "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")
  }
}

@Suite struct PackageURLTests {
  @Test(arguments: [
    ("pkg:npm/%40babel/core@7.1.0", "npm", "@babel/core", "7.1.0"),
    ("pkg:npm/@babel/core", "npm", "@babel/core", nil),
    ("pkg:maven/org.slf4j/slf4j-api@2.0.1?type=jar#x", "maven", "org.slf4j/slf4j-api", "2.0.1"),
    ("pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie", "deb", "debian/curl", "7.50.3-1"),
    ("pkg:golang/github.com/a/b/v2@v2.1.0", "golang", "github.com/a/b/v2", "v2.1.0"),
  ])
  func itsPartsAreRead(text: String, ecosystem: String, name: String, version: String?) {
    let package = PackageURL(parsing: text)?.package
    #expect(package == Package(ecosystem: ecosystem, name: name, version: version))
  }

  @Test func anythingElseIsNone() {
    #expect(PackageURL(parsing: "npm/x") == nil)
    #expect(PackageURL(parsing: "pkg:npm") == nil)
    #expect(
      PackageURL(parsing: "pkg:deb/debian/curl@1?distro=debian-12")?.qualifier("distro")
        == "debian-12"
    )
  }
}
