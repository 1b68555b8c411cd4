import Documents
import Kernel
import Partnership

/// The form an agency fills in: one row for each indicator and month, with what is held already.
struct ReturnWorkbook: Sendable {
  let expected: ExpectedReturn

  /// Where things stand in the sheet, counted from 1.
  enum Column {
    static let row = 1
    static let value = 5
    static let numerator = 6
    static let denominator = 7
  }

  /// Rows above the first answer.
  static let headRows = 3

  var workbook: Workbook {
    Workbook([
      Workbook.Sheet(
        "Return",
        columns: [
          .init(width: 4, isHidden: true), .init(width: 40), .init(width: 44), .init(width: 30),
          .init(width: 14), .init(width: 16), .init(width: 14), .init(width: 40),
        ],
        rows: head + expected.lines.map(row), frozenRows: ReturnWorkbook.headRows,
        isProtected: true, checks: checks)
    ])
  }

  private var head: [[Workbook.Cell]] {
    [
      [.text(expected.stamp), .title("Return of \(expected.agency.name)")],
      [
        .empty,
        .note(
          "\(expected.planTitle), \(expected.period.words). Due \(expected.dueDay.words). "
            + "Fill in the light cells; leave empty what you cannot give."),
      ],
      [
        .header("row"), .header("Indicator"), .header("What is counted"), .header("For"),
        .header("Figure"), .header("Number counted"), .header("Out of"), .header("Held now"),
      ],
    ]
  }

  private func row(_ line: ReturnLine) -> [Workbook.Cell] {
    let amount = line.standing?.amount
    let hasBase = line.input.hasBase
    let isWhole = amount?.numerator != nil && amount?.denominator != nil && hasBase
    return [
      .text(line.row), .wrapped(line.member.title), .wrapped(counted(line)),
      .text(line.period.words), answer(isWhole ? nil : amount?.value).unlocked,
      hasBase ? answer(isWhole ? amount?.numerator : nil).unlocked : .empty,
      hasBase ? answer(isWhole ? amount?.denominator : nil).unlocked : .empty,
      .note(
        line.standing.map {
          "\(FigureText.value($0.amount.value, line.definition.kind)). \($0.provenance.words)"
        } ?? "Nothing yet"),
    ]
  }

  private func counted(_ line: ReturnLine) -> String {
    let base = line.definition.denominator.map { ", out of \($0)" } ?? ""
    let sign = line.definition.kind == .percentage ? "; write 69 for 69%" : ""
    return "\(line.definition.numerator)\(base) (\(line.definition.unit))\(sign)"
  }

  private func answer(_ figure: Figure?) -> Workbook.Cell {
    guard let figure else { return .empty }
    return figure.whole.map(Workbook.Cell.integer) ?? .number(figure.double, digits: 2)
  }

  private var checks: [Workbook.Check] {
    guard !expected.lines.isEmpty else { return [] }
    let rows = ReturnWorkbook.headRows...(ReturnWorkbook.headRows + expected.lines.count - 1)
    let limit = Double(Figure.limit)
    return [Column.value, Column.numerator, Column.denominator].map { column in
      Workbook.Check(
        column: column - 1, rows: rows, .number(-limit...limit),
        message: "Enter a number in digits, such as 1041 or 4.2.")
    }
  }
}
