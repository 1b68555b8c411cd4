public import Markup

/// Figures or facts in rows and columns; on a telephone each row becomes a block.
///
///     DataTable(
///       caption: "Plans", columns: [.text("Plan"), .number("Indicators")],
///       rows: plans.map { [.link($0.name, to: $0.path), .text(NumberText.whole($0.count))] })
///
/// The first cell of each row is its header.
public struct DataTable: HTML {
  private let title: String
  private let isCaptionHidden: Bool
  private let columns: [Column]
  private let rows: [Row]
  private let empty: String
  private let pager: Pager?

  /// A table with its name, columns and rows, and what is said where there are none.
  ///
  /// `hidesCaption` where a heading says the same just above; it is then read out only.
  public init(
    caption: String, hidesCaption: Bool = false, columns: [Column], rows: [Row],
    empty: String = "There is nothing to show yet.", pager: Pager? = nil
  ) {
    title = caption
    isCaptionHidden = hidesCaption
    self.columns = columns
    self.rows = rows
    self.empty = empty
    self.pager = pager
  }

  /// The table, or a sentence where it has no rows, and the links to its other pages.
  public var body: some HTML {
    div(.class("contain")) {
      if rows.isEmpty {
        if !isCaptionHidden { p(.class("as-h3")) { title } }
        p(.class("quiet")) { empty }
      } else {
        table(.class("ledger fold")) {
          caption(.class("hide").when(isCaptionHidden)) { title }
          thead { tr { for column in columns { column } } }
          tbody { for row in rows { TableRow(row: row, columns: columns) } }
        }
      }
      pager
    }
  }
}

extension DataTable {
  /// The head of a column.
  public struct Column: HTML {
    let title: String
    let isNumber: Bool
    private let sort: SortLink?

    /// A column of words; `sort` makes its head a link.
    public static func text(_ title: String, sort: SortLink? = nil) -> Column {
      Column(title: title, isNumber: false, sort: sort)
    }

    /// A column of figures, aligned at the right.
    public static func number(_ title: String, sort: SortLink? = nil) -> Column {
      Column(title: title, isNumber: true, sort: sort)
    }

    /// The head.
    public var body: some HTML {
      th(
        .scope(.col), .class("n").when(isNumber),
        .aria("sort", sort?.order?.rawValue ?? "").when(sort?.order != nil)
      ) {
        if let sort {
          a(.href(sort.path)) {
            title
            if sort.order == .ascending { Icon(.up) }
            if sort.order == .descending { Icon(.down) }
          }
        } else {
          title
        }
      }
    }
  }

  /// The link in a column's head that sorts by it.
  public struct SortLink: Sendable {
    /// How the rows stand now.
    public enum Order: String, Sendable {
      /// Smallest first.
      case ascending
      /// Largest first.
      case descending
    }

    let path: String
    let order: Order?

    /// A link to the table sorted by the column; `order` where it is so already.
    public init(_ path: String, order: Order? = nil) {
      self.path = path
      self.order = order
    }
  }

  /// A row of cells, or the heading of the rows below it.
  public enum Row: ExpressibleByArrayLiteral {
    /// A row; the first cell is its header.
    case cells([Cell])
    /// A row with a remark across the table below it.
    case noted([Cell], AnyHTML)
    /// The heading of the rows below it.
    case group(String)

    /// A row with a remark across the table below it, such as a commentary and its source.
    public static func noted(_ cells: [Cell], @HTMLBuilder note: () -> some HTML) -> Row {
      .noted(cells, AnyHTML(note()))
    }

    /// A row; the first cell is its header.
    public init(arrayLiteral cells: Cell...) { self = .cells(cells) }
  }

  /// What stands in one column of a row.
  public struct Cell: ExpressibleByStringInterpolation {
    let content: AnyHTML

    /// Words or a figure.
    public static func text(_ text: String) -> Cell { Cell(content: AnyHTML(text)) }

    /// A link.
    public static func link(_ title: String, to path: String) -> Cell {
      Cell(content: AnyHTML(a(.href(path)) { title }))
    }

    /// Any piece, such as a ``StateMark`` or ``Sparkline``.
    public static func html(@HTMLBuilder _ content: () -> some HTML) -> Cell {
      Cell(content: AnyHTML(content()))
    }

    /// Words that say why there is no figure: "Not supplied", "No comparison".
    public static func missing(_ words: String) -> Cell {
      Cell(content: AnyHTML(span(.class("quiet")) { words }))
    }

    private init(content: AnyHTML) { self.content = content }

    /// Words or a figure.
    public init(stringLiteral text: String) { self.init(content: AnyHTML(text)) }
  }
}

private struct TableRow: HTML {
  let row: DataTable.Row
  let columns: [DataTable.Column]

  var body: some HTML {
    switch row {
    case .group(let heading):
      tr(.class("group")) { th(.scope(.colgroup), .colspan(columns.count)) { heading } }
    case .cells(let cells):
      tr { Cells(cells: cells, columns: columns) }
    case .noted(let cells, let note):
      tr(.class("has-note")) { Cells(cells: cells, columns: columns) }
      tr(.class("note")) { td(.colspan(columns.count)) { note } }
    }
  }
}

private struct Cells: HTML {
  let cells: [DataTable.Cell]
  let columns: [DataTable.Column]

  var body: some HTML {
    for (index, (column, cell)) in zip(columns, cells).enumerated() {
      if index == 0 {
        th(.scope(.row), .class("n").when(column.isNumber)) { cell.content }
      } else {
        td(.class("n").when(column.isNumber), .data("l", column.title)) { cell.content }
      }
    }
  }
}
