public import Readers
public import Reconciliation

/// What a run goes by, besides the places it reads and writes.
public struct RunSettings: Sendable {
  /// How artifacts' keys are made; the first that fits counts.
  public var layouts: [Layout]
  /// The branches that count; all, if empty.
  public var branches: Set<String> = []
  /// Patterns of keys that are not reports.
  public var ignoring: [String] = []
  /// Patterns of `project/category/scanner/target` that nobody expects any more.
  public var retired: [String] = []
  /// How long things are remembered, and how hard to look for what moved.
  public var reconciling = ReconcileOptions()
  /// When the run fails.
  public var gate = Gate()
  /// The key for digests of secrets; nil: the one that lies with the history.
  public var secretKey: [UInt8]?
  /// How to read reports that no reader knows.
  public var mappings: [ReportMapping] = []
  /// The largest size in bytes to unpack.
  public var unpackedLimit = 1 << 30
  /// The version of Vigil.
  public var tool: String
  /// The SHA-256 of the configuration, in lower-case hex.
  public var configuration: String

  /// The defaults, with layouts and the program's version.
  public init(layouts: [Layout], tool: String, configuration: String = "") {
    self.layouts = layouts
    self.tool = tool
    self.configuration = configuration
  }
}
