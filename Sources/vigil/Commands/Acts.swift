internal import Actions
internal import Findings
internal import Pipeline

/// What a run does besides its report: keeps the tickets, tells what is new.
struct Acts: Sendable {
  /// Who keeps the tickets; nil if nobody does, or cannot.
  var tickets: Tickets?
  var appliesTickets = false
  /// Who tells what is new; nil if nobody does, or cannot.
  var messages: Messages?
  var appliesMessages = false
  /// The files that digests are written to, by the routes' names.
  var digestFiles: [String: String] = [:]
  /// Why something of it cannot be done.
  var problems: [Problem] = []

  /// Nothing.
  init() {}

  /// What a configuration asks for.
  ///
  /// Whatever is missing for it is a problem: there is a report all the same.
  init(
    _ configuration: Configuration,
    in history: History,
    templates: String?,
    environment: [String: String],
    observer: any RunObserver,
    backfill: Int = 0
  ) async {
    if var setup = configuration.tickets {
      setup.policy.backfill = backfill
      appliesTickets = setup.isApplied
      do throws(Problem) {
        tickets = try await setup.tickets(
          in: history,
          templates: templates,
          environment: environment,
          observer: observer
        )
      } catch {
        problems.append(error)
      }
    }
    if let setup = configuration.messages {
      appliesMessages = setup.isApplied
      for channel in setup.channels { digestFiles[channel.route.name] = channel.markdownFile }
      do throws(Problem) {
        messages = try setup.messages(
          in: history,
          texts: try await MessageSetup.texts(templates: templates, links: configuration.links),
          environment: environment,
          observer: observer
        )
      } catch {
        problems.append(error)
      }
    }
  }
}
