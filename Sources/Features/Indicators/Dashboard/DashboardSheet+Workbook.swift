import Documents
import Kernel

extension DashboardSheet {
  static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The table as a workbook of one sheet.
  func workbook(_ dashboard: Dashboard) -> Workbook {
    let head = columns.map(Workbook.Cell.header)
    let cells = rows.map { row in row.map(DashboardSheet.cell) }
    let widths = columns.map { title in
      Workbook.Column(width: title == "Indicator" || title == "Commentary" ? 48 : 18)
    }
    return Workbook([
      Workbook.Sheet(
        "\(dashboard.plan.slug) \(dashboard.period.slug)", columns: widths, rows: [head] + cells)
    ])
  }

  private static func cell(_ value: Value) -> Workbook.Cell {
    switch value {
    case .text(let text): text.isEmpty ? .empty : .text(text)
    case .figure(nil): .empty
    case .figure(let figure?): figure.whole.map(Workbook.Cell.integer) ?? .number(figure.double)
    }
  }
}
