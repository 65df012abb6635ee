public import Findings
internal import Logging
internal import Pipeline
internal import Synchronization

// Writing.
//
// AWS, SeaweedFS 4.48 and moto 5.2 refuse a write whose condition does not hold (412; AWS and moto
// answer 404 to If-Match where there is no object, SeaweedFS 412). Other servers ignore the
// condition and write. So before the first replacement one write is tried whose condition cannot
// hold, with the bytes that are there already. Where that is carried out, an object is compared
// before and after each write instead: two writers at the very same moment may then still lose one
// write, and a line in the log says so.
extension S3Store {
  /// Writes an object that must not exist yet; says false, and changes nothing, if it does.
  public func create(key: String, bytes: [UInt8]) async throws(Problem) -> Bool {
    if heedsConditions.withLock({ $0 }) == false, try await read(key: key) != nil { return false }
    return try await write(bytes, to: key, if: ("If-None-Match", "*"))
  }

  /// Replaces an object that must still be in a version (nil: must not exist); says false, and
  /// changes nothing, if it is not.
  public func replace(
    key: String,
    bytes: [UInt8],
    ifVersion version: String?
  ) async throws(Problem) -> Bool {
    if try await areConditionsHeeded(key: key, bytes: bytes, version: version) {
      return try await write(bytes, to: key, if: Self.condition(version))
    }
    let current = try await read(key: key)
    if current?.bytes == bytes { return true }
    guard current?.version == version else { return false }
    guard try await write(bytes, to: key, if: nil) else { return false }
    return try await read(key: key)?.bytes == bytes
  }

  private static func condition(_ version: String?) -> (name: String, value: String) {
    version.map { ("If-Match", "\"\($0)\"") } ?? ("If-None-Match", "*")
  }

  /// Writes an object; says false if the condition does not hold.
  ///
  /// A write that was sent twice because its first answer got lost fails the second time, having
  /// succeeded the first: then the object holds these very bytes.
  private func write(
    _ bytes: [UInt8],
    to key: String,
    if condition: (name: String, value: String)?
  ) async throws(Problem) -> Bool {
    let file = place(of: key)
    var request = HTTPRequest(method: "PUT", address(of: key), body: bytes)
    if let condition { request.headers[condition.name] = condition.value }
    let answer = try await session.send(request, .put, about: file)
    guard let error = answer.error else { return true }
    if condition != nil, error.isFailedCondition || error.isMissingObject {
      return answer.tries > 1 ? try await read(key: key)?.bytes == bytes : false
    }
    throw error.problem(file, .put, tries: answer.tries)
  }

  /// Whether the server heeds conditions, found out once by a write that must not be carried out.
  private func areConditionsHeeded(
    key: String,
    bytes: [UInt8],
    version: String?
  ) async throws(Problem) -> Bool {
    if let known = heedsConditions.withLock({ $0 }) { return known }
    let object = try await read(key: key)
    // Somebody else was first: the write itself would be refused, and says nothing of the server.
    guard object?.version == version else { return true }
    let file = place(of: key)
    var request = HTTPRequest(method: "PUT", address(of: key), body: object?.bytes ?? bytes)
    request.headers["If-Match"] = "\"\(String(repeating: "0", count: 32))\""
    let answer = try await session.send(request, .put, about: file)
    let isHeeded = answer.error.map { $0.isFailedCondition || $0.isMissingObject } ?? false
    if let error = answer.error, !isHeeded, error.status != 501, error.code != "NotImplemented" {
      throw error.problem(file, .put, tries: answer.tries)
    }
    heedsConditions.withLock { $0 = isHeeded }
    if !isHeeded {
      session.logger.warning(
        "the server ignores conditions on writes: do not run twice at once",
        metadata: ["server": "\(session.endpoint.host)"]
      )
    }
    return isHeeded
  }
}
