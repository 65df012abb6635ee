internal import Findings
internal import Syntax

/// Advisories for Go modules, each with the nearest that the code comes to it.
///
/// govulncheck repeats an advisory for each level and each trace; it is one vulnerability.
struct ReachedModules {
  /// How near, the nearest last.
  private enum Reach: Int {
    case required
    case imported
    case called
  }

  private struct Entry {
    var vulnerability: PackageVulnerability
    var reach: Reach
    var symbol: String?
    var line: Int?
  }

  private var order: [String] = []
  private var entries: [String: Entry] = [:]

  /// The findings in the order in which the advisories were first named.
  var findings: [Finding] {
    order.compactMap { entries[$0] }.map { entry in
      var vulnerability = entry.vulnerability
      let symbol = entry.symbol.map { " `\($0)`" } ?? ""
      vulnerability.message =
        switch entry.reach {
        case .called: "The code calls the vulnerable\(symbol)."
        case .imported: "The code imports the vulnerable package\(symbol) and calls nothing in it."
        case .required: "The module is required; nothing of its vulnerable packages is imported."
        }
      var finding = vulnerability.finding
      finding.location.line = entry.line
      return finding
    }
  }

  /// Adds a finding message; the first frame of its trace is the vulnerable one, the last the code's.
  mutating func add(_ finding: JSON, _ advisory: JSON?, named id: String) throws(SyntaxError) {
    let trace = Array(try finding.requiredArray("trace").elements)
    guard let frame = trace.first else { throw finding.error("expected a trace with a frame") }
    let module = try frame.requiredString("module")
    let symbol = frame["function"].nonEmpty
    let package = Package(
      module,
      in: "golang",
      version: frame["version"].string,
      fixedIn: finding["fixed_version"].string
    )
    var vulnerability = Self.vulnerability(id, of: package, advisory)
    let position = trace.last?["position"]
    if symbol != nil { vulnerability.path = position?["filename"].string }
    let name = [frame["package"].string, frame["receiver"].string, symbol].compactMap { $0 }
    add(
      Entry(
        vulnerability: vulnerability,
        reach: symbol != nil ? .called : frame["package"].exists ? .imported : .required,
        symbol: name.isEmpty ? nil : name.joined(separator: "."),
        line: symbol == nil ? nil : position?["line"].int
      )
    )
  }

  /// Adds an entry of the early versions, whose sinks tell how near the code comes.
  mutating func add(version0 entry: JSON, _ advisory: JSON) throws(SyntaxError) {
    let package = Package(try entry.requiredString("ModPath"), in: "golang")
    let id = try advisory.requiredString("id")
    let isCalled = (entry["CallSink"].int ?? 0) > 0
    let isImported = (entry["ImportSink"].int ?? 0) > 0
    let name = [entry["PkgPath"].string, entry["Symbol"].string].compactMap { $0 }
    add(
      Entry(
        vulnerability: Self.vulnerability(id, of: package, advisory),
        reach: isCalled ? .called : isImported ? .imported : .required,
        symbol: name.joined(separator: "."),
        line: nil
      )
    )
  }

  private mutating func add(_ entry: Entry) {
    let key = "\(entry.vulnerability.id)\u{1F}\(entry.vulnerability.package.name)"
    guard let known = entries[key] else {
      order.append(key)
      entries[key] = entry
      return
    }
    if known.reach.rawValue < entry.reach.rawValue { entries[key] = entry }
  }

  private static func vulnerability(
    _ id: String,
    of package: Package,
    _ advisory: JSON?
  ) -> PackageVulnerability {
    var vulnerability = PackageVulnerability(id, of: package)
    for alias in advisory?["aliases"].strings ?? [] { vulnerability.names.add(alias) }
    vulnerability.title = advisory?["summary"].nonEmpty
    vulnerability.description = advisory?["details"].string
    let references = advisory?["references"].elements.compactMap { $0["url"].string } ?? []
    vulnerability.links = [advisory?["database_specific"]["url"].string ?? ""] + references
    return vulnerability
  }
}
