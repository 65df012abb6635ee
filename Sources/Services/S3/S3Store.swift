public import Findings
public import Pipeline
internal import Synchronization
internal import Syntax

/// Objects in a bucket of S3 or of a server like it, below a prefix.
///
/// An object's version is its ETag. Sixteen transfers run at a time, over connections that are kept.
public final class S3Store: ObjectStore {
  /// The location as the configuration names it.
  public let name: String
  let location: S3Location
  let session: S3Session
  private let sizeLimit: Int
  /// Whether the server heeds conditions on writes, once that has been tried.
  let heedsConditions = Mutex<Bool?>(nil)

  /// A store at a location.
  ///
  /// - Parameters:
  ///   - location: The bucket and prefix, and how to get there.
  ///   - environment: The environment's variables, for all that the location leaves open.
  ///   - sizeLimit: The bytes over which an object is not fetched, 2 GiB unless given.
  ///   - policy: When a request is sent again.
  ///   - surroundings: The clock, and a way to wait.
  /// - Throws: What of the environment or the shared files makes no sense.
  public init(
    _ location: S3Location,
    environment: [String: String],
    sizeLimit: Int = 2 << 30,
    policy: RetryPolicy = RetryPolicy(),
    surroundings: Surroundings = .real
  ) throws(Problem) {
    name = location.name
    self.location = location
    self.sizeLimit = sizeLimit
    session = try S3Session(
      location,
      environment: environment,
      policy: policy,
      surroundings: surroundings
    )
  }
}

// Reading.
extension S3Store {
  /// Every object under a prefix, in pages of 1,000.
  public func list(prefix: String) async throws(Problem) -> Listing {
    var listing = Listing(objects: [])
    var continuation: String?
    repeat {
      let page = try await page(prefix: prefix, continuation: continuation)
      for var object in page.objects where object.key.utf8.starts(with: location.prefix.utf8) {
        object.key = String(
          decoding: object.key.utf8.dropFirst(location.prefix.utf8.count),
          as: UTF8.self
        )
        let isFolder = object.key.isEmpty || object.key.hasSuffix("/") && object.size == 0
        if !isFolder { listing.objects.append(object) }
      }
      for key in page.unreadable {
        let file = "s3://\(location.bucket)/\(key)"
        listing.problems.append(Problem(file: file, problem: "the listing is not understood"))
      }
      guard page.continuation == nil || page.continuation != continuation else {
        throw Problem(file: name, problem: "the server lists the same page again and again")
      }
      continuation = page.continuation
    } while continuation != nil
    listing.objects.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    listing.problems.sort()
    return listing
  }

  private func page(prefix: String, continuation: String?) async throws(Problem) -> S3ListingPage {
    var query = [
      WebAddress.QueryItem("list-type", "2"),
      WebAddress.QueryItem("encoding-type", "url"),
      WebAddress.QueryItem("prefix", location.prefix + prefix),
    ]
    if let continuation { query.append(WebAddress.QueryItem("continuation-token", continuation)) }
    let request = HTTPRequest(session.endpoint.address(query: query))
    let answer = try await session.send(request, .list, about: name)
    if let error = answer.error { throw error.problem(name, .list, tries: answer.tries) }
    do throws(SyntaxError) {
      return try S3ListingPage(answer.response.body)
    } catch {
      throw Problem(
        file: name,
        place: error.place,
        problem: "the server's list of objects is not understood: \(error.problem)",
        hint: "check that the endpoint is an S3 server's"
      )
    }
  }

  /// The bytes of an object, which must still be in the version that was listed.
  public func read(_ object: Artifact) async throws(Problem) -> [UInt8] {
    let file = place(of: object.key)
    guard object.size <= sizeLimit else {
      throw Problem(
        file: file,
        problem: "\(object.size) bytes are over the limit of \(sizeLimit); it was not fetched",
        hint: "raise the size limit, or split the report"
      )
    }
    var request = HTTPRequest(address(of: object.key), sizeLimit: max(object.size, 65_536))
    request.headers["If-Match"] = "\"\(object.version)\""
    let answer = try await session.send(request, .get, about: file)
    let again = "run again once nobody writes there"
    if let error = answer.error {
      if error.status == 412 {
        throw Problem(file: file, problem: "changed since it was listed", hint: again)
      }
      if error.status == 404, error.code != "NoSuchBucket" {
        throw Problem(file: file, problem: "gone since it was listed", hint: again)
      }
      throw error.problem(file, .get, tries: answer.tries)
    }
    let tag = Self.version(answer.response)
    guard tag == nil || tag == object.version, answer.response.body.count == object.size else {
      throw Problem(file: file, problem: "changed since it was listed", hint: again)
    }
    return answer.response.body
  }

  /// The bytes and version of an object; nil if there is none.
  public func read(key: String) async throws(Problem) -> StoredObject? {
    let file = place(of: key)
    let request = HTTPRequest(address(of: key), sizeLimit: sizeLimit)
    let answer = try await session.send(request, .get, about: file)
    if let error = answer.error {
      if error.status == 404, error.code != "NoSuchBucket" { return nil }
      throw error.problem(file, .get, tries: answer.tries)
    }
    guard let version = Self.version(answer.response) else {
      throw Problem(file: file, problem: "the server gives the object no ETag")
    }
    return StoredObject(bytes: answer.response.body, version: version)
  }

  /// The address of an object.
  func address(of key: String) -> WebAddress {
    session.endpoint.address(key: location.prefix + key)
  }

  private static func version(_ response: HTTPResponse) -> String? {
    response.headers["ETag"].map { $0.filter { $0 != "\"" } }
  }
}
