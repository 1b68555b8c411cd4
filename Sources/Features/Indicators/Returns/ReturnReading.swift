import Documents
import Kernel
import Partnership

/// A return read back: its answers by row id, or what is wrong with which cell.
struct ReturnReading: Hashable, Sendable {
  private(set) var answers: [ReturnAnswer] = []
  /// Rows of the form that were left empty.
  private(set) var emptyRows: [String] = []
  /// Sentences that name the cell: "E7: Enter a whole number: this is a count".
  private(set) var wrong: [String] = []

  /// One row of a sheet: the texts of its cells by column, counted from 1.
  struct SheetRow: Hashable, Sendable {
    let number: Int
    let cells: [Int: String]
    /// The columns whose cells hold numbers below 1 without a percent sign: they may be shares.
    var fractions: Set<Int> = []

    func text(_ column: Int) -> String { FieldFate.plain(cells[column] ?? "") }
  }

  /// More sentences than anybody reads at once.
  static let mostWrong = 30

  /// Whether a sheet says of itself that it is a form of this service.
  static func isForm(_ rows: [SheetRow]) -> Bool {
    guard let first = rows.first, first.number == 1 else { return false }
    return first.text(ReturnWorkbook.Column.row).hasPrefix("hamlet-return ")
  }

  init(_ rows: [SheetRow], _ expected: ExpectedReturn) {
    guard let first = rows.first, ReturnReading.isForm(rows) else {
      wrong = ["A1: This is not a return form of this service. Download the form and fill that in"]
      return
    }
    let stamp = first.text(ReturnWorkbook.Column.row)
    guard stamp == expected.stamp else {
      wrong = [
        "A1: This form is for another plan, quarter or agency (\(stamp.prefix(120))). "
          + "Download the form for \(expected.agency.name), \(expected.period.words)"
      ]
      return
    }
    let lines = Dictionary(expected.lines.map { ($0.row, $0) }) { first, _ in first }
    var places: [String: Int] = [:]
    for row in rows where row.number > ReturnWorkbook.headRows && !row.cells.isEmpty {
      read(row, lines, &places)
    }
    emptyRows += expected.lines.map(\.row).filter { places[$0] == nil }
  }

  private mutating func read(
    _ row: SheetRow, _ lines: [String: ReturnLine], _ places: inout [String: Int]
  ) {
    let id = row.text(ReturnWorkbook.Column.row)
    guard let line = lines[id] else {
      refuse(row.number, ReturnWorkbook.Column.row, "This row is not of the form: take it out")
      return
    }
    if let before = places[id] {
      refuse(
        row.number, ReturnWorkbook.Column.row, "This row is there twice: it is row \(before) too")
      return
    }
    places[id] = row.number
    let texts = AmountInput.Texts(
      value: row.text(ReturnWorkbook.Column.value),
      numerator: row.text(ReturnWorkbook.Column.numerator),
      denominator: row.text(ReturnWorkbook.Column.denominator))
    if line.definition.kind == .percentage, texts.numerator.isEmpty, texts.denominator.isEmpty,
      row.fractions.contains(ReturnWorkbook.Column.value)
    {
      refuse(
        row.number, ReturnWorkbook.Column.value,
        "\(texts.value) can be read as a share or as per cent: give the number counted and what "
          + "it is out of")
      return
    }
    do throws(AmountInput.Wrong) {
      guard let amount = try line.input.read(texts) else {
        emptyRows.append(id)
        return
      }
      answers.append(ReturnAnswer(row: id, amount))
    } catch {
      refuse(row.number, column(error.part), error.message)
    }
  }

  private func column(_ part: AmountInput.Part) -> Int {
    switch part {
    case .value: ReturnWorkbook.Column.value
    case .numerator: ReturnWorkbook.Column.numerator
    case .denominator: ReturnWorkbook.Column.denominator
    }
  }

  private mutating func refuse(_ row: Int, _ column: Int, _ message: String) {
    wrong.append("\(CellReference(row: row, column: column)): \(message)")
  }
}

extension ReturnReading.SheetRow {
  /// A row as `hamlet-reader` gives it.
  init(_ row: TableRow) {
    number = row.number
    var cells: [Int: String] = [:]
    var fractions: Set<Int> = []
    for cell in row.cells {
      let column = cell.reference.column
      cells[column] = cell.text
      guard let number = cell.number, abs(number) < Double(Figure.limit) else { continue }
      guard !cell.isPercentage else {
        cells[column] = "\(Figure(nearest: number * 100))%"
        continue
      }
      cells[column] = Figure(nearest: number).description
      if number > 0, number <= 1 { fractions.insert(column) }
    }
    self.cells = cells
    self.fractions = fractions
  }
}
