import Findings
import Testing

@Suite struct IdentityRecipeTests {
  @Test(arguments: [
    ("lib/parser-1.2.3.jar", "lib/parser-*.jar"),
    ("site-packages/parser-1.2.3.dist-info/METADATA", "site-packages/parser-*.dist-info/METADATA"),
    ("node_modules/.pnpm/parser@1.2.3/1.2.3", "node_modules/.pnpm/parser@*/*"),
    ("1.2.3", "*"),
    ("lib/parser-11.2.3.jar", "lib/parser-11.2.3.jar"),
    ("lib/parser-1.2.34.jar", "lib/parser-1.2.34.jar"),
    ("lib/parser-1.2.3.4.jar", "lib/parser-1.2.3.4.jar"),
    ("lib/parser-1.2.3rc1.jar", "lib/parser-1.2.3rc1.jar"),
    ("pom.xml", "pom.xml"),
  ])
  func aVersionInAPathIsNoPartOfThePlace(path: String, place: String) {
    let package = Package(ecosystem: "maven", name: "parser", version: "1.2.3")
    let dependency = Identity.dependency(advisory: "A", package: package, manifest: path)
    #expect(dependency.place.path == place)
    let image = Identity.image(advisory: "A", package: package, repository: "shop", target: path)
    #expect(image.place.path == place)
  }

  @Test func aVersionThatCouldBeAnyNumberStays() {
    let package = Package(ecosystem: "maven", name: "parser", version: "1")
    let identity = Identity.dependency(
      advisory: "A",
      package: package,
      manifest: "lib-1/parser.jar"
    )
    #expect(identity.place.path == "lib-1/parser.jar")
  }
}
