import Actions
import Dashboards
import FoundationEssentials
import Reconciliation
import Templates

/// All files of a dashboard, in memory.
struct WrittenSite {
  private(set) var files: [String: [UInt8]] = [:]
  /// The paths in the order they began.
  private(set) var order: [String] = []
  /// Whether a file was begun again after another.
  private(set) var isInterleaved = false

  static func dashboard(
    overrides: [String: [UInt8]] = [:],
    briefAbove: Int = 25_000
  ) throws -> Dashboard {
    let library = try TemplateLibrary(files: Assets.templates, overrides: overrides)
    return try Dashboard(
      templates: library,
      options: DashboardOptions(
        title: "Example <Shop>",
        generatedBy: "vigil 0.1.0",
        briefAbove: briefAbove
      )
    )
  }

  init(_ ledger: Ledger, tickets: TicketReport? = nil, briefAbove: Int = 25_000) throws {
    var last = ""
    try Self.dashboard(briefAbove: briefAbove).write(ledger, tickets: tickets) { page in
      if page.path != last {
        if files[page.path] != nil { isInterleaved = true }
        order.append(page.path)
      }
      last = page.path
      files[page.path, default: []] += page.bytes
    }
  }

  /// The text of a file.
  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The paths with an ending, sorted.
  func paths(_ ending: String) -> [String] { files.keys.filter { $0.hasSuffix(ending) }.sorted() }

  /// Writes the files into the folder that an environment variable names, if it is set.
  func writeIfAsked(_ variable: String) throws {
    guard let folder = ProcessInfo.processInfo.environment[variable] else { return }
    for (path, bytes) in files {
      let file = URL(filePath: folder).appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: file)
    }
  }
}
