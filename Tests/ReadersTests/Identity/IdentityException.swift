import Testing

/// What a transformation must leave alone in the reports of a format, since it means something else
/// there, or since it really is part of what a finding is.
struct IdentityException: Sendable, CustomTestStringConvertible {
  var format: String
  var transformation: String
  /// The last names on the way to a leaf or a list, such as `range/events`.
  var place: String
  /// The value of the leaf that is left alone; nil for any.
  var value: String?
  var reason: String

  var testDescription: String {
    "\(format), \(transformation): \(place) \(value ?? "")"
  }

  /// Whether a leaf or a list is meant.
  func covers(_ path: [String]) -> Bool {
    let names = place.isEmpty ? [] : place.split(separator: "/").map(String.init)
    return names.isEmpty ? path.isEmpty : path.suffix(names.count).elementsEqual(names)
  }

  static func of(_ format: String, _ transformation: Transformation) -> [IdentityException] {
    all.filter { $0.format == format && $0.transformation == transformation.name }
  }

  static let all: [IdentityException] = order + severities

  private static let order = [
    IdentityException(
      format: "cfn-lint",
      transformation: "order",
      place: "Location/Path",
      reason: "the names on the way to a resource"
    ),
    IdentityException(
      format: "checkmarx",
      transformation: "order",
      place: "Path/PathNode",
      reason: "the way of the data, from source to sink"
    ),
    IdentityException(
      format: "checkov",
      transformation: "order",
      place: "code_block",
      reason: "number and text of a line"
    ),
    IdentityException(
      format: "gitlab",
      transformation: "order",
      place: "identifiers",
      reason: "the first is the primary one"
    ),
    IdentityException(
      format: "govulncheck",
      transformation: "order",
      place: "trace",
      reason: "the way from the vulnerable symbol to the code that calls it"
    ),
    IdentityException(
      format: "mobsf",
      transformation: "order",
      place: "certificate_findings",
      reason: "level, description and title"
    ),
    IdentityException(
      format: "mobsf",
      transformation: "order",
      place: "component",
      reason: "kind and name of a component"
    ),
    IdentityException(
      format: "safety",
      transformation: "order",
      place: "",
      reason: "in version 1 the fields of an entry"
    ),
    IdentityException(
      format: "snyk-iac",
      transformation: "order",
      place: "path",
      reason: "the names on the way to a resource"
    ),
    IdentityException(
      format: "sarif",
      transformation: "order",
      place: "locations",
      reason: "the first is the primary one"
    ),
    IdentityException(
      format: "zizmor",
      transformation: "order",
      place: "route/route",
      reason: "the names on the way to a step"
    ),
  ]

  /// The words that stand where severities do and say that there is no finding.
  private static let severities: [IdentityException] = [
    ("anchore-policies", "status", ["go"]), ("cloudsploit", "status", ["OK"]),
    ("cppcheck", "severity", ["information"]),

    ("dockle", "level", ["SKIP", "IGNORE"]),
    ("kube-score", "grade", ["10"]), ("mobsf", "severity", ["secure", "info"]),
    ("neuvector-compliance", "level", ["PASS", "MANUAL"]),
    ("testssl", "severity", ["OK", "INFO", "WARN"]),
  ].flatMap { (format: String, place: String, words: [String]) -> [IdentityException] in
    words.map { word in
      IdentityException(
        format: format,
        transformation: "severities",
        place: place,
        value: word,
        reason: "no finding"
      )
    }
  }
}
