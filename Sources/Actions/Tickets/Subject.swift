public import Findings
public import Reconciliation

/// What one ticket is or would be about: some findings of one project.
public struct Subject: Sendable {
  /// The project.
  public var project: String
  /// Its name, the same run after run, such as `package/npm/lodash`.
  public var name: String
  /// The way its tickets take.
  public var route: TicketRoute
  /// Its findings, the worst open ones first; closed ones last.
  public var members: [Entry]

  /// Findings that share a ticket.
  init(project: String, name: String, route: TicketRoute, members: [Entry]) {
    self.project = project
    self.name = name
    self.route = route
    self.members = members.sorted { left, right in
      let order = (left.state.countsAsOpen ? 0 : 1, left.finding.severity.rank)
      let other = (right.state.countsAsOpen ? 0 : 1, right.finding.severity.rank)
      if order != other { return order < other }
      return (left.firstSeen.seconds, left.id) < (right.firstSeen.seconds, right.id)
    }
  }

  /// The findings that are open.
  public var open: [Entry] { members.filter(\.state.countsAsOpen) }

  /// When the first of the open findings was first seen.
  public var firstSeen: Instant? { open.map(\.firstSeen).min() }

  /// The worst finding, which gives the ticket its title.
  public var worst: Entry? { members.first }
}

extension Subject {
  /// The subjects of a project's findings, sorted by name: those that a route takes, by its grouping,
  /// and those that already have a ticket, by the grouping that ticket was made with.
  static func all(
    of ledger: ProjectLedger,
    tickets: some Sequence<String>,
    policy: TicketPolicy
  ) -> [Subject] {
    let known = Set(tickets)
    let groupings = Grouping.allCases.filter { grouping in
      known.contains { Grouping(of: $0) == grouping }
    }
    var members: [String: [Entry]] = [:]
    var routes: [String: TicketRoute] = [:]
    for entry in ledger.entries {
      let route = policy.route(of: entry.stream)
      var names = Set(groupings.map { $0.subject(of: entry) }.filter(known.contains))
      if let route { names.insert(route.grouping.subject(of: entry)) }
      for name in names {
        members[name, default: []].append(entry)
        if routes[name] == nil { routes[name] = route }
      }
    }
    return members.keys.sorted().compactMap { name in
      guard let route = routes[name] ?? policy.routes.first else { return nil }
      return Subject(
        project: ledger.name,
        name: name,
        route: route,
        members: members[name] ?? []
      )
    }
  }
}
