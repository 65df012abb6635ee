import Foundation
import TestSupport

/// The readers' typical fixtures, a marked secret of each kind behind every text in them.
///
/// A text is what has white space in it or an equals sign: prose, code, requests, headers. Names
/// and numbers have neither.
struct PlantedReports {
  /// The secrets in them.
  var secrets = MarkedSecrets()
  /// The reports by their keys.
  private(set) var reports: [(key: String, text: String)] = []
  /// What is put behind each text.
  private var phrase = ""

  init() throws {
    phrase =
      "; DB_PASSWORD=\(secrets.word()) token: \"\(secrets.key())\" \(secrets.token())"
      + " \(secrets.accessKey()) https://joe:\(secrets.word())@shop.example/?api_key=\(secrets.key())"
      + " --password=\(secrets.word()) Authorization: Bearer \(secrets.webToken())"
      + " Authorization: Basic \(secrets.base64()) Cookie: session=\(secrets.key())"
    let fixtures = Checkout.root.appendingPathComponent("Tests/ReadersTests/Fixtures")
    let manager = FileManager.default
    for format in try manager.contentsOfDirectory(atPath: fixtures.path).sorted() {
      let folder = fixtures.appendingPathComponent("\(format)/typical")
      let files = try manager.contentsOfDirectory(atPath: folder.path)
      guard let file = files.first(where: { $0 != "expected.txt" }) else { continue }
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      reports.append(("shop/mixed/\(format)/\(file)", planted(text)))
    }
  }

  private func planted(_ text: String) -> String {
    if text.hasPrefix("<") { return plantedXML(text) }
    guard let start = text.firstIndex(where: { "{[".contains($0) }) else {
      return plantedCSV(text)
    }
    let head = text[..<start]
    if head.contains(",") || head.contains("\"") { return plantedCSV(text) }
    if let whole = plantedJSON(String(text[start...])) { return head + whole }
    return text.split(separator: "\n").map { plantedJSON(String($0)) ?? String($0) }
      .joined(separator: "\n")
  }

  private func plantedJSON(_ text: String) -> String? {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
      let data = try? JSONSerialization.data(
        withJSONObject: plantedValue(value),
        options: [.sortedKeys, .withoutEscapingSlashes]
      )
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private func plantedValue(_ value: Any) -> Any {
    switch value {
    case let text as String: isText(text) ? text + phrase : text
    case let list as [Any]: list.map(plantedValue)
    case let object as [String: Any]: object.mapValues(plantedValue)
    default: value
    }
  }

  private func plantedXML(_ text: String) -> String {
    let escaped = phrase.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    // The declaration is left alone, and so is white space between elements.
    let body = text.firstRange(of: "?>")?.upperBound ?? text.startIndex
    return text[..<body]
      + String(text[body...]).replacing(/(="|>)([^"<>]*[^"<>\s][^"<>]*)("|<)/) { match in
        let (_, opening, inside, closing) = match.output
        let plants = isText(String(inside)) && (opening == ">") == (closing == "<")
        return "\(opening)\(inside)\(plants ? escaped : "")\(closing)"
      }
  }

  private func plantedCSV(_ text: String) -> String {
    let escaped = phrase.replacing("\"", with: "\"\"")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.dropFirst().map { line in
      String(line).replacing(/"((?:[^"]|"")*)"/) { match in
        isText(String(match.output.1)) ? "\"\(match.output.1)\(escaped)\"" : String(match.output.0)
      }
    }
    return ([String(lines.first ?? "")] + rows).joined(separator: "\n")
  }

  /// Names by which readers know their reports.
  private static let names: Set = ["terraform scan", "SSLScan Results"]

  private func isText(_ text: String) -> Bool {
    !Self.names.contains(text) && text.contains { " \n=".contains($0) }
      && !text.contains(/^[0-9:. TZ+-]+$/)
  }
}
