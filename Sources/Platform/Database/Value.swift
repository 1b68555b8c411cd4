/// One value as a database holds it, the same on every engine.
///
/// Truth is kept as the integers 0 and 1, moments and days as ISO 8601 text.
public enum Value: Hashable, Sendable {
  /// No value.
  case null
  /// A 64-bit integer.
  case int(Int64)
  /// A double.
  case real(Double)
  /// UTF-8 text without NUL.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}
