import Findings
import Reconciliation
import Testing

@testable import Actions

/// Whatever happens to findings, scans, deliveries and the program itself.
@Suite struct RandomNightsTests {
  @Test(arguments: 0..<80) func everythingIsToldExactlyOnce(seed: UInt64) throws {
    var dice = Dice(seed &+ 1_000)
    var company = Company(seed: seed)
    let scope = MessageScope(severity: dice.one(of: [.critical, .high, .medium, .info]))
    let route = MessageRoute(name: "security", scope: scope, isQuiet: dice.roll(2) == 0)
    var reader = Reader(scope: scope)
    var book = AnnouncementBook(route: route.name, scope: scope)
    var pending: [Instant] = []
    for _ in 0..<40 {
      let ledger = company.night()
      let plan = planDigest(ledger, told: book, route: route)
      reader.beginsWith(ledger)
      guard let digest = plan.digest else {
        book = plan.settled
        reader.expectsNoMore(of: ledger)
        continue
      }
      #expect(digest.mayBeMissing == pending.suffix(5), "the reader learns what may be missing")
      switch dice.roll(4) {
      case 0:
        // Not delivered.
        book = plan.untold
        continue
      case 1:
        // Nobody knows, or the program ended: the book says what was intended.
        book = plan.intended
        pending = Array((pending + [ledger.moment]).suffix(5))
      default:
        book = plan.settled
        pending = []
      }
      reader.read(digest)
      reader.expectsNoMore(of: ledger)
      book = try AnnouncementBook(decoding: book.encoded(), file: "book")
      #expect(planDigest(ledger, told: book, route: route).digest == nil, "told again")
    }
    #expect(reader.announcements > 0)
  }
}
