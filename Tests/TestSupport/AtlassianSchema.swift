import Foundation

/// The JSON schema of the Atlassian Document Format, as Atlassian publishes it.
public enum AtlassianSchema {
  private static let schema = Checkout.specifications
    .appendingPathComponent("atlassian/adf-schema-full.json")

  /// Whether documents can be checked: it is there, and so is a validator.
  public static let isCheckable = Checkout.has(schema) && Checkout.runs(with: "jsonschema")

  /// What the schema says of documents: one line for each that is wrong.
  public static func errors(in documents: [[UInt8]]) throws -> [String] {
    let folder = try TemporaryFolder()
    let lines = documents.map { String(decoding: $0, as: UTF8.self) }
    try folder.write(lines.joined(separator: "\n"), to: "documents.ndjson")
    let process = Process()
    process.executableURL = Checkout.tool("python3")
    process.arguments = [
      "-c", script, schema.path, folder("documents.ndjson"),
      "\(ProcessInfo.processInfo.processIdentifier)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw SpawnedServer.Failure(description: "the validator failed")
    }
    var words = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    guard words.popLast() == "checked \(documents.count)" else {
      throw SpawnedServer.Failure(description: "the validator did not read everything")
    }
    return words
  }

  /// Prints the documents that are wrong; ends with whoever started it, or after two minutes.
  ///
  /// Of the schema's unions only the branches for a node's own type are tried, or deep lists would
  /// take for ever: the others would refuse it anyway.
  private static let script = #"""
    import json, os, signal, sys, threading, time
    from jsonschema import Draft4Validator, ValidationError, validators

    def die_with_parent():
        while os.getppid() == int(sys.argv[3]):
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=die_with_parent, daemon=True).start()
    signal.alarm(120)

    schema = json.load(open(sys.argv[1]))

    def types(branch):
        if "$ref" in branch:
            return types(schema["definitions"][branch["$ref"].rsplit("/", 1)[1]])
        for part in branch.get("allOf", []):
            if types(part):
                return types(part)
        return branch.get("properties", {}).get("type", {}).get("enum")

    def any_of(validator, branches, instance, _):
        kind = instance.get("type") if isinstance(instance, dict) else None
        for branch in branches:
            if kind and types(branch) and kind not in types(branch):
                continue
            if validator.evolve(schema=branch).is_valid(instance):
                return
        yield ValidationError("nothing that may stand here")

    validator = validators.extend(Draft4Validator, {"anyOf": any_of})(schema)
    count = 0
    for line in open(sys.argv[2], encoding="utf-8", newline="\n"):
        count += 1
        if not validator.is_valid(json.loads(line)):
            print(line[:300].rstrip())
    print("checked", count)
    """#
}
