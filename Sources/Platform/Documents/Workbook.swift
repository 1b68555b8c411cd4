public import Kernel

/// An XLSX workbook: tables out, and forms for partners to fill in.
///
/// For example:
///
///     let sheet = Workbook.Sheet(
///       "Quarter 3", columns: [.init(width: 12, isHidden: true), .init(width: 40), .init(width: 12)],
///       rows: [[.header("id"), .header("Indicator"), .header("October")],
///              [.integer(17), "Burglary", .empty.unlocked]],
///       isProtected: true)
///     let bytes = try Workbook([sheet]).bytes()
public struct Workbook: Sendable {
  /// Its sheets, in order; at least one is written, an empty one if need be.
  public var sheets: [Sheet]
  /// When it says it was made, so that the same workbook is the same bytes; now where `nil`.
  public var created: Day?

  /// A workbook of some sheets.
  public init(_ sheets: [Sheet], created: Day? = nil) {
    self.sheets = sheets
    self.created = created
  }

  /// One sheet.
  public struct Sheet: Sendable {
    /// Its name; characters a spreadsheet refuses become spaces, and it is cut at 31 characters.
    public var name: String
    /// Its columns from the first; those not named keep the usual width.
    public var columns: [Column]
    /// Its rows from the first.
    public var rows: [[Cell]]
    /// How many rows at the top stay in view and are repeated on each printed page.
    public var frozenRows: Int
    /// Whether only unlocked cells can be changed (without a password: it guides, it does not guard).
    public var isProtected: Bool
    /// What may be typed where.
    public var checks: [Check]

    /// A sheet.
    public init(
      _ name: String, columns: [Column] = [], rows: [[Cell]], frozenRows: Int = 1,
      isProtected: Bool = false, checks: [Check] = []
    ) {
      self.name = name
      self.columns = columns
      self.rows = rows
      self.frozenRows = frozenRows
      self.isProtected = isProtected
      self.checks = checks
    }
  }

  /// A column's look.
  public struct Column: Sendable {
    /// Its width in characters.
    public var width: Double
    /// Whether it is hidden, as the ids of a form are.
    public var isHidden: Bool

    /// A column.
    public init(width: Double, isHidden: Bool = false) {
      self.width = width
      self.isHidden = isHidden
    }
  }

  /// What may be typed into cells of one column.
  public struct Check: Sendable {
    /// What is accepted.
    public enum Kind: Sendable {
      /// A whole number within bounds.
      case integer(ClosedRange<Int>)
      /// A number within bounds.
      case number(ClosedRange<Double>)
      /// One of some words, at most 255 characters together.
      case oneOf([String])
    }

    let column: Int
    let rows: ClosedRange<Int>
    let kind: Kind
    let message: String

    /// A check of the cells of a column, both counted from 0, with the message for what it refuses.
    public init(column: Int, rows: ClosedRange<Int>, _ kind: Kind, message: String) {
      self.column = column
      self.rows = rows
      self.kind = kind
      self.message = message
    }
  }
}

extension Workbook {
  /// One cell.
  public struct Cell: Sendable, Equatable {
    enum Value: Sendable, Equatable {
      case empty
      case text(String)
      case number(Double)
      case date(Day)
    }

    enum Style: Sendable, Hashable {
      case plain, header, title, note, wrapped
    }

    var value: Value
    var style = Style.plain
    /// A number's format in the spreadsheet's words, such as `#,##0`.
    var format: String?
    var isUnlocked = false

    /// Nothing.
    public static let empty = Cell(value: .empty)
    /// Text; never run as a formula.
    public static func text(_ text: String) -> Cell { Cell(value: .text(text)) }
    /// Text broken over as many lines as the column's width asks for.
    public static func wrapped(_ text: String) -> Cell {
      Cell(value: .text(text), style: .wrapped)
    }
    /// The head of a column.
    public static func header(_ text: String) -> Cell { Cell(value: .text(text), style: .header) }
    /// The title of a sheet.
    public static func title(_ text: String) -> Cell { Cell(value: .text(text), style: .title) }
    /// A quiet note.
    public static func note(_ text: String) -> Cell { Cell(value: .text(text), style: .note) }
    /// A whole number, shown as `1,041`.
    public static func integer(_ value: Int) -> Cell {
      Cell(value: .number(Double(value)), format: "#,##0")
    }
    /// A whole number shown without commas, such as an id or a year.
    public static func code(_ value: Int) -> Cell {
      Cell(value: .number(Double(value)), format: "0")
    }
    /// A number with that many digits after the point; empty for `nan` and infinities.
    public static func number(_ value: Double, digits: Int = 1) -> Cell {
      Cell(value: value.isFinite ? .number(value) : .empty, format: pattern("#,##0", digits))
    }
    /// A percentage given as 69 for 69 %, kept as 0.69 as spreadsheets do.
    public static func percent(_ value: Double, digits: Int = 1) -> Cell {
      let value = value.isFinite ? Value.number(value / 100) : .empty
      return Cell(value: value, format: pattern("0", digits) + "%")
    }
    /// A day, shown as `2018-04-01`.
    public static func date(_ day: Day) -> Cell { Cell(value: .date(day), format: "yyyy-mm-dd") }

    /// The same cell, open to change on a protected sheet.
    public var unlocked: Cell {
      var cell = self
      cell.isUnlocked = true
      return cell
    }

    private static func pattern(_ whole: String, _ digits: Int) -> String {
      digits > 0 ? whole + "." + String(repeating: "0", count: digits) : whole
    }
  }
}

extension Workbook.Cell: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
}
