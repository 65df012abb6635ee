internal import Findings
internal import Reconciliation
internal import Templates

extension FindingSection {
  /// A list of findings, already in listing order, as sections by severity and groups by rule.
  ///
  /// - Parameters:
  ///   - list: The findings of one page.
  ///   - totals: How many there are of each severity on all pages of the list.
  ///   - outline: The ledger they are of.
  ///   - root: The way from the page to the top.
  ///   - namesProject: Whether each row says whose finding it is.
  ///   - saysWhyWithoutTicket: Whether each row says why its finding has no ticket.
  /// - Returns: A section for each severity, the worst first.
  static func listing(
    _ list: ArraySlice<FindingReference>,
    of totals: SeverityCounts,
    in outline: LedgerOutline,
    root: String,
    namesProject: Bool,
    saysWhyWithoutTicket: Bool = false
  ) -> [FindingSection] {
    list.runs { outline[$0].finding.severity == outline[$1].finding.severity }
      .map { section in
        let severity = outline[section[section.startIndex]].finding.severity
        let total = totals[severity]
        let count = counted(section.count, "finding")
        return FindingSection(
          severity: severity,
          caption: section.count == total ? count : "\(count) of \(total)",
          namesProject: namesProject,
          groups: section.runs { isOneGroup(outline[$0], outline[$1]) }
            .map {
              group(
                Array($0),
                in: outline,
                root: root,
                namesProject: namesProject,
                saysWhyWithoutTicket: saysWhyWithoutTicket
              )
            }
        )
      }
  }

  private static func isOneGroup(_ left: Entry, _ right: Entry) -> Bool {
    left.finding.rule.id == right.finding.rule.id && left.finding.title == right.finding.title
      && left.stream.scanner == right.stream.scanner
  }

  private static func group(
    _ list: [FindingReference],
    in outline: LedgerOutline,
    root: String,
    namesProject: Bool,
    saysWhyWithoutTicket: Bool
  ) -> FindingGroup {
    let first = outline[list[0]]
    let rule = first.finding.rule.id
    return FindingGroup(
      title: first.finding.title.bounded(to: 200),
      rule: rule.bounded(to: 100),
      ruleLink: outline.rules.position(of: rule, scanner: first.stream.scanner)
        .map { RuleBook.link($0, root: root) },
      scanner: first.stream.scanner.bounded(to: 40),
      findings: Rows(list) { reference in
        FindingRow(
          outline[reference],
          of: outline.projects[reference.project],
          root: root,
          namesProject: namesProject,
          outline: outline,
          saysWhyWithoutTicket: saysWhyWithoutTicket
        )
      }
    )
  }
}

extension ArraySlice {
  /// The slices in which each element belongs to the one before.
  fileprivate func runs(_ belongs: (Element, Element) -> Bool) -> [ArraySlice] {
    var runs: [ArraySlice] = []
    var start = startIndex
    for index in indices.dropFirst() where !belongs(self[index - 1], self[index]) {
      runs.append(self[start..<index])
      start = index
    }
    if start < endIndex { runs.append(self[start..<endIndex]) }
    return runs
  }
}
