internal import Findings
internal import Reconciliation
internal import Templates

/// The parts of a whole as one bar of 100 %.
struct ShareBar: Sendable {
  private static let plot = Plot(height: 22, below: 18)

  let title: String
  let shares: [Share]
  /// What is said when there is nothing, such as `0 open findings, found by 7 scans`.
  let zero: String
  private let percentages: Percentages

  /// A bar of any parts.
  init(title: String, shares: [Share], zero: String) {
    self.title = title
    self.shares = shares
    self.zero = zero
    percentages = Percentages(shares.map(\.count))
  }

  /// A bar of severities, the worst first.
  init(_ counts: SeverityCounts, title: String = "Open findings by severity", zero: String) {
    self.init(
      title: title,
      shares: Severity.allCases.map { Share($0, count: counts[$0]) },
      zero: zero
    )
  }

  /// A bar of states.
  init(_ counts: [State: Int], title: String = "Findings by status", zero: String) {
    self.init(
      title: title,
      shares: State.allCases.map { Share($0, count: counts[$0, default: 0]) },
      zero: zero
    )
  }

  /// The finished chart.
  var chart: Chart {
    Chart(
      title: title,
      summary: summary,
      drawing: drawing,
      table: table,
      mermaid: Mermaid.pie(title: title, parts: shares.map { ($0.name, $0.count) })
    )
  }

  private var isEmpty: Bool { shares.allSatisfy { $0.count <= 0 } }

  /// The parts that are there.
  private var present: [Int] { shares.indices.filter { shares[$0].count > 0 } }

  private func text(_ index: Int) -> String {
    "\(shares[index].name) \(shares[index].count) (\(percentages.text(index)))"
  }

  private var summary: String {
    isEmpty ? zero : present.map(text).joined(separator: ", ") + "."
  }

  private var table: ChartTable {
    ChartTable(
      caption: title,
      columns: ["Kind", "Count", "Share"],
      rows: shares.indices.map { index in
        ChartRow(
          label: shares[index].name,
          cells: ["\(shares[index].count)", percentages.text(index)]
        )
      }
    )
  }

  private var drawing: Markup {
    guard !isEmpty else {
      var html = SVGWriter()
      html.element("p", ["class": "zero"], text: zero)
      return Markup(html.bytes, in: .html)
    }
    let ranges = ranges
    let svg = Self.plot.drawing(
      title: title,
      summary: summary,
      shapes: { svg in
        for index in present { draw(index, ranges[index], in: &svg) }
      },
      labels: { svg in
        for index in present { label(index, ranges[index], in: &svg) }
      }
    )
    let legend = Legend(
      items: present.map { index in
        Legend.Item(style: shares[index].style, letter: shares[index].letter, text: text(index))
      }
    )
    return Markup(svg + legend.bytes, in: .html)
  }

  /// Where each part begins and ends, 0 to 1.
  private var ranges: [ClosedRange<Double>] {
    let counts = shares.map { Double(max(0, $0.count)) }
    let total = counts.reduce(0, +)
    var sum = 0.0
    return counts.map { count in
      let start = sum / total
      sum += count
      return start...(sum / total)
    }
  }

  private func draw(_ index: Int, _ range: ClosedRange<Double>, in svg: inout SVGWriter) {
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "\(shares[index].style) border",
      "x": Figure.decimal(range.lowerBound * Plot.width),
      "width": Figure.decimal((range.upperBound - range.lowerBound) * Plot.width),
      "height": Figure.decimal(Self.plot.height), "vector-effect": "non-scaling-stroke",
    ]
    svg.element("rect", attributes, tooltip: text(index))
  }

  /// The letter below a part, with its percentage where there is room.
  private func label(_ index: Int, _ range: ClosedRange<Double>, in svg: inout SVGWriter) {
    let width = range.upperBound - range.lowerBound
    guard width >= 0.05 else { return }
    let letter = shares[index].letter
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "label", "x": Figure.percent((range.lowerBound + range.upperBound) / 2),
      "y": Figure.decimal(Self.plot.height + 14), "text-anchor": "middle",
    ]
    let text = width >= 0.15 ? "\(letter) \(percentages.text(index))" : letter
    svg.element("text", attributes, text: text)
  }
}
