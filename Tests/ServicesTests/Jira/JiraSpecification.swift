import Foundation
import TestSupport

/// Atlassian's own description of Jira Cloud's API, and what it says of requests.
enum JiraSpecification {
  static let file = Checkout.specifications
    .appendingPathComponent("atlassian/jira-cloud-swagger-v3.v3.json")
  static let isCheckable = Checkout.has(file) && Checkout.runs(with: "jsonschema")

  /// What it has against the requests of a server's log.
  static func errors(in log: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(String(decoding: log, as: UTF8.self), to: "log.json")
    let output = try Component.output(
      of: Checkout.tool("python3"),
      ["-c", script, file.path, folder("log.json")]
    )
    return try JSONDecoder().decode([String].self, from: output)
  }

  private static let script = #"""
    import json, re, sys, warnings
    warnings.simplefilter("ignore")
    import jsonschema

    spec = json.load(open(sys.argv[1]))
    requests = json.load(open(sys.argv[2]))["requests"]
    resolver = jsonschema.RefResolver("", spec)
    # The most fixed path first: /issue/bulkfetch is no issue.
    paths = sorted(spec["paths"], key=lambda path: path.count("{"))

    def operation(request):
        for path in paths:
            pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))
            if re.fullmatch(pattern, request["path"]):
                found = spec["paths"][path].get(request["method"].lower())
                if found:
                    return found

    errors = [] if requests else ["no request"]
    for request in requests:
        name = f"{request['method']} {request['path']}"
        known = operation(request)
        if not known:
            errors.append(f"{name}: no such operation")
            continue
        allowed = {each["name"] for each in known.get("parameters", []) if each["in"] == "query"}
        for extra in set(request.get("query") or {}) - allowed:
            errors.append(f"{name}: no parameter {extra}")
        content = known.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            if request["body"] is not None:
                errors.append(f"{name}: takes no body")
            continue
        validator = jsonschema.Draft4Validator(content["schema"], resolver=resolver)
        errors += [f"{name}: {list(error.path)}: {error.message[:200]}"
                   for error in validator.iter_errors(request["body"])]
    print(json.dumps(errors))
    """#
}
