/// The scans of one category.
struct ScanSection: TemplateView {
  let category: String
  let scans: [ScanRow]

  static let schema = Schema<ScanSection>(
    "scan section",
    [
      .text("category") { $0.category },
      .text("count") { counted($0.scans.count, "scan") },
      .list("scans") { $0.scans },
    ]
  )
}
