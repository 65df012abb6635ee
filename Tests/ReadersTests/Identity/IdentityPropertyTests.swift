import Findings
import Testing

@testable import Readers

/// A finding's identity outlives whatever a later run of the scanner writes otherwise.
@Suite struct IdentityPropertyTests {
  private static let formats = readers.map { $0.format.name }

  @Test(arguments: formats, Transformation.all)
  func identitiesOutlive(format: String, transformation: Transformation) throws {
    let exceptions = IdentityException.of(format, transformation)
    let samples = try #require(try Sample.all.get()[format])
    #expect(!samples.isEmpty)
    var before: [String?] = []
    var after: [String?] = []
    for sample in samples {
      let changed = sample.read(transformation, except: exceptions)
      let faults = sample.differences(from: changed)
      #expect(faults.isEmpty, "\(sample.fixture): \(faults.prefix(4).joined(separator: "\n"))")
      before += sample.reading.findings.map(transformation.trace)
      after += (try? changed.get())?.findings.map(transformation.trace) ?? []
    }
    let isSeen = before != after
    let isUnseen = transformation.unseen.keys.contains(format)
    let hasFact = before.contains { $0 != nil }
    #expect(hasFact ? isSeen != isUnseen : !isUnseen, "seen: \(isSeen)")
  }

  /// So that no transformation is proved by reports that have nothing to transform.
  @Test(arguments: Transformation.all)
  func aTransformationHasSomethingToChange(transformation: Transformation) throws {
    let changed = try Self.formats.filter { format in
      let exceptions = IdentityException.of(format, transformation)
      return try #require(try Sample.all.get()[format]).contains { sample in
        sample.text.bytes != sample.text(transformation, except: exceptions).bytes
      }
    }
    #expect(changed.count >= 4, "\(changed)")
  }

  @Test(arguments: IdentityException.all)
  func anExceptionIsNeeded(exception: IdentityException) throws {
    let transformation = try #require(
      Transformation.all.first { $0.name == exception.transformation }
    )
    let others = IdentityException.of(exception.format, transformation).filter {
      $0.place != exception.place || $0.value != exception.value
    }
    let isNeeded = try #require(try Sample.all.get()[exception.format]).contains { sample in
      !sample.differences(from: sample.read(transformation, except: others)).isEmpty
    }
    #expect(isNeeded, "identities outlive it without the exception")
  }
}
