public import Kernel

/// One row of a sheet: the cells that hold something.
public struct TableRow: Sendable, Equatable {
  /// The sheet's name.
  public let sheet: String
  /// The row's number in the sheet, from 1.
  public let number: Int
  /// Its cells from left to right; empty ones are left out.
  public internal(set) var cells: [TableCell]

  /// The cell of a column, counted from 1; `nil` where it is empty.
  public subscript(column: Int) -> TableCell? {
    cells.first { $0.reference.column == column }
  }
}

/// One cell that holds something.
public struct TableCell: Sendable, Equatable {
  /// What it holds.
  ///
  /// Spreadsheets keep a type for each cell, but it reaches us only for whole columns: what reads
  /// as a number or a day is taken for one.
  public enum Kind: UInt8, Sendable {
    /// Text.
    case text = 0x74
    /// A number; a percentage of 69 % is 0.69, see ``TableCell/isPercentage``.
    case number = 0x6E
    /// A day, or a day with a time.
    case date = 0x64
    /// Yes or no, as 1 or 0.
    case boolean = 0x62
  }

  /// Its place, such as `B7`.
  public let reference: CellReference
  /// What it holds.
  public let kind: Kind
  /// Its value as text: numbers with a point, days as `2023-01-31`.
  public let text: String
  /// Whether it is a number that its sheet shows as a percentage: 0.69 for 69 %.
  ///
  /// Known where the workbook is read whole, by ``ReaderProcess/sheets(of:)``.
  public internal(set) var isPercentage = false

  /// The number; `nil` for anything else.
  public var number: Double? { kind == .number ? Double(text) : nil }
  /// The day, without its time; `nil` for anything else.
  public var day: Day? { kind == .date ? Day(String(text.prefix(10))) : nil }
}

/// A sheet read as a whole.
public struct TableSheet: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// Its rows that hold something, from the top.
  public internal(set) var rows: [TableRow] = []
}

/// One file of an archive.
public struct ArchiveEntry: Sendable, Equatable {
  /// Its path inside the archive, always relative and without `..`.
  public let name: String
  /// Its size in bytes; `nil` where the archive does not say.
  public let size: Int?
}
