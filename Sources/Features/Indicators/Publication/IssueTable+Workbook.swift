import Documents
import Kernel

extension IssueTable {
  /// The table as a workbook, with a sheet that says what it is.
  func workbook(_ issue: PublicIssue, created: Day) -> Workbook {
    let head = columns.map(Workbook.Cell.header)
    let cells = rows.map { row in
      row.map { value -> Workbook.Cell in
        switch value {
        case .text(let text): text.isEmpty ? .empty : .text(text)
        case .figure(nil): .empty
        case .figure(let figure?):
          figure.whole.map(Workbook.Cell.integer) ?? .number(figure.double, digits: 2)
        }
      }
    }
    let widths = columns.map { Workbook.Column(width: $0.contains("Indicator") ? 40 : 16) }
    return Workbook(
      [
        Workbook.Sheet("Figures", columns: widths, rows: [head] + cells),
        Workbook.Sheet(
          "About", columns: [Workbook.Column(width: 24), Workbook.Column(width: 80)],
          rows: IssueTable.about(issue), frozenRows: 0),
      ], created: created)
  }

  private static func about(_ issue: PublicIssue) -> [[Workbook.Cell]] {
    [
      [.title(issue.plan.title)],
      ["Period", .text(issue.months)],
      ["Compared with", .text(issue.before)],
      ["Issue", .code(issue.number)],
      ["Published", .text(issue.dayWords)],
    ] + (issue.note.isEmpty ? [] : [["What was corrected", .wrapped(issue.note)]])
      + (issue.plan.isSynthetic ? [["Figures", "Synthetic: made up for a demonstration"]] : [])
      + [["Small numbers", .wrapped("Of people: \(SmallCounts.words)")]]
  }
}
