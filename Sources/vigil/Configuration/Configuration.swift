internal import Actions
internal import Findings
internal import Hashing
internal import Pipeline
internal import Readers
internal import Reconciliation

/// What `vigil.yml` says.
struct Configuration {
  /// Whose dashboards they are.
  var title = "Security"
  /// Where the artifacts lie, and how to read them.
  var artifacts: Place
  var layout: Layout
  var branches: Set<String> = []
  var ignoring: [String] = []
  /// The bytes over which an artifact is not read, packed or unpacked.
  var maxSize = 1 << 30
  /// Where the history lies.
  var history: Place
  /// The folder the dashboards go to.
  var output: String
  /// A folder of templates that replace those in the program.
  var templates: String?
  /// The variable or file that holds the key for digests of secrets.
  var secretKeyVariable: String?
  var secretKeyFile: String?
  /// After how many days without a new report a scan is stale.
  var staleAfterDays = 7
  /// Patterns of streams that nobody expects any more.
  var retired: [String] = []
  var reconciling = ReconcileOptions()
  var gate = Gate()
  /// How to read reports that no reader knows, and the files that say more of it.
  var mappings: [ReportMapping] = []
  var mappingFiles: [String] = []
  /// The address under which the dashboards are served.
  var site: String?
  /// How tickets are kept; nil if they are not.
  var tickets: TicketSetup?
  /// Who is told what is new; nil if nobody is.
  var messages: MessageSetup?
  /// The SHA-256 of the file, or of it and those of its mappings.
  var digest: String

  /// Where texts for others lead.
  var links: TicketLinks { tickets?.links ?? TicketLinks(site: site) }

  /// What a run goes by.
  func settings(secretKey: [UInt8]?) -> RunSettings {
    var settings = RunSettings(
      layouts: [layout],
      tool: Version.name,
      configuration: digest
    )
    settings.branches = branches
    settings.ignoring = ignoring
    settings.retired = retired
    settings.reconciling = reconciling
    settings.gate = gate
    settings.secretKey = secretKey
    settings.unpackedLimit = maxSize
    settings.mappings = mappings
    return settings
  }
}
