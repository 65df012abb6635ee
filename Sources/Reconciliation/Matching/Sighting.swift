internal import Findings

/// What findings are matched by, in numbers.
struct Sighting {
  /// Where the finding is in its list.
  let index: Int
  let key: Int
  let path: Int
  /// The first line; 0 when there is none.
  let line: Int
  /// The function or block around it; -1 when there is none.
  let logical: Int
  /// The scanner's fingerprint; -1 when there is none.
  let fingerprint: Int
  let snippet: UInt64?
  /// A digest of what else tells twins at one place apart: column, version, address.
  let detail: UInt64

  init(of finding: Finding, index: Int, names: inout Names) {
    let place = finding.identity.place
    self.index = index
    key = names.number(of: finding.identity.key)
    path = names.number(of: place.path)
    line = place.line ?? 0
    logical = names.number(of: place.logical)
    fingerprint = names.number(of: place.fingerprint)
    snippet = place.snippet
    var digest = Digest()
    digest.add(UInt64(truncatingIfNeeded: finding.location.column ?? 0))
    digest.add(finding.location.package?.version)
    digest.add(finding.location.url)
    digest.add(finding.location.resource)
    digest.add(finding.location.parameter)
    detail = digest.value
  }

  init(renaming other: Sighting, key: Int) {
    index = other.index
    self.key = key
    path = other.path
    line = other.line
    logical = other.logical
    fingerprint = other.fingerprint
    snippet = other.snippet
    detail = other.detail
  }

  /// Whether both reports quote the code and it is not the same.
  func contradicts(_ other: Sighting) -> Bool {
    guard let snippet, let theirs = other.snippet else { return false }
    return snippet != theirs
  }
}

/// FNV-1a in 64 bits (draft-eastlake-fnv): the same in every process, unlike Swift's own hashes.
private struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x100_0000_01B3
  }

  mutating func add(_ text: String?) {
    guard let text else { return add(0xFF) }
    for byte in text.utf8 { add(UInt64(byte)) }
    add(0x1F)
  }
}
