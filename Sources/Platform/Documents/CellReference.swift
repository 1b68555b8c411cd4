/// A cell's place in a sheet, written such as `B7`.
public struct CellReference: Sendable, Hashable, CustomStringConvertible {
  /// The row, from 1.
  public let row: Int
  /// The column, from 1.
  public let column: Int

  /// A place, counted from 1.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Letters for the column and the number of the row.
  public var description: String { Self.letters(column) + String(row) }

  /// A column's letters: 1 is `A`, 27 `AA`.
  public static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
