public import Markup

/// Counts by two things at once: a cell for each pair, shaded in five steps, its count in it.
///
///     HeatMap(
///       title: "When it happens", about: "295 reports by two-hour band", columns: ["Mon", …],
///       rows: ["00 to 02", …], values: counts)
///
/// The shades are parts of the largest value, a fifth each, so that nought is the lightest. Its
/// table stands under it.
public struct HeatMap: HTML {
  static let rowHeight = 26.0
  private static let left = 16.0

  private let title: String
  private let about: String
  private let columns: [String]
  private let rows: [String]
  private let values: [[Double]]
  private let style: NumberStyle
  private let unit: String

  /// A heat map.
  ///
  /// - Parameters:
  ///   - title: what it shows, as a finding.
  ///   - about: what is counted, of when.
  ///   - columns: the headings of the columns, short.
  ///   - rows: the names of the rows, short.
  ///   - values: by row and then by column, ≥ 0.
  ///   - style: how values are written.
  ///   - unit: what a row is, for the table.
  public init(
    title: String, about: String, columns: [String], rows: [String], values: [[Double]],
    style: NumberStyle = .whole, unit: String
  ) {
    self.title = title
    self.about = about
    self.columns = columns
    self.rows = rows
    self.values = values
    self.style = style
    self.unit = unit
  }

  /// The figure, with its table.
  public var body: some HTML {
    ChartFigure(
      title: title, about: about, sentence: sentence,
      height: Double(rows.count + 1) * Self.rowHeight + 4, table: table
    ) {
      for (column, name) in columns.enumerated() {
        text_(.class("mid"), .x(.percent(middle(column))), .y(.px(15))) { name }
      }
      for (row, name) in rows.enumerated() {
        text_(.x(.px(0)), .y(.px(y(row) + 17))) { name }
        for column in columns.indices {
          HeatCell(
            value: values[row][column], largest: largest, style: style,
            left: Self.left + Double(column) * width, width: width, y: y(row))
        }
      }
    }
  }

  private var largest: Double { values.joined().max() ?? 0 }
  private var width: Double { (99.5 - Self.left) / Double(max(1, columns.count)) }
  private func middle(_ column: Int) -> Double { Self.left + (Double(column) + 0.5) * width }
  private func y(_ row: Int) -> Double { Double(row + 1) * Self.rowHeight }

  private var sentence: String {
    let all = rows.indices.flatMap { row in columns.indices.map { (row, $0) } }
    guard let most = all.max(by: { values[$0.0][$0.1] < values[$1.0][$1.1] }) else { return title }
    return "\(title). Most in \(columns[most.1]), \(rows[most.0]): "
      + "\(style.text(values[most.0][most.1])). The table gives every figure."
  }

  private var table: DataTable {
    DataTable(
      caption: title, hidesCaption: true,
      columns: [.text(unit)] + columns.map { .number($0) },
      rows: rows.enumerated().map { row, name in
        .cells([.text(name)] + values[row].map { .text(style.text($0)) })
      })
  }
}

/// A shaded cell with its value.
struct HeatCell: HTML {
  let value: Double
  let largest: Double
  let style: NumberStyle
  /// Per cent of the width.
  let left: Double
  let width: Double
  let y: Double

  var body: some HTML {
    let step = Self.step(value, of: largest)
    rect(
      .class("cell s\(step)"), .x(.percent(left)), .y(.px(y)), .width(.percent(width)),
      .height(.px(HeatMap.rowHeight)))
    text_(
      .class(step >= 3 ? "mid on-dark" : "mid on-light"), .x(.percent(left + width / 2)),
      .y(.px(y + 17))
    ) { style.text(value) }
  }

  /// The shade of a value of which the largest is given: a fifth of it each.
  static func step(_ value: Double, of largest: Double) -> Int {
    guard value > 0, largest > 0 else { return 0 }
    return min(4, Int(value / largest * 5))
  }
}
