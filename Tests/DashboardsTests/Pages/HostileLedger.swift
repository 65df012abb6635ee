import Findings
import Reconciliation

/// A ledger with a text that tries to be something else in every field.
enum HostileLedger {
  static let names =
    hostileTexts + [
      "../", "..", "-rf", "Shop", "shop", "a/b", "a b", String(repeating: "x", count: 4_000),
    ]

  static func make() -> Ledger {
    let sample = SampleLedger.make()
    let runs = [Instant(seconds: SampleLedger.monday.seconds - 86_400), SampleLedger.monday]
    let projects = names.enumerated().map { number, name in
      var project = sample.projects[1]
      project.name = name
      project.isBaseline = number == 0
      for index in project.scans.indices {
        project.scans[index].stream = stream(name, number, "scan \(index)")
        project.scans[index].reason = hostileTexts[index]
        project.scans[index].notes = hostileTexts
      }
      project.entries = project.entries.enumerated()
        .filter { $0.offset % State.allCases.count == number % State.allCases.count }.map(\.element)
      for index in project.entries.indices {
        let text = hostileTexts[(index + number) % hostileTexts.count]
        project.entries[index].id = id(number * project.entries.count + index)
        project.entries[index].stream = stream(name, number, "scan \(index % 4)")
        make(&project.entries[index].finding, hostile: text)
        project.entries[index].possiblyMovedFrom = [id(0), text]
        project.entries[index].history = [
          Event(at: runs[0], change: .new), Event(at: runs[1], change: .changed, note: text),
        ]
        project.entries[index].differences = [
          Difference(field: text, before: text, after: text)
        ]
      }
      return project
    }
    return Ledger(
      moment: sample.moment,
      previous: sample.previous,
      runs: runs + [sample.moment],
      projects: projects.sorted {
        Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8))
      },
      snapshot: sample.snapshot
    )
  }

  private static func make(_ finding: inout Finding, hostile text: String) {
    finding.message = text
    finding.rule.description =
      text + "\n\n![](https://evil.example/x.png) <script>alert(1)</script>"
    finding.rule.remediation = text + "\n\n[x](javascript:alert(1)) <https://evil.example/>"
    finding.rule.references = [text, "javascript:alert(1)", "https://docs.example/\"onclick=x>"]
    finding.identifiers += [
      Identifier(kind: .cwe, value: text), Identifier(kind: .ghsa, value: text),
    ]
  }

  private static func stream(_ project: String, _ number: Int, _ scanner: String) -> Stream {
    let text = hostileTexts[number % hostileTexts.count]
    return Stream(
      project: project,
      category: Findings.Category(rawValue: number % 2 == 0 ? text : "sast"),
      scanner: scanner + text,
      target: text
    )
  }

  private static func id(_ number: Int) -> String {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String((0..<16).map { digits[(number >> (5 * min($0, 11))) & 31] })
  }
}
