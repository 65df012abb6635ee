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
  ///   - bytes: What it holds, packed with gzip or not.
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
    do throws(ReadError) {
      let isPacked = Gzip.recognises(bytes)
      if isPacked { bytes = try Self.unpack(bytes, limit: unpackedLimit) }
      let name = placed.fileName
      let report = try Report(
        parsing: bytes,
        name: isPacked && name.hasSuffix(".gz") ? String(name.dropLast(3)) : name,
        category: placed.placement.category,
        scanner: placed.placement.scanner,
        digests: digests
      )
      let interpreter = try interpreter(for: report, mappings: mappings)
      format = interpreter.format
      isJSON = report.json != nil || report.lines != nil
      result = .success(try interpreter.read(report))
    } catch {
      result = .failure(Problem(error, in: file))
    }
  }

  private static func unpack(_ bytes: [UInt8], limit: Int) throws(ReadError) -> [UInt8] {
    do {
      return try Gzip.unpack(bytes, limit: limit)
    } catch {
      switch error {
      case .damaged: throw ReadError(problem: "the gzip file is damaged or cut off")
      case .tooLarge(let limit):
        throw ReadError(
          problem: "it unpacks to more than \(limit) bytes",
          hint: "raise artifacts.max_size, or split the report"
        )
      }
    }
  }

  /// Whether this is to be read rather than another artifact of the same scan.
  func isPreferred(to other: ReadArtifact) -> Bool {
    let own = (format?.precedence ?? 0, isJSON ? 1 : 0)
    let theirs = (other.format?.precedence ?? 0, other.isJSON ? 1 : 0)
    return own == theirs ? placed.artifact.key < other.placed.artifact.key : own > theirs
  }
}

extension Problem {
  /// A report's problem with the name of its file.
  init(_ error: ReadError, in file: String) {
    let place = error.place == "top level" ? "" : error.place
    self.init(file: file, place: place, problem: error.problem, hint: error.hint)
  }
}
