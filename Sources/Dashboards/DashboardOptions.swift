/// What a dashboard says of itself, and how far back it looks.
public struct DashboardOptions: Sendable {
  /// Whose dashboard it is, as its header says.
  public var title: String
  /// The program that writes it and its version, such as `vigil 0.1.0`.
  public var generatedBy: String
  /// After how many days without a new report a scan is stale.
  public var staleAfterDays: Int
  /// Above how many findings each is described in brief, so that the site stays below 100 MB: what
  /// its rule's page says is then not repeated.
  public var briefAbove: Int

  /// Options of a dashboard.
  public init(
    title: String,
    generatedBy: String,
    staleAfterDays: Int = 7,
    briefAbove: Int = 25_000
  ) {
    self.title = title
    self.generatedBy = generatedBy
    self.staleAfterDays = staleAfterDays
    self.briefAbove = briefAbove
  }
}
