internal import Findings
internal import Syntax

/// How bad a vulnerability is, of the several ratings a document may list.
struct CycloneDXRatings {
  /// The word of the rating that was chosen.
  private(set) var word: String?
  private(set) var severity = Severity.unknown
  private var scores = CVSSRatings()
  private var isFromSource = false

  /// The rating by the vulnerability's own source counts, else the first that says how bad it is,
  /// in a word or by its CVSS score.
  init(_ ratings: JSON, source: JSON) {
    for rating in ratings.elements {
      add(
        word: rating["severity"].string,
        score: rating["score"].double,
        vector: rating["vector"].string,
        method: rating["method"].string ?? "",
        isFromSource: Self.same(rating["source"]["name"].string, source["name"].string)
      )
    }
  }

  init(_ ratings: XMLElement, source: XMLElement) {
    let name = source.child("name").nonEmpty ?? source["name"]
    for rating in ratings.children("rating") {
      let score = rating.child("score")
      add(
        word: rating.child("severity").nonEmpty,
        score: (score.child("base").nonEmpty ?? score.nonEmpty).flatMap { Double($0) },
        vector: rating.child("vector").nonEmpty,
        method: rating.child("method").nonEmpty ?? "",
        isFromSource: Self.same(rating.child("source").child("name").nonEmpty, name)
      )
    }
  }

  /// The CVSS rating of the highest version.
  var cvss: CVSS? { scores.best }

  private mutating func add(
    word: String?,
    score: Double?,
    vector: String?,
    method: String,
    isFromSource: Bool
  ) {
    let isCVSS = method.hasPrefix("CVSS") || vector?.hasPrefix("CVSS:") ?? false
    // Tools write 0 where they know no score.
    let score = score.flatMap { isCVSS && $0 > 0 ? $0 : nil }
    scores.add(score: score, vector: vector, version: Self.version(of: method))
    let stated = word.map { Severity(word: $0) } ?? .unknown
    let rated = stated == .unknown ? score.map { Severity(score: $0) } ?? .unknown : stated
    guard rated != .unknown, severity == .unknown || isFromSource && !self.isFromSource else {
      return
    }
    severity = rated
    self.word = stated == .unknown ? nil : word
    self.isFromSource = isFromSource
  }

  private static func same(_ rater: String?, _ source: String?) -> Bool {
    guard let rater, let source else { return false }
    return rater.lowercased() == source.lowercased()
  }

  private static func version(of method: String) -> Double? {
    switch method {
    case "CVSSv2": 2
    case "CVSSv3": 3
    case "CVSSv31": 3.1
    case "CVSSv4": 4
    default: nil
    }
  }
}
