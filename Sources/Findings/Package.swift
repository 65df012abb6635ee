/// A piece of software somebody else wrote, as a project or an image contains it.
public struct Package: Sendable, Hashable {
  /// The package URL's type (purl specification, "PURL-TYPES"): `npm`, `pypi`, `deb`; empty if
  /// unknown.
  public var ecosystem: String
  /// The name with its namespace, such as `@babel/core` or `org.slf4j/slf4j-api`.
  public var name: String
  /// The version that was found; nil where the scanner does not say.
  public var version: String?
  /// The versions that fix the finding, as the scanner lists them; nil where none is known.
  public var fixedIn: String?

  /// A package as a scanner names it.
  public init(ecosystem: String, name: String, version: String? = nil, fixedIn: String? = nil) {
    self.ecosystem = ecosystem
    self.name = name
    self.version = version
    self.fixedIn = fixedIn
  }
}
