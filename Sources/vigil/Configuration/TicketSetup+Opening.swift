internal import Actions
internal import Findings
internal import Pipeline
internal import Services
internal import Templates

extension TicketSetup {
  /// The keeper of tickets that the configuration describes.
  ///
  /// - Parameters:
  ///   - history: Where the books of tickets lie.
  ///   - templates: A folder of templates that replace those in the program.
  ///   - environment: The environment's variables, which may hold the token.
  ///   - observer: Who hears how it gets on.
  /// - Returns: The keeper; nothing is asked of the tracker yet.
  /// - Throws: The token that is not there, the address that is none, the template that is wrong.
  func tickets(
    in history: History,
    templates: String?,
    environment: [String: String],
    observer: any RunObserver
  ) async throws(Problem) -> Tickets {
    Tickets(
      tracker: try tracker(environment: environment),
      store: history.store,
      policy: policy,
      texts: try await texts(templates: templates),
      budget: .seconds(60 * minutes),
      observer: observer
    )
  }

  /// What tickets say.
  func texts(templates: String?) async throws(Problem) -> TicketTexts {
    let library = try await TemplateSetup.library(templates: templates)
    return try TemplateSetup.compiling { () throws(TemplateError) in
      try TicketTexts(library, links: links)
    }
  }

  private func tracker(environment: [String: String]) throws(Problem) -> any Tracker {
    let secret = try token.held(environment: environment).read()
    switch kind {
    case .jiraCloud, .jiraDataCenter:
      var access = try JiraAccess(
        kind == .jiraCloud ? .cloud : .dataCenter,
        site: url,
        api: api,
        credential: user.map { .basic(user: $0, secret: secret) } ?? .bearer(secret),
        certificates: certificates
      )
      if !fixedResolutions.isEmpty { access.resolutions.fixed = fixedResolutions }
      if !suppressedResolutions.isEmpty { access.resolutions.suppressed = suppressedResolutions }
      return try JiraTracker(access)
    case .gitLab:
      let access = try GitLabAccess(site: url, api: api, token: secret, certificates: certificates)
      return try GitLabTracker(access)
    }
  }
}
