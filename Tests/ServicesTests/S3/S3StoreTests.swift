import Findings
import Foundation
import Pipeline
import Services
import TestSupport
import Testing

/// Against real servers: SeaweedFS, which checks signatures, and moto.
@Suite(.enabled(if: !S3Server.Kind.present.isEmpty, "no S3 server: run `make test` once"))
struct S3StoreTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: S3Server.Kind.present)
  func whatIsWrittenIsListedAndRead(kind: S3Server.Kind) async throws {
    let store = try await kind.server.store()
    #expect(try await store.list(prefix: "").objects.isEmpty)
    #expect(try await store.read(key: "web/sast/a.json") == nil)
    #expect(try await store.create(key: "web/sast/a.json", bytes: bytes("{}")))
    let listing = try await store.list(prefix: "")
    #expect(listing.objects.map(\.key) == ["web/sast/a.json"])
    #expect(listing.problems.isEmpty)
    let object = try #require(listing.objects.first)
    #expect(object.size == 2 && !object.version.isEmpty)
    let read = try await store.read(object)
    #expect(read == bytes("{}") && read.capacity >= 66)
    #expect(try await store.read(key: "web/sast/a.json")?.version == object.version)
    #expect(try await store.list(prefix: "").objects == [object])
    #expect(try await store.list(prefix: "api/").objects.isEmpty)
  }

  @Test(arguments: S3Server.Kind.present)
  func oddKeysSurvive(kind: S3Server.Kind) async throws {
    let store = try await kind.server.store(prefix: "odd prefix+=&/\u{E9}/\(UUID())")
    let keys = [
      "a b.json", "a+b=c.json", "a%20b.json", "a&b#c?d.json", "<img onerror=x>\"'.json",
      "\u{FC}/\u{1F600}.json", "e\u{301}.json", "tab\tand\u{1}.json", "semi;colon:at@,$!*().json",
      "{}[]|^`.json", "-leading.json", "~tilde.json",
    ]
    for key in keys { #expect(try await store.create(key: key, bytes: bytes(key)), "\(key)") }
    let objects = try await store.list(prefix: "").objects
    let sorted = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(objects.map { Array($0.key.utf8) } == sorted.map { Array($0.utf8) })
    for object in objects { #expect(try await store.read(object) == bytes(object.key)) }
  }

  @Test(arguments: S3Server.Kind.present)
  func moreThanAPageIsListedWholeAndFetchedInParallel(kind: S3Server.Kind) async throws {
    let store = try await kind.server.store()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<1050 {
        group.addTask {
          let isNew = try await store.create(key: "p/\(number).json", bytes: bytes("\(number)"))
          #expect(isNew)
        }
      }
      try await group.waitForAll()
    }
    let objects = try await store.list(prefix: "").objects
    #expect(Set(objects.map(\.key)).count == 1050)
    #expect(objects.map(\.key) == objects.map(\.key).sorted())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for object in objects.prefix(200) {
        group.addTask {
          let number = String(object.key.dropFirst(2).dropLast(5))
          let read = try await store.read(object)
          #expect(read == bytes(number))
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(arguments: S3Server.Kind.present)
  func anObjectThatChangedSinceTheListingIsNoticed(kind: S3Server.Kind) async throws {
    let store = try await kind.server.store()
    _ = try await store.create(key: "a", bytes: bytes("one"))
    let object = try #require(try await store.list(prefix: "").objects.first)
    #expect(try await store.replace(key: "a", bytes: bytes("two"), ifVersion: object.version))
    let changed = await #expect(throws: Problem.self) { try await store.read(object) }
    #expect(changed?.problem == "changed since it was listed")
    #expect(changed?.file == store.place(of: "a"))
    var missing = object
    missing.key = "none"
    let gone = await #expect(throws: Problem.self) { try await store.read(missing) }
    #expect(gone?.problem == "gone since it was listed")
  }

  @Test(arguments: S3Server.Kind.present)
  func creatingTwiceChangesNothing(kind: S3Server.Kind) async throws {
    let store = try await kind.server.store()
    #expect(try await store.create(key: "a", bytes: bytes("one")))
    #expect(try await !store.create(key: "a", bytes: bytes("two")))
    #expect(try await store.read(key: "a")?.bytes == bytes("one"))
  }

  @Test(arguments: S3Server.Kind.present)
  func aReplacementNeedsTheVersionThatWasRead(kind: S3Server.Kind) async throws {
    let store = try await kind.server.store()
    #expect(try await !store.replace(key: "head", bytes: bytes("0"), ifVersion: "none"))
    #expect(try await store.replace(key: "head", bytes: bytes("1"), ifVersion: nil))
    #expect(try await !store.replace(key: "head", bytes: bytes("2"), ifVersion: nil))
    let version = try #require(try await store.read(key: "head")?.version)
    #expect(try await store.replace(key: "head", bytes: bytes("2"), ifVersion: version))
    #expect(try await !store.replace(key: "head", bytes: bytes("3"), ifVersion: version))
    #expect(try await store.read(key: "head")?.bytes == bytes("2"))
  }

  // moto looks whether there is an object and puts one in two steps, each request on its own thread:
  // of two at the same moment both may win there, as they never do on S3.
  @Test(arguments: S3Server.Kind.present.filter { $0 != .moto })
  func ofTwoWritersExactlyOneWins(kind: S3Server.Kind) async throws {
    let prefix = UUID().uuidString
    let stores = [
      try await kind.server.store(prefix: prefix), try await kind.server.store(prefix: prefix),
    ]
    func winners(_ write: @escaping @Sendable (S3Store, Int) async throws -> Bool) async throws
      -> Int
    {
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for (number, store) in stores.enumerated() {
          group.addTask { try await write(store, number) }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
    }
    for round in 0..<10 {
      let created = try await winners { store, number in
        try await store.create(key: "run \(round)", bytes: bytes("\(number)"))
      }
      #expect(created == 1)
      let version = try await stores[0].read(key: "head")?.version
      let replaced = try await winners { store, number in
        try await store.replace(
          key: "head",
          bytes: bytes("\(round) \(number)"),
          ifVersion: version
        )
      }
      #expect(replaced == 1)
    }
  }

  @Test(arguments: S3Server.Kind.present)
  func anObjectOverTheLimitIsNotFetched(kind: S3Server.Kind) async throws {
    let prefix = UUID().uuidString
    let store = try await kind.server.store(prefix: prefix)
    _ = try await store.create(key: "a", bytes: [UInt8](repeating: 32, count: 1001))
    let small = try await kind.server.store(prefix: prefix, sizeLimit: 1000)
    let object = try #require(try await small.list(prefix: "").objects.first)
    let problem = await #expect(throws: Problem.self) { try await small.read(object) }
    #expect(problem?.problem.contains("over the limit of 1000") == true)
    await #expect(throws: Problem.self) { try await small.read(key: "a") }
  }

  @Test(arguments: S3Server.Kind.present)
  func aBucketThatDoesNotExistIsAProblem(kind: S3Server.Kind) async throws {
    let server = try await kind.server
    let store = try S3Store(
      S3Location("s3://no-such-bucket-here", options: .init(endpoint: server.endpoint)),
      environment: [
        "AWS_ACCESS_KEY_ID": S3Server.accessKey, "AWS_SECRET_ACCESS_KEY": S3Server.secretKey,
      ]
    )
    let listed = await #expect(throws: Problem.self) { try await store.list(prefix: "") }
    #expect(listed?.problem == "the bucket does not exist")
    let read = await #expect(throws: Problem.self) { try await store.read(key: "head.json") }
    #expect(read?.problem == "the bucket does not exist")
    await #expect(throws: Problem.self) { try await store.create(key: "a", bytes: []) }
  }

  @Test(.enabled(if: Checkout.runs(with: "weed"), "no SeaweedFS: run `make test` once"))
  func wrongCredentialsAreRefusedAndNotShown() async throws {
    let prefix = UUID().uuidString
    let server = try await S3Server.Kind.seaweed.server
    let store = try server.store(prefix: prefix, secretKey: "another-secret-key")
    let problem = await #expect(throws: Problem.self) { try await store.list(prefix: "") }
    #expect(problem?.problem == "the secret key does not match the access key")
    let text = "\(String(describing: problem)) \(String(reflecting: problem))"
    #expect(!text.contains("another-secret-key") && !text.contains(S3Server.secretKey))
    await #expect(throws: Problem.self) { try await store.read(key: "head.json") }
    await #expect(throws: Problem.self) {
      try await store.replace(key: "head.json", bytes: [], ifVersion: nil)
    }
    let unknown = try S3Store(
      S3Location("s3://tests", options: .init(endpoint: server.endpoint)),
      environment: ["AWS_ACCESS_KEY_ID": "AKIAUNKNOWN", "AWS_SECRET_ACCESS_KEY": "x"]
    )
    let refused = await #expect(throws: Problem.self) { try await unknown.list(prefix: "") }
    #expect(refused?.problem == "the access key is not known there")
  }

  @Test func aServerThatIsDownIsAProblem() async throws {
    let port = try SpawnedServer.freePorts(1)[0]
    let store = try S3Store(
      S3Location("s3://bucket", options: .init(endpoint: "http://127.0.0.1:\(port)")),
      environment: ["AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": "x"],
      policy: RetryPolicy(tries: 2, base: .milliseconds(1))
    )
    let problem = await #expect(throws: Problem.self) { try await store.list(prefix: "") }
    #expect(problem?.hint == "check the endpoint, the region and the proxy")
  }
}
