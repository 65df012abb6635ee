public import Actions
internal import Compression
public import Findings

// How the tickets stood after each run, so that a report of a past date shows them as they were. No
// record names these objects: without them a report only shows no tickets.
extension History {
  /// The largest size in bytes that a report on tickets is unpacked to.
  private static let ticketsLimit = 1 << 28

  private static func ticketsKey(_ moment: Instant) -> String {
    TicketReport.key(of: moment) + ".zst"
  }

  /// Keeps how the tickets stood after the run of a moment; takes the place of what was kept before.
  public func save(_ tickets: TicketReport, of moment: Instant) async throws(Problem) {
    let key = Self.ticketsKey(moment)
    let packed: [UInt8]
    do throws(CompressionError) {
      packed = try Zstandard.pack(tickets.encoded())
    } catch {
      throw Problem(file: store.place(of: key), problem: "could not be packed: \(error)")
    }
    let version = try await store.read(key: key)?.version
    guard try await store.replace(key: key, bytes: packed, ifVersion: version) else {
      throw Problem(
        file: store.place(of: key),
        problem: "was written by another run meanwhile",
        hint: "reports of this date show the tickets as that run saw them"
      )
    }
  }

  /// How the tickets stood after the run of a moment; nil if none were kept then.
  public func tickets(of moment: Instant) async throws(Problem) -> TicketReport? {
    let key = Self.ticketsKey(moment)
    guard let object = try await store.read(key: key) else { return nil }
    let bytes: [UInt8]
    do throws(CompressionError) {
      bytes = try Zstandard.unpack(object.bytes, limit: Self.ticketsLimit)
    } catch {
      throw Problem(
        file: store.place(of: key),
        problem: error == .damaged ? "is damaged" : "is too large to be unpacked",
        hint: "restore the object, or remove it: the pages then show no tickets"
      )
    }
    return try TicketReport(decoding: bytes, file: store.place(of: key))
  }
}
