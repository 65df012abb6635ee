import Findings
import Reconciliation
import Testing

@testable import Actions

/// What one night makes of the one before.
@Suite struct PlanTests {
  private var company = Company(seed: 1)
  private let high = Company.Flaw(name: "a", severity: .high)
  private let low = Company.Flaw(name: "b", severity: .low)

  /// The kinds of what is told on the last of some nights, each with flaws of the one project.
  private func kinds(
    _ nights: [([Company.Flaw], Scan.Outcome)],
    route: MessageRoute = MessageRoute(name: "r"),
    then last: MessageRoute? = nil
  ) -> [Digest.Kind]? {
    var company = company
    var book = AnnouncementBook(route: "r", scope: route.scope)
    var digest: Digest?
    for (number, night) in nights.enumerated() {
      let ledger = company.night(["shop": night.0], night.1)
      let now = number == nights.count - 1 ? last ?? route : route
      let plan = planDigest(ledger, told: book, route: now)
      book = plan.settled
      digest = plan.digest
    }
    return digest.map { ($0.findings + $0.closed).map(\.kind) }
  }

  private func changed(_ flaw: Company.Flaw, _ severity: Severity) -> Company.Flaw {
    var flaw = flaw
    flaw.severity = severity
    return flaw
  }

  @Test func aRiseIsToldOnceAndAFallNever() {
    let worse = changed(high, .critical)
    #expect(kinds([([high], .complete), ([worse], .complete)]) == [.worsened])
    #expect(kinds([([worse], .complete), ([high], .complete)]) == nil)
    #expect(
      kinds([([high], .complete), ([worse], .complete), ([high], .complete), ([worse], .complete)])
        == nil
    )
  }

  @Test func whatGrowsIntoTheRouteIsTold() {
    #expect(kinds([([low], .complete), ([changed(low, .high)], .complete)]) == [.worsened])
    #expect(kinds([([low], .complete), ([changed(low, .medium)], .complete)]) == nil)
    #expect(kinds([([low], .complete), ([changed(low, .unknown)], .complete)]) == [.worsened])
  }

  @Test func closingAndReopeningAreTold() {
    #expect(kinds([([high], .complete), ([], .complete)]) == [.fixed])
    #expect(kinds([([high], .complete), ([], .failed)]) == [])
    #expect(kinds([([high], .complete), ([], .complete), ([high], .complete)]) == [.reopened])
    #expect(kinds([([low], .complete), ([], .complete)]) == nil)
  }

  @Test func aDecisionIsToldAndSoIsItsEnd() {
    var accepted = high
    accepted.isAccepted = true
    #expect(kinds([([high], .complete), ([accepted], .complete)]) == [.accepted])
    #expect(
      kinds([([high], .complete), ([accepted], .complete), ([high], .complete)]) == [.reopened]
    )
  }

  @Test func aWiderRouteIsNoNews() {
    let wide = MessageRoute(name: "r", scope: MessageScope(severity: .info))
    #expect(kinds([([low], .complete), ([low], .complete)], then: wide) == nil)
    let nights: [([Company.Flaw], Scan.Outcome)] = [
      ([low], .complete), ([low, Company.Flaw(name: "c", severity: .low)], .complete),
    ]
    #expect(kinds(nights, then: wide) == [.new], "but what is new that very night is")
    let elsewhere = MessageRoute(name: "r", scope: MessageScope(projects: [Pattern("other")]))
    let all = MessageRoute(name: "r")
    #expect(kinds([([high], .complete), ([high], .complete)], route: elsewhere, then: all) == nil)
  }

  @Test func aFailingScanIsToldOncePerEpisode() {
    var company = company
    var book = AnnouncementBook(route: "r", scope: MessageScope())
    var told: [Bool] = []
    for outcome in [
      Scan.Outcome.complete, .failed, .failed, .missing, .complete, .failed, .partial, .failed,
    ] {
      let plan = planDigest(
        company.night(["shop": [high]], outcome),
        told: book,
        route: MessageRoute(name: "r")
      )
      book = plan.settled
      told.append(plan.digest.map { $0.scans.count == 1 } ?? false)
    }
    #expect(told == [false, true, false, false, false, true, false, true])
  }

  @Test func anOlderLedgerHasNothingToSay() {
    var company = company
    let first = company.night(["shop": []])
    let second = company.night(["shop": [high]])
    let third = company.night(["shop": []])
    let route = MessageRoute(name: "r")
    var book = AnnouncementBook(route: "r", scope: route.scope)
    book = planDigest(first, told: book, route: route).settled
    let plan = planDigest(third, told: book, route: route)
    #expect(plan.digest == nil, "it came and went meanwhile")
    #expect(planDigest(second, told: plan.settled, route: route).digest == nil)
    #expect(planDigest(second, told: plan.settled, route: route).settled == plan.settled)
  }

  @Test func whatIsGoneFromTheLedgerIsForgotten() {
    var company = company
    let route = MessageRoute(name: "r")
    var ledger = company.night(["shop": [high]])
    var book = AnnouncementBook(route: "r", scope: route.scope)
    book = planDigest(ledger, told: book, route: route).settled
    #expect(book.projects["shop"]?.findings.count == 1)
    ledger = company.night(["shop": [high]])
    ledger.projects[0].entries = []
    book = planDigest(ledger, told: book, route: route).settled
    #expect(book.projects["shop"]?.findings.isEmpty == true)
    ledger = company.night(["shop": [high]])
    ledger.projects = []
    #expect(planDigest(ledger, told: book, route: route).settled.projects.isEmpty)
  }

  @Test func theRunsOwnDigestKnowsNoBook() {
    var company = company
    _ = company.night(["shop": [high, low]])
    let worse = changed(high, .critical)
    let ledger = company.night(["shop": [worse, Company.Flaw(name: "c", severity: .high)]])
    let digest = Digest(of: ledger, scope: MessageScope(severity: .info), staleAfterDays: 7)
    #expect(digest.findings.map(\.kind) == [.worsened, .new])
    #expect(digest.findings[0].before == .high)
    #expect(digest.closed.map(\.kind) == [.fixed])
    #expect(digest.openBefore?.total == 2)
    #expect(digest.open.total == 2)
  }
}
