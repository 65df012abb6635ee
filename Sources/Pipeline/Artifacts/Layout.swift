public import Findings
internal import Syntax

/// How artifacts' keys are made, such as `{project}/{category}/{scanner}/{file}`.
///
/// A field stands for one or more characters other than `/`; a `{file}` at the end stands for all
/// that is left, folders included.
public struct Layout: Sendable, Hashable {
  /// What a key may say of its artifact.
  enum Field: String, CaseIterable {
    case project
    case category
    case scanner
    case target
    case branch
    case run
    case date
    case file
  }

  enum Piece: Hashable {
    case literal([UInt8])
    case field(Field)
  }

  /// The pattern as it is written.
  public let pattern: String
  private let pieces: [Piece]

  /// The layout unless the configuration names another.
  public static let standardPattern = "{project}/{category}/{scanner}/{file}"

  /// Reads a pattern.
  ///
  /// - Throws: What is wrong with it, the pattern being the problem's file.
  public init(_ pattern: String) throws(Problem) {
    self.pattern = pattern
    pieces = try Self.pieces(of: pattern)
    let fields = pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
    for field in Field.allCases where fields.count(where: { $0 == field }) > 1 {
      throw Problem(file: pattern, problem: "{\(field.rawValue)} stands there twice")
    }
    guard fields.contains(.project) else {
      throw Problem(
        file: pattern,
        problem: "the layout does not say where the project stands",
        hint: "write it as \(Self.standardPattern)"
      )
    }
    for (left, right) in zip(pieces, pieces.dropFirst()) {
      if case .field(let first) = left, case .field(let second) = right {
        throw Problem(
          file: pattern,
          problem: "nothing stands between {\(first.rawValue)} and {\(second.rawValue)}",
          hint: "put a / or another character between them"
        )
      }
    }
  }

  private static func pieces(of pattern: String) throws(Problem) -> [Piece] {
    var pieces: [Piece] = []
    var rest = pattern.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: "}")) else {
        throw Problem(file: pattern, problem: "a { has no }")
      }
      if start > rest.startIndex { pieces.append(.literal(Array(rest[..<start]))) }
      let name = String(decoding: rest[rest.index(after: start)..<end], as: UTF8.self)
      guard let field = Field(rawValue: name) else {
        let names = Field.allCases.map(\.rawValue)
        let nearest = NearestName.suggestion(for: name, among: names)
        throw Problem(
          file: pattern,
          problem: "{\(name)} is not a field of a layout",
          hint: nearest.map { "did you mean {\($0)}?" }
            ?? "the fields are \(names.joined(separator: ", "))"
        )
      }
      pieces.append(.field(field))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.literal(Array(rest))) }
    return pieces
  }

  /// What a key says; nil if it is not made like this.
  public func placement(of key: String) -> Placement? {
    let bytes = Array(key.utf8)
    var ends: [Field: Range<Int>] = [:]
    guard match(0, bytes, from: 0, &ends) else { return nil }
    func value(_ field: Field) -> String? {
      ends[field].map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    guard let project = value(.project) else { return nil }
    var placement = Placement(project: project, slot: slot(bytes, ends))
    placement.category = value(.category).map { Category(named: $0) }
    placement.scanner = value(.scanner)
    placement.target = value(.target)
    placement.branch = value(.branch)
    placement.run = value(.run)
    placement.date = value(.date)
    return placement
  }

  private func slot(_ bytes: [UInt8], _ ends: [Field: Range<Int>]) -> String {
    var slot = bytes
    let changing = [Field.run, .date].compactMap { ends[$0] }
    for range in changing.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      slot.replaceSubrange(range, with: "*".utf8)
    }
    return String(decoding: slot, as: UTF8.self)
  }

  /// Matches the pieces from one on, each field as short as may be.
  private func match(
    _ index: Int,
    _ key: [UInt8],
    from start: Int,
    _ ends: inout [Field: Range<Int>]
  ) -> Bool {
    guard index < pieces.count else { return start == key.count }
    switch pieces[index] {
    case .literal(let literal):
      guard key[start...].starts(with: literal) else { return false }
      return match(index + 1, key, from: start + literal.count, &ends)
    case .field(let field):
      let isLast = index == pieces.count - 1
      if isLast, field == .file {
        ends[field] = start..<key.count
        return start < key.count
      }
      var end = start
      while end < key.count, key[end] != UInt8(ascii: "/") {
        end += 1
        // Only where the next literal begins can the field end.
        if isLast ? end < key.count : !literal(index + 1, beginsAt: end, key) { continue }
        ends[field] = start..<end
        if match(index + 1, key, from: end, &ends) { return true }
      }
      return false
    }
  }

  private func literal(_ index: Int, beginsAt start: Int, _ key: [UInt8]) -> Bool {
    guard start < key.count, case .literal(let literal) = pieces[index] else { return false }
    return key[start] == literal[0]
  }
}
