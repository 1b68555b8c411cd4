/// The row a driver stands on: its columns, counted from 0, as the engine holds them.
///
/// A column is fetched only when it is read, so that a row costs what is taken from it. Only the
/// method of a column's own kind may be asked.
public protocol RowSource: AnyObject {
  /// How many columns there are.
  var width: Int { get }
  /// What a column holds.
  func kind(of column: Int) -> Row.Kind
  /// A column that holds an integer.
  func integer(_ column: Int) -> Int64
  /// A column that holds a double.
  func double(_ column: Int) -> Double
  /// A column that holds text.
  func string(_ column: Int) -> String
  /// A column that holds bytes.
  func blob(_ column: Int) -> [UInt8]
}

extension Row {
  /// What a column can hold, as ``Value`` has it.
  public enum Kind: Sendable {
    /// No value.
    case null
    /// A 64-bit integer.
    case integer
    /// A double.
    case double
    /// Text.
    case string
    /// Bytes.
    case blob
  }
}
