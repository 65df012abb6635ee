public import Actions
public import Pipeline
internal import Syntax

extension JiraTracker {
  /// Sends a request and says what came of it.
  public func send(_ request: TrackerRequest) async -> StepOutcome {
    do throws(TrackerFailure) {
      let response = try await session.send(request)
      guard request.makesIssue else { return Self.outcome(of: response) }
      return created(response)
    } catch {
      return error.outcome
    }
  }

  /// What a success says: one that is followed by something else than JSON may be a proxy's page.
  private static func outcome(of response: HTTPResponse) -> StepOutcome {
    guard !response.body.isEmpty else { return .done(nil) }
    do throws(SyntaxError) {
      _ = try JSONDocument(parsing: response.body)
      return .done(nil)
    } catch {
      return .uncertain("the answer is no JSON: \(error)")
    }
  }

  /// The issue that was made; it may be there though the answer cannot be read.
  private func created(_ response: HTTPResponse) -> StepOutcome {
    do throws(SyntaxError) {
      let answer = try JSONDocument(parsing: response.body).root
      if let reference = JiraIssue.reference(answer, access) { return .done(reference) }
    } catch {
      return .uncertain("the answer is no JSON: \(error)")
    }
    return .uncertain("the answer does not name the new issue")
  }
}
