internal import Syntax

/// The body of an error: `message`, a text or texts by field; or `error`, a word or sentence, with
/// `error_description` (OAuth, RFC 6749 §5.2); anything else, such as a proxy's page, says nothing.
struct GitLabErrorBody {
  /// The field that is wrong.
  var field: String?
  /// The word for the error, where there is one, such as `invalid_token`.
  var word: String?
  /// What is wrong, bounded, on one line.
  var sentence: String?

  /// Reads a body.
  init(_ body: [UInt8]) {
    let document: JSONDocument
    do throws(SyntaxError) {
      document = try JSONDocument(parsing: body)
    } catch {
      sentence = TrackerFailure.reason(ofText: body)
      return
    }
    let root = document.root
    let message = root["message"]
    if message.isObject {
      read(fields: message)
    } else if let error = root["error"].nonEmpty {
      word = error
      field = Self.field(of: error)
      let description = root["error_description"].nonEmpty
      sentence = TrackerFailure.reason([description.map { "\(error): \($0)" } ?? error])
    } else {
      sentence = TrackerFailure.reason(message.isArray ? message.strings : [message.text ?? ""])
    }
  }

  private mutating func read(fields: JSON) {
    let all = fields.members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let first = all.first { !["base", "error"].contains($0.key) }
    field = first.map { String($0.key.prefix(100)) }
    sentence = TrackerFailure.reason(
      all.map { key, value in
        let text = value.isArray ? value.strings.joined(separator: ", ") : value.text ?? ""
        return all.count == 1 ? text : "\(key): \(text)"
      }
    )
  }

  /// The parameter that a sentence such as `due_date is invalid` is about.
  private static func field(of error: String) -> String? {
    let words = error.split(separator: " ", maxSplits: 1)
    let isOne =
      words.count == 2 && words[0].utf8.allSatisfy { $0 == 0x5F || $0 >= 0x61 && $0 <= 0x7A }
    guard isOne, ["is missing", "is invalid", "does not have a valid value"].contains(words[1])
    else { return nil }
    return String(words[0])
  }
}
