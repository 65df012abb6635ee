/// Why bytes could not be unpacked.
public enum CompressionError: Error, Sendable, Hashable {
  /// The bytes are not what their head says, or they end too early.
  case damaged
  /// They would unpack to more than the limit, in bytes.
  case tooLarge(limit: Int)
}
