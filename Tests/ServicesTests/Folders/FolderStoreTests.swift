import Findings
import Foundation
import Glibc
import Hashing
import Pipeline
import Services
import TestSupport
import Testing

@Suite struct FolderStoreTests {
  private let folder: TemporaryFolder
  private let store: FolderStore

  init() throws {
    folder = try TemporaryFolder()
    store = FolderStore(root: folder("history/vigil"), mustExist: false, sizeLimit: 1000)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func whatIsReadHasRoomForTheEngine() async throws {
    _ = try await store.create(key: "a", bytes: bytes("{}"))
    let object = try #require(try await store.list(prefix: "").objects.first)
    #expect(try await store.read(object).capacity >= 2 + 64)
  }

  @Test func aFileThatChangedSinceTheListingIsNoticed() async throws {
    _ = try await store.create(key: "a", bytes: bytes("one"))
    let object = try #require(try await store.list(prefix: "").objects.first)
    #expect(try await store.read(object) == bytes("one"))
    try folder.write("two", to: "history/vigil/a")
    let problem = await #expect(throws: Problem.self) { try await store.read(object) }
    #expect(problem?.problem == "changed since it was listed")
    unlink(folder("history/vigil/a"))
    let gone = await #expect(throws: Problem.self) { try await store.read(object) }
    #expect(gone?.problem == "gone since it was listed")
  }

  @Test func anUnchangedFileKeepsItsVersion() async throws {
    _ = try await store.create(key: "a", bytes: bytes("one"))
    let first = try await store.list(prefix: "").objects
    #expect(try await store.list(prefix: "").objects == first)
  }

  @Test func aFileOverTheLimitIsRefused() async throws {
    _ = try await store.create(key: "a", bytes: [UInt8](repeating: 32, count: 1001))
    let object = try #require(try await store.list(prefix: "").objects.first)
    let problem = await #expect(throws: Problem.self) { try await store.read(object) }
    #expect(problem?.problem.contains("over the limit of 1000") == true)
  }

  @Test func aLinkPutInPlaceAfterTheListingIsNotRead() async throws {
    try folder.write("secret", to: "secret")
    _ = try await store.create(key: "a", bytes: bytes("x"))
    try folder.link("history/vigil/b", to: folder("secret"))
    await #expect(throws: Problem.self) { try await store.read(key: "b") }
  }

  @Test func creatingTwiceChangesNothing() async throws {
    #expect(try await store.create(key: "runs/1", bytes: bytes("one")))
    #expect(try await !store.create(key: "runs/1", bytes: bytes("two")))
    #expect(try await store.read(key: "runs/1")?.bytes == bytes("one"))
  }

  @Test func theVersionOfAStoredObjectIsItsDigest() async throws {
    _ = try await store.create(key: "head", bytes: bytes("one"))
    let object = try #require(try await store.read(key: "head"))
    #expect(object.version == SHA256.hash("one").hexadecimal)
  }

  @Test func aReplacementNeedsTheVersionThatWasRead() async throws {
    #expect(try await store.replace(key: "head", bytes: bytes("one"), ifVersion: nil))
    #expect(try await !store.replace(key: "head", bytes: bytes("two"), ifVersion: nil))
    #expect(try await !store.replace(key: "head", bytes: bytes("two"), ifVersion: "other"))
    let version = try #require(try await store.read(key: "head")?.version)
    #expect(try await store.replace(key: "head", bytes: bytes("two"), ifVersion: version))
    #expect(try await !store.replace(key: "head", bytes: bytes("3"), ifVersion: version))
    #expect(try await store.read(key: "head")?.bytes == bytes("two"))
  }

  @Test func ofManyCreatorsExactlyOneWins() async throws {
    let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<32 {
        group.addTask { try await store.create(key: "run", bytes: bytes("\(number)")) }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(winners == 1)
  }

  @Test func noIncrementOfManyWritersIsLost() async throws {
    _ = try await store.create(key: "head", bytes: bytes("0"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 {
        group.addTask {
          while true {
            let object = try #require(try await store.read(key: "head"))
            let next = try #require(Int(String(decoding: object.bytes, as: UTF8.self))) + 1
            let isDone = try await store.replace(
              key: "head",
              bytes: bytes("\(next)"),
              ifVersion: object.version
            )
            if isDone { return }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await store.read(key: "head")?.bytes == bytes("16"))
  }

  @Test func whatAKilledWriterLeftIsNoObject() async throws {
    _ = try await store.create(key: "a", bytes: bytes("one"))
    try folder.write("hal", to: "history/vigil/.vigil-killed.part")
    #expect(try await store.list(prefix: "").objects.map(\.key) == ["a"])
  }

  @Test func nothingButTheObjectsAndTheLockIsLeft() async throws {
    _ = try await store.create(key: "a", bytes: bytes("one"))
    _ = try await store.create(key: "a", bytes: bytes("two"))
    _ = try await store.replace(key: "b", bytes: bytes("one"), ifVersion: nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("history/vigil"))
    #expect(names.sorted() == [".vigil-lock", "a", "b"])
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", ".", "a\0b", ".vigil-lock",
  ])
  func aKeyThatLeadsAstrayIsRefused(key: String) async throws {
    await #expect(throws: Problem.self) { try await store.read(key: key) }
    await #expect(throws: Problem.self) { try await store.create(key: key, bytes: []) }
    await #expect(throws: Problem.self) {
      try await store.replace(key: key, bytes: [], ifVersion: nil)
    }
  }

  @Test func aNameTooLongForTheSystemIsAProblem() async throws {
    let key = String(repeating: "a", count: 4000)
    let problem = await #expect(throws: Problem.self) {
      try await store.create(key: key, bytes: [])
    }
    #expect(problem?.problem.contains("name too long") == true)
  }
}
