public import Actions
public import Pipeline
internal import Syntax

extension GitLabTracker {
  /// Sends a request and says what came of it.
  public func send(_ request: TrackerRequest) async -> StepOutcome {
    do throws(TrackerFailure) {
      let response = try await session.send(request)
      return outcome(of: response, makesIssue: request.makesIssue)
    } catch  where error.status == 409 && request.address.hasSuffix("/links") {
      // The two are linked already.
      return .done(nil)
    } catch {
      return error.outcome
    }
  }

  /// What a success says: one that is followed by something else than JSON may be a proxy's page.
  private func outcome(of response: HTTPResponse, makesIssue: Bool) -> StepOutcome {
    let answer: JSON
    do throws(TrackerFailure) {
      answer = try TrackerSession.document(response).root
    } catch {
      return .uncertain(error.reason)
    }
    guard makesIssue else { return .done(nil) }
    guard let reference = GitLabIssue.reference(answer) else {
      return .uncertain("the answer does not name the new issue")
    }
    return .done(reference)
  }
}
