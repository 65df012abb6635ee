internal import Actions
internal import Findings
internal import Services

extension TicketSetup {
  /// Reads the section `tickets`.
  ///
  /// - Parameters:
  ///   - section: The section.
  ///   - site: The address of the dashboards.
  ///   - folder: The folder relative paths start from.
  /// - Throws: The first thing that is wrong, with its line.
  init(_ section: YAMLSection, site: String?, folder: String) throws(Problem) {
    try section.allow(
      [
        "apply", "tracker", "url", "api", "user", "certificates", "minutes", "most_per_run",
        "reopen_within_days", "close", "source", "decisions", "resolutions", "routes",
      ] + SecretPlace.keys("token")
    )
    guard let kind: Kind = try section.word("tracker") else {
      throw section.missing("tracker", hint: "jira-cloud, jira-data-center or gitlab")
    }
    guard let url = try section.string("url") else {
      throw section.missing(
        "url",
        hint: "the address people open, such as https://acme.atlassian.net"
      )
    }
    for key in ["url", "api"] { try Self.checkAddress(section, key) }
    guard let token = try SecretPlace(section, "token", in: folder) else {
      throw section.missing("token_variable", hint: "the variable that holds the token")
    }
    let routes = try section.sections("routes")
    guard !routes.isEmpty else {
      throw section.missing("routes", hint: "say which findings go to which project")
    }
    var read: [TicketRoute] = []
    for route in routes { read.append(try Self.route(route, of: kind)) }
    self.init(kind: kind, url: url, token: token, policy: TicketPolicy(routes: read))
    api = try section.string("api")
    user = try section.string("user")
    certificates = try section.string("certificates").map { Configuration.path($0, in: folder) }
    isApplied = try section.flag("apply") ?? isApplied
    minutes = try section.number("minutes", in: 1...720) ?? minutes
    links = TicketLinks(site: site, source: try section.string("source"))
    if kind == .jiraCloud, user == nil, api == nil {
      throw section.missing("user", hint: "Jira Cloud takes an e-mail address with an API token")
    }
    try readPolicy(section)
  }

  private mutating func readPolicy(_ section: YAMLSection) throws(Problem) {
    policy.mostPerRun = try section.number("most_per_run", in: 0...10_000) ?? policy.mostPerRun
    policy.reopenWithinDays =
      try section.number("reopen_within_days", in: 0...3650) ?? policy.reopenWithinDays
    policy.closes = try section.flag("close") ?? policy.closes
    if let decisions = try section.section("decisions") {
      try decisions.allow(Decision.Kind.allCases.map(\.rawValue))
      var words = DecisionWords.usual
      for kind in Decision.Kind.allCases {
        let own = try decisions.strings(kind.rawValue)
        if !own.isEmpty { words[kind] = own }
      }
      policy.decisions = DecisionWords(words)
    }
    if let resolutions = try section.section("resolutions") {
      try resolutions.allow(["fixed", "suppressed"])
      fixedResolutions = try resolutions.strings("fixed")
      suppressedResolutions = try resolutions.strings("suppressed")
    }
  }

  /// An address must be one, and must not let a token travel in the clear, but on this machine.
  private static func checkAddress(_ section: YAMLSection, _ key: String) throws(Problem) {
    guard let text = try section.string(key) else { return }
    guard let address = WebAddress(text) else {
      throw section.problem(key, "is not an address", hint: "it begins with https://")
    }
    guard !address.isInTheClear else {
      throw section.problem(key, "would let the token travel in the clear", hint: "use https://")
    }
  }

  private static func route(
    _ section: YAMLSection,
    of kind: Kind
  ) throws(Problem) -> TicketRoute {
    try section.allow([
      "projects", "categories", "scanners", "severity", "group", "project", "type", "components",
      "assignee", "labels", "parent", "priorities", "due_days",
    ])
    guard let project = try section.string("project") else {
      throw section.missing("project", hint: "the tracker's project, such as SHOP or acme/shop")
    }
    var destination = Destination(project: project)
    // GitLab's tasks are parts of other issues.
    let usual = kind == .gitLab ? "issue" : destination.issueType
    destination.issueType = try section.string("type") ?? usual
    destination.components = try section.strings("components")
    destination.assignee = try section.string("assignee")
    destination.labels = try section.strings("labels")
    destination.parent = try section.string("parent")
    var route = TicketRoute(to: destination)
    route.projects = try section.strings("projects").map { Pattern($0) }
    route.categories = try Category.all(section, "categories")
    route.scanners = Set(try section.strings("scanners"))
    route.severity = try section.word("severity") ?? route.severity
    route.grouping = try section.word("group") ?? route.grouping
    if let priorities = try section.section("priorities") {
      try priorities.allow(Severity.allCases.map(\.rawValue))
      for severity in Severity.allCases {
        route.priorities[severity] = try priorities.string(severity.rawValue)
      }
    }
    if let days = try section.section("due_days") {
      try days.allow(Severity.allCases.map(\.rawValue))
      for severity in Severity.allCases {
        route.dueDays[severity] = try days.number(severity.rawValue, in: 0...3650)
      }
    }
    return route
  }
}

extension Category {
  /// The categories that a list of a section names.
  static func all(_ section: YAMLSection, _ key: String) throws(Problem) -> Set<Category> {
    var all: Set<Category> = []
    for name in try section.strings(key) {
      let category = Category(named: name)
      guard Category.known.contains(category) else {
        throw section.problem(
          key,
          "\"\(name)\" is no kind of scanning",
          hint: "there are: \(Category.known.map(\.rawValue).joined(separator: ", "))"
        )
      }
      all.insert(category)
    }
    return all
  }
}
