internal import Findings
internal import Reconciliation
internal import Templates

/// Open findings, or tickets, by the time since they are there, one column a band of ages.
struct AgeBands: Sendable {
  private static let plot = Plot(height: 130, above: 18, below: 22)
  /// The age in days at which each band begins.
  private static let starts = [0, 30, 90, 180]
  /// The bands' names.
  static let names = ["0–30 days", "30–90 days", "90–180 days", "180 days or more"]
  private static let shortNames = ["0–30 d", "30–90 d", "90–180 d", "180+ d"]

  let title: String
  /// What is counted, such as `open findings`.
  let noun: String
  /// How many there are in each band, the youngest first.
  let bands: [SeverityCounts]

  /// The ages of projects' open findings at a moment; a band's first day is in it.
  init(_ projects: [ProjectLedger], at moment: Instant, title: String = "Open findings by age") {
    self.title = title
    noun = "open findings"
    var bands = Self.starts.map { _ in SeverityCounts() }
    for project in projects {
      for index in project.entries.indices where project.entries[index].state.countsAsOpen {
        let band = Self.band(since: project.entries[index].firstSeen, at: moment)
        bands[band][project.entries[index].finding.severity] += 1
      }
    }
    self.bands = bands
  }

  /// The ages of anything that has a severity and a beginning.
  init(
    _ items: some Sequence<(severity: Severity, since: Instant)>,
    at moment: Instant,
    title: String,
    noun: String
  ) {
    self.title = title
    self.noun = noun
    var bands = Self.starts.map { _ in SeverityCounts() }
    for item in items { bands[Self.band(since: item.since, at: moment)][item.severity] += 1 }
    self.bands = bands
  }

  /// The band of what began at a moment, and is still there at another.
  static func band(since: Instant, at moment: Instant) -> Int {
    let age = (moment.seconds - since.seconds) / 86_400
    return starts.lastIndex { $0 <= age } ?? 0
  }

  /// The finished chart.
  var chart: Chart {
    Chart(
      title: title,
      summary: summary,
      drawing: drawing,
      table: table,
      mermaid: total == 0
        ? nil
        : Mermaid.lines(
          title: title,
          labels: Self.starts.map { "from \($0) days" },
          series: [("bar", bands.map(\.total))]
        )
    )
  }

  private var total: Int { bands.reduce(0) { $0 + $1.total } }

  private var severities: [Severity] {
    Severity.allCases.filter { severity in bands.contains { $0[severity] > 0 } }
  }

  private var summary: String {
    guard total > 0 else { return "0 \(noun)." }
    return zip(Self.names, bands).map { "\($0): \($1.total)" }.joined(separator: ", ") + "."
  }

  private var table: ChartTable {
    ChartTable(
      caption: title,
      columns: ["Age"] + Severity.allCases.map(\.title) + ["Total"],
      rows: zip(Self.names, bands)
        .map { name, band in
          let counts = Severity.allCases.map { band[$0] } + [band.total]
          return ChartRow(label: name, cells: counts.map(String.init))
        }
    )
  }
}

// The drawing.
extension AgeBands {
  private var drawing: Markup {
    guard total > 0 else {
      var html = SVGWriter()
      html.element("p", ["class": "zero"], text: summary)
      return Markup(html.bytes, in: .html)
    }
    let svg = Self.plot.drawing(
      title: title,
      summary: summary,
      shapes: { svg in
        for band in bands.indices { drawColumn(band, in: &svg) }
      },
      labels: { svg in
        Self.plot.rule(at: Self.plot.height, style: "axis", in: &svg)
        for band in bands.indices { labelColumn(band, in: &svg) }
      }
    )
    let legend = Legend(
      items: severities.map { severity in
        let count = bands.reduce(0) { $0 + $1[severity] }
        let share = Share(severity, count: count)
        return Legend.Item(
          style: share.style,
          letter: share.letter,
          text: "\(share.name) \(count)"
        )
      }
    )
    return Markup(svg + legend.bytes, in: .html)
  }

  private func height(_ count: Int) -> Double {
    let highest = bands.map(\.total).max() ?? 1
    return Self.plot.height * Double(count) / Double(max(1, highest))
  }

  /// The share of the width at which a column stands; a quarter each, of which it takes half.
  private func left(_ band: Int) -> Double { (Double(band) + 0.25) / Double(bands.count) }
  private var columnWidth: Double { 0.5 / Double(bands.count) }

  /// Each severity's upper and lower edge in a column, the worst at the bottom.
  private func segments(_ band: Int) -> [(severity: Severity, top: Double, bottom: Double)] {
    var sum = 0
    return severities.filter { bands[band][$0] > 0 }
      .map { severity in
        let bottom = Self.plot.height - height(sum)
        sum += bands[band][severity]
        return (severity, Self.plot.height - height(sum), bottom)
      }
  }

  private func drawColumn(_ band: Int, in svg: inout SVGWriter) {
    for segment in segments(band) {
      let attributes: KeyValuePairs<StaticString, String> = [
        "class": "\(segment.severity.rawValue) border",
        "x": Figure.decimal(left(band) * Plot.width),
        "width": Figure.decimal(columnWidth * Plot.width),
        "y": Figure.decimal(segment.top),
        "height": Figure.decimal(segment.bottom - segment.top),
        "vector-effect": "non-scaling-stroke",
      ]
      let count = bands[band][segment.severity]
      let tooltip = "\(Self.names[band]): \(segment.severity.title) \(count)"
      svg.element("rect", attributes, tooltip: tooltip)
    }
  }

  private func labelColumn(_ band: Int, in svg: inout SVGWriter) {
    let middle = Figure.percent(left(band) + columnWidth / 2)
    func label(_ text: String, style: String, y: Double) {
      let attributes: KeyValuePairs<StaticString, String> = [
        "class": style, "x": middle, "y": Figure.decimal(y), "text-anchor": "middle",
      ]
      svg.element("text", attributes, text: text)
    }
    let top = Self.plot.above + Self.plot.height - height(bands[band].total)
    label(Figure.short(bands[band].total), style: "total", y: top - 5)
    label(Self.shortNames[band], style: "label", y: Self.plot.above + Self.plot.height + 16)
    for segment in segments(band) where segment.bottom - segment.top >= 12 {
      let attributes: KeyValuePairs<StaticString, String> = [
        "class": "label", "x": Figure.percent(left(band) + columnWidth), "dx": "4",
        "y": Figure.decimal(Self.plot.above + (segment.top + segment.bottom) / 2 + 4),
      ]
      svg.element("text", attributes, text: Share(segment.severity, count: 0).letter)
    }
  }
}
