internal import Compression
public import Findings
internal import Hashing
public import Readers

/// What came of one artifact.
public struct ReadArtifact: Sendable {
  /// The artifact, its SHA-256 known if it was fetched.
  public var placed: PlacedArtifact
  /// The format it is in, if a reader recognised it.
  public var format: ReportFormat?
  /// What it says, or why it could not be read.
  public var result: Result<Reading, Problem>
  /// Whether it is JSON: of one format in two syntaxes, the JSON is read.
  public var isJSON: Bool

  /// An artifact that could not be fetched.
  init(_ placed: PlacedArtifact, problem: Problem) {
    self.placed = placed
    result = .failure(problem)
    isJSON = false
  }

  /// Reads an artifact's bytes.
  ///
  /// - Parameters:
  ///   - placed: The artifact.
  ///   - bytes: What it holds, packed with gzip, in a zip archive, or neither.
  ///   - file: Where it lies, for problems.
  ///   - digests: Makes keyed digests of secrets.
  ///   - mappings: How to read what no reader knows.
  ///   - unpackedLimit: The largest size in bytes to unpack.
  public init(
    _ placed: PlacedArtifact,
    bytes: consuming [UInt8],
    file: String,
    digests: SecretDigest,
    mappings: [ReportMapping] = [],
    unpackedLimit: Int
  ) {
    var placed = placed
    placed.artifact.sha256 = SHA256.hash(bytes).hexadecimal
    self.placed = placed
    isJSON = false
    // Until it is read; a method needs it whole.
    result = .failure(Problem(file: file, problem: "not read"))
    do throws(ReadError) {
      let isPacked = Gzip.recognises(bytes)
      if isPacked { bytes = try Self.unpack(bytes, limit: unpackedLimit) }
      let name = placed.fileName
      let whole = isPacked && name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
      var readings: [Reading] = []
      if Zip.recognises(bytes) {
        let archive = try ReportArchive(bytes, limit: unpackedLimit)
        for file in archive.reports {
          let report = try Report(
            parsing: file.bytes,
            named: file.name,
            at: placed.placement,
            beside: archive.attachments,
            digests
          )
          readings.append(try read(report, mappings))
        }
      } else {
        let report = try Report(parsing: bytes, named: whole, at: placed.placement, digests)
        readings.append(try read(report, mappings))
      }
      result = .success(Reading(joining: readings))
    } catch {
      result = .failure(Problem(error, in: file))
    }
  }

  /// Reads a report, which must be in the format of those read before.
  private mutating func read(
    _ report: Report,
    _ mappings: [ReportMapping]
  ) throws(ReadError) -> Reading {
    let interpreter = try interpreter(for: report, mappings: mappings)
    if let format, format != interpreter.format {
      throw ReadError(problem: "the zip archive holds reports in several formats")
    }
    format = interpreter.format
    isJSON = report.json != nil || report.lines != nil
    return try interpreter.read(report)
  }

  private static func unpack(_ bytes: [UInt8], limit: Int) throws(ReadError) -> [UInt8] {
    do {
      return try Gzip.unpack(bytes, limit: limit)
    } catch {
      throw ReadError(error, "gzip file")
    }
  }

  /// Whether this is to be read rather than another artifact of the same scan.
  func isPreferred(to other: ReadArtifact) -> Bool {
    let own = (format?.precedence ?? 0, isJSON ? 1 : 0)
    let theirs = (other.format?.precedence ?? 0, other.isJSON ? 1 : 0)
    return own == theirs ? placed.artifact.key < other.placed.artifact.key : own > theirs
  }
}

extension Report {
  /// A file of an artifact, with what its place says of it.
  fileprivate init(
    parsing bytes: [UInt8],
    named name: String,
    at placement: Placement,
    beside attachments: [String: [UInt8]] = [:],
    _ digests: SecretDigest
  ) throws(ReadError) {
    try self.init(
      parsing: bytes,
      name: name.split(separator: "/").last.map(String.init) ?? name,
      category: placement.category,
      scanner: placement.scanner,
      digests: digests
    )
    self.attachments = attachments
  }
}

extension Problem {
  /// A report's problem with the name of its file.
  init(_ error: ReadError, in file: String) {
    let place = error.place == "top level" ? "" : error.place
    self.init(file: file, place: place, problem: error.problem, hint: error.hint)
  }
}
