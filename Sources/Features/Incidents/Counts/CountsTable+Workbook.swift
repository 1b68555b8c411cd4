internal import Documents
internal import Kernel

extension CountsTable {
  /// The table as a workbook, with a sheet that says what it is.
  func workbook(on today: Day) -> Workbook {
    let widths = heads.map { Workbook.Column(width: Self.isWide($0) ? 34 : 14) }
    let about = parameters.map { [Workbook.Cell.text($0.name), Self.cell($0.value)] }
    return Workbook(
      [
        Workbook.Sheet(
          "Counts", columns: widths,
          rows: [heads.map(Workbook.Cell.header)] + rows.map { $0.map(Self.cell) }),
        Workbook.Sheet(
          "About", columns: [Workbook.Column(width: 28), Workbook.Column(width: 60)],
          rows: [[.title("Incidents counted")]] + about, frozenRows: 0),
      ], created: today)
  }

  private static func isWide(_ head: String) -> Bool {
    [CountDimension.category.title, CountDimension.outcome.title, CountDimension.force.title]
      .contains(head) || head.hasSuffix(" name")
  }

  private static func cell(_ value: CSVWriter.Value) -> Workbook.Cell {
    switch value {
    case .empty: .empty
    case .text(let text): text.isEmpty ? .empty : .text(text)
    // A year or a count: no comma, so that a year does not look like one.
    case .integer(let number): .code(number)
    case .number(let number): .number(number)
    case .fixed(let number, let digits): .number(number, digits: digits)
    }
  }
}
