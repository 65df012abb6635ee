internal import Findings
internal import Pipeline
internal import Reconciliation

extension HistoryOption {
  /// The history that the options name.
  func open(environment: [String: String]) async throws(Problem) -> History {
    if let history {
      return History(
        in: try Place(location: history).open(mustExist: true, environment: environment)
      )
    }
    return try await Configuration.load(config).openHistory(environment: environment)
  }

  /// The run that the options name.
  func run(in history: History) async throws(Problem) -> History.Run {
    guard let run = try await history.run(asOf: asOfMoment) else {
      throw Problem(
        file: history.store.name,
        problem: asOf.map { "no run at or before \($0)" } ?? "no run yet",
        hint: "`vigil run` makes one"
      )
    }
    return run
  }
}
