internal import Findings

// The passes that look for a finding where it was, strongest first.
extension Matching {
  /// Joins the same key in the same file: by fingerprint, place, code, block and line.
  mutating func joinWithinFiles() {
    join(.fingerprint, .inOrder) { sighting in
      sighting.fingerprint < 0
        ? nil : Trait(sighting, sighting.path, sighting.fingerprint, sighting.line)
    }
    join(.fingerprint, .aligned) { sighting in
      sighting.fingerprint < 0 ? nil : Trait(sighting, sighting.path, sighting.fingerprint)
    }
    join(.place, .inOrder) { sighting in
      Trait(sighting, sighting.path, sighting.line, snippet: sighting.snippet, sighting.detail)
    }
    join(.place, .inOrder) { sighting in
      Trait(sighting, sighting.path, sighting.line, snippet: sighting.snippet)
    }
    join(.snippet, .aligned) { sighting in
      sighting.snippet.map { Trait(sighting, sighting.path, snippet: $0) }
    }
  }

  /// Joins one with one that the scanner itself says is the same, in another file.
  mutating func joinByFingerprintElsewhere() {
    join(.fingerprint, .oneToOne) { sighting in
      sighting.fingerprint < 0 ? nil : Trait(sighting, sighting.fingerprint)
    }
  }

  /// Joins what is nearest in the same file, within the same function or block first.
  mutating func joinNearest() {
    join(.nearest, .aligned) { sighting in
      sighting.logical < 0 ? nil : Trait(sighting, sighting.path, sighting.logical)
    }
    join(.nearest, .aligned) { Trait($0, $0.path) }
  }
}

/// What findings have in common to be joined: always the key, and what a pass asks for.
struct Trait: Hashable {
  private let key: Int
  private let first: Int
  private let second: Int
  private let third: Int
  private let snippet: UInt64?
  private let detail: UInt64

  init(
    _ sighting: Sighting,
    _ first: Int = 0,
    _ second: Int = 0,
    _ third: Int = 0,
    snippet: UInt64? = nil,
    _ detail: UInt64 = 0
  ) {
    key = sighting.key
    self.first = first
    self.second = second
    self.third = third
    self.snippet = snippet
    self.detail = detail
  }
}
