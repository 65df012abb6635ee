import Hashing
import Testing

@Suite struct FileNameTests {
  @Test(arguments: ["shop", "shop-2", "a_b.c", "0", String(repeating: "a", count: 64)])
  func aNameThatIsOneAlreadyStays(name: String) {
    #expect(FileName.safe(name) == name)
  }

  @Test func hostileNamesBecomeHarmlessOnes() {
    let hostile = [
      "", ".", "..", "../../etc/passwd", "-rf", ".hidden", "<img onerror=alert(1)>", "=1+1",
      "a/b", "a\\b", "a\u{0}b", "a\nb", "\u{202E}x", "Shop", "SHOP", "caf\u{E9}", "shop~1",
      String(repeating: "x", count: 4_000), String(repeating: "\u{1F600}", count: 1_000), "CON ",
    ]
    let names = hostile.map(FileName.safe)
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789._-~")
    for name in names {
      #expect((1...64).contains(name.utf8.count))
      #expect(name.allSatisfy(allowed.contains))
      #expect(!name.hasPrefix(".") && !name.hasPrefix("-"))
    }
    #expect(Set(names.map { $0.lowercased() }).count == hostile.count)
  }

  @Test func noTextTakesTheNameOfAnother() {
    let name = FileName.safe("Shop")
    #expect(FileName.safe(name) != name)
  }
}
