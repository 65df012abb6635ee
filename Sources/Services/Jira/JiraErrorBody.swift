internal import Syntax

/// The body of an error: `errorMessages` and `errors` by field (both kinds of Jira), or `message`
/// (Data Center's sign-in, Cloud's gateway); anything else, such as a proxy's page, says nothing.
struct JiraErrorBody {
  var field: String?
  var sentence: String?

  init(_ body: [UInt8]) {
    let document: JSONDocument
    do throws(SyntaxError) {
      document = try JSONDocument(parsing: body)
    } catch {
      sentence = TrackerFailure.reason(ofText: body)
      return
    }
    let root = document.root
    let errors = root["errors"].members.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    let first = errors.first
    field = first.map { String($0.key.prefix(100)) }
    var sentences = first.flatMap(\.value.text).map { [$0] } ?? []
    sentences += errors.dropFirst().map { "\($0.key): \($0.value.text ?? "")" }
    sentences += root["errorMessages"].strings
    if sentences.isEmpty { sentences = [root["message"].string].compactMap { $0 } }
    sentence = TrackerFailure.reason(sentences)
  }
}
