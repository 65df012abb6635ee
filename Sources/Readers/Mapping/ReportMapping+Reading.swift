internal import Findings
internal import Syntax

extension ReportMapping {
  /// The findings of a report of this format, and what was set aside.
  func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: scanner, category: category)
    switch report.content {
    case .json(let root): try read(.json(root), report.digests, &reading)
    case .xml(let root): try read(.element(root), report.digests, &reading)
    case .lines(let values):
      for value in values {
        do throws(ReadError) {
          try read(.json(value), report.digests, &reading)
        } catch {
          reading.skipped.add(error)
        }
      }
    case .csv(let table):
      for row in table.rows {
        switch row {
        case .success(let row): add(ReportEntry(node: .row(row)), report.digests, &reading)
        case .failure(let error): reading.skipped.add(ReadError(error))
        }
      }
    case .text: throw ReadError(problem: "expected \(syntax.rawValue)")
    }
    return reading
  }

  /// Reads a whole report, or one of its lines.
  private func read(
    _ root: ReportNode,
    _ digests: SecretDigest,
    _ reading: inout Reading
  ) throws(ReadError) {
    let whole = ReportEntry(node: root)
    if let condition = failed.first(where: { $0.match(in: whole) != nil }) {
      let word = condition.match(in: whole)?.text.flatMap { $0 == "true" ? nil : $0 }
      let said = word.map { ": \($0)" } ?? ""
      reading.failure = MarkdownText.line("`\(condition.path.text)`\(said)", limit: 200)
      return
    }
    guard let entries else { return add(whole, digests, &reading) }
    let walk: ListWalk
    do throws(SyntaxError) {
      walk = try ListWalk(entries, from: root)
    } catch {
      throw ReadError(error)
    }
    for entry in walk.entries { add(entry, digests, &reading) }
    for error in walk.missing { reading.skipped.add(ReadError(error)) }
  }

  /// Adds what one entry says; one that cannot be read is set aside, counted and named.
  private func add(_ entry: ReportEntry, _ digests: SecretDigest, _ reading: inout Reading) {
    if ignored.contains(where: { $0.match(in: entry) != nil }) { return }
    if passed.contains(where: { $0.match(in: entry) != nil }) {
      reading.checks.passed += 1
      return
    }
    do throws(SyntaxError) {
      reading.findings.append(try MappedEntry(entry, self, digests).finding())
    } catch {
      reading.skipped.add(ReadError(error))
    }
  }
}
