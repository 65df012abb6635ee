import Compression
import Findings
import Reconciliation
import Testing

/// What is saved is what was known, to the letter.
@Suite struct SnapshotTests {
  private var small: ProjectSnapshot {
    get throws {
      var nights = Nights()
      nights.run([code("B602", "src/a.py", 10, snippet: 1), code("B602", "src/b.py", 4)])
      nights.run([code("B602", "src/a.py", 12, snippet: 1)])
      return try #require(nights.snapshot)
    }
  }

  private func lines(_ snapshot: ProjectSnapshot) -> [String] {
    String(decoding: snapshot.encoded(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func problem(_ lines: [String]) -> Problem? {
    do {
      let bytes = Array(lines.joined(separator: "\n").utf8)
      _ = try ProjectSnapshot(decoding: bytes, file: "s.ndjson")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func readingIsTheInverseOfWriting(seed: UInt64) throws {
    var dice = Dice(seed)
    let snapshot = dice.snapshot()
    let bytes = snapshot.encoded()
    let decoded = try ProjectSnapshot(decoding: bytes, file: "s.ndjson")
    #expect(decoded == snapshot)
    #expect(decoded.encoded() == bytes)
  }

  @Test func storingAndUnpackingGiveTheSameSnapshot() throws {
    let snapshot = try small
    let stored = try snapshot.stored()
    #expect(
      try ProjectSnapshot(unpacking: stored.bytes, sha256: stored.sha256, file: "s") == snapshot
    )
    #expect(try snapshot.stored() == stored)
  }

  @Test func eachRuleIsWrittenOnceAndEachLineSaysWhatItIs() throws {
    let lines = try lines(small)
    #expect(lines.count { $0.hasPrefix(#"{"type":"rule""#) } == 1)
    #expect(lines.count { $0.hasPrefix(#"{"type":"finding""#) } == 2)
    #expect(lines[0].hasPrefix(#"{"type":"snapshot","format":1,"project":"shop""#))
  }

  @Test func fieldsAndLinesFromTheFutureArePassedOver() throws {
    var lines = try lines(small)
    lines[1] = lines[1].replacing(#"{"type""#, with: #"{"later":[1,{"a":2}],"type""#)
    lines.append(#"{"type":"later","a":1}"#)
    let bytes = Array(lines.joined(separator: "\n").utf8)
    #expect(try ProjectSnapshot(decoding: bytes, file: "s") == small)
  }

  @Test func aFormatFromTheFutureIsRefusedInClearWords() throws {
    var lines = try lines(small)
    lines[0] = lines[0].replacing(#""format":1"#, with: #""format":2"#)
    let problem = problem(lines)
    #expect(problem?.place == "line 1: format")
    #expect(problem?.problem == "is 2; this version of Vigil reads 1 to 1")
  }

  @Test func anErrorNamesLineAndField() throws {
    let sound = try lines(small)
    let number = try #require(sound.firstIndex { $0.hasPrefix(#"{"type":"finding""#) })
    let faults = [
      (#""line":12"#, #""line":[]"#, "location.line", "expected a number, found an array"),
      (#""state":"open""#, #""state":"ajar""#, "state", "\"ajar\" is not known here"),
      (#""rule":0"#, #""rule":7"#, "rule", "refers to number 7, of which no line was read"),
      (#""firstSeen":"2"#, #""firstSeen":"x2"#, "firstSeen", "is not a moment in ISO 8601"),
      (#""snippet":"1""#, #""snippet":"xyz""#, "place.snippet", "is not hexadecimal"),
    ]
    for (sane, broken, field, words) in faults {
      var lines = sound
      let index = try #require(lines.indices.first { $0 >= number && lines[$0].contains(sane) })
      lines[index] = lines[index].replacing(sane, with: broken)
      #expect(problem(lines)?.place == "line \(index + 1): \(field)")
      #expect(problem(lines)?.problem == words)
    }
    var lines = sound
    lines[number] = String(lines[number].dropLast(5))
    #expect(problem(lines)?.place == "line \(number + 1)")
  }

  @Test func whatIsNoSnapshotIsRefused() {
    #expect(problem([])?.problem == "is empty")
    #expect(problem([#"{"type":"rule"}"#])?.place == "line 1")
    #expect(problem(["null"])?.problem == "does not begin with the header of a snapshot")
  }

  @Test(arguments: 0..<16)
  func aSnapshotThatEndsTooEarlyIsRefused(sixteenths: Int) throws {
    let stored = try small.stored()
    let cut = Array(stored.bytes.prefix(stored.bytes.count * sixteenths / 16))
    #expect(throws: Problem.self) {
      try ProjectSnapshot(unpacking: cut, sha256: stored.sha256, file: "s")
    }
  }

  @Test func anAlteredSnapshotIsRefused() throws {
    let stored = try small.stored()
    var lines = try lines(small)
    lines[0] = lines[0].replacing("shop", with: "ship")
    let forged = try Zstandard.pack(Array((lines.joined(separator: "\n") + "\n").utf8))
    do {
      _ = try ProjectSnapshot(unpacking: forged, sha256: stored.sha256, file: "projects/shop")
      Issue.record("an altered snapshot was taken")
    } catch {
      #expect(error.description.hasPrefix("projects/shop: was altered: its SHA-256 is "))
    }
  }

  @Test func aSnapshotLargerThanTheLimitIsRefused() throws {
    let stored = try small.stored()
    #expect(throws: Problem.self) {
      try ProjectSnapshot(unpacking: stored.bytes, sha256: stored.sha256, file: "s", limit: 100)
    }
  }
}
