import Foundation
import TestSupport

/// The CI/CD component, its inputs filled in as GitLab does it, and what GitLab's schema says of it.
struct Component: Decodable {
  /// One job, as far as tests look at it.
  struct Job: Decodable {
    struct Rule: Decodable {
      var `if`: String
      var when: String?
    }
    struct Pages: Decodable { var publish: String }
    struct Failure: Decodable { var exitCodes: [Int] }

    var script: [String]
    var beforeScript: [String]?
    var rules: [Rule]
    var pages: Pages?
    var allowFailure: Failure?
  }

  /// Where the two documents and the schema disagree.
  var errors: [String]
  /// Inputs that are declared and never used, or used and not declared.
  var loose: [String]
  /// Inputs without a description.
  var undescribed: [String]
  var jobs: [String: Job]

  static let schema = Checkout.specifications
    .appendingPathComponent("gitlab/gitlab-ci.schema.json")
  static let isCheckable = Checkout.has(schema) && Checkout.runs(with: "jsonschema")

  /// Fills the component in; a damage is a line of Python that changes the `jobs` before they are
  /// checked.
  init(_ inputs: [String: String] = [:], damage: String = "pass") throws {
    let template = Checkout.root.appendingPathComponent("templates/vigil.yml")
    let filled = String(decoding: try JSONEncoder().encode(inputs), as: UTF8.self)
    let output = try Self.output(
      of: Checkout.tool("python3"),
      ["-c", Self.script, template.path, Self.schema.path, filled, damage]
    )
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Component.self, from: output)
  }

  /// What a program prints, in an environment.
  static func output(
    of program: URL,
    _ arguments: [String],
    environment: [String: String]? = nil
  ) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let environment { process.environment = environment }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw SpawnedServer.Failure(description: "\(program.path) failed")
    }
    return output
  }

  private static let script = #"""
    import json, re, sys, jsonschema, yaml

    template, schema, filled, damage = sys.argv[1:]
    header, jobs = yaml.safe_load_all(open(template))
    declared = header["spec"]["inputs"]
    values = {name: each.get("default") for name, each in declared.items()}
    values.update(json.loads(filled))
    used = set()

    def fill(value):
        if isinstance(value, dict):
            return {fill(key): fill(each) for key, each in value.items()}
        if isinstance(value, list):
            return [fill(each) for each in value]
        if not isinstance(value, str):
            return value
        whole = re.fullmatch(r"\$\[\[ inputs\.([a-z-]+) \]\]", value)
        if whole:
            used.add(whole[1])
            return values.get(whole[1])

        def part(match):
            used.add(match[1])
            return str(values.get(match[1]))

        return re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", part, value)

    jobs = fill(jobs)
    exec(damage)
    validator = jsonschema.Draft7Validator(json.load(open(schema)))
    errors = [f"{list(error.path)}: {error.message[:200]}"
              for document in (header, jobs) for error in validator.iter_errors(document)]
    print(json.dumps({
        "errors": errors, "loose": sorted(used ^ set(declared)),
        "undescribed": [name for name in declared if not declared[name].get("description")],
        "jobs": jobs,
    }))
    """#
}
