import Documents
import Kernel

/// An issue as one table, every fact in a column of its own, for CSV and XLSX.
struct IssueTable: Sendable {
  /// One value of the table.
  enum Value: Hashable, Sendable {
    case text(String)
    case figure(Figure?)
  }

  let columns: [String]
  let rows: [[Value]]

  init(_ issue: PublicIssue) {
    let all =
      IssueTable.identity + IssueTable.run("Period") { $0.now } + IssueTable.states
      + IssueTable.run("Year to date") { $0.yearToDate }
      + IssueTable.run("Twelve months") { $0.rollingYear } + IssueTable.sources
    columns = all.map(\.title)
    rows = issue.priorities.flatMap { priority in
      priority.rows.map { row in all.map { $0.value(priority, row) } }
    }
  }

  /// The table as CSV.
  var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map(CSVWriter.Value.text))
    for row in rows {
      writer.row(
        row.map { value in
          switch value {
          case .text(let text): text.isEmpty ? .empty : .text(text)
          case .figure(let figure):
            figure.map { $0.whole.map(CSVWriter.Value.integer) ?? .number($0.double) } ?? .empty
          }
        })
    }
    return writer.bytes
  }

  private typealias Column = (
    title: String, value: @Sendable (PublicIssue.PriorityIssue, PublicIssue.Row) -> Value
  )

  private static let identity: [Column] = [
    ("Priority", { priority, _ in .text(priority.title) }),
    ("Code", { _, row in .text(row.code) }),
    ("Indicator", { _, row in .text(row.title) }),
    ("Unit", { _, row in .text(row.definition.unit) }),
    ("Wanted", { _, row in .text(row.wanted) }),
  ]

  private static func run(
    _ name: String, _ part: @escaping @Sendable (PublicIssue.Row) -> PublicIssue.Run?
  ) -> [Column] {
    [
      ("\(name): months", { _, row in .text(part(row)?.months ?? "") }),
      ("\(name): value", { _, row in .figure(part(row)?.value.figure) }),
      ("\(name): why no value", { _, row in .text(part(row)?.value.missing ?? "") }),
      (
        "\(name): counted", { _, row in .figure(part(row)?.value.numerator.flatMap { Figure($0) }) }
      ),
      (
        "\(name): out of",
        { _, row in .figure(part(row)?.value.denominator.flatMap { Figure($0) }) }
      ),
      ("\(name): year before", { _, row in .figure(part(row)?.previous.figure) }),
      ("\(name): change %", { _, row in .figure(part(row)?.changePercent.flatMap { Figure($0) }) }),
      ("\(name): difference", { _, row in .figure(part(row)?.difference.flatMap { Figure($0) }) }),
      ("\(name): computed", { _, row in .text(part(row)?.state ?? "") }),
      ("\(name): why no state", { _, row in .text(part(row)?.reason ?? "") }),
      ("\(name): chance", { _, row in .text(part(row)?.chance ?? "") }),
      ("\(name): comparability", { _, row in .text(part(row)?.comparability ?? "") }),
    ]
  }

  private static let states: [Column] = [
    ("Judgement", { _, row in .text(row.judgement?.state ?? "") }),
    ("Judgement by", { _, row in .text(row.judgement?.author ?? "") }),
    ("Judgement reason", { _, row in .text(row.judgement?.words ?? "") }),
    ("Target for the year", { _, row in .text(row.target ?? "") }),
    ("Gap to target", { _, row in .text(row.gap ?? "") }),
  ]

  private static let sources: [Column] = [
    ("Counts", { _, row in .text(row.definition.numerator) }),
    ("Out of what", { _, row in .text(row.definition.denominator ?? "") }),
    ("Definition version", { _, row in .figure(Figure(row.definition.number)) }),
    ("Definition from", { _, row in .text(row.definition.from) }),
    ("Source", { _, row in .text(row.definition.source) }),
    ("Where the figures come from", { _, row in .text(row.origins.joined(separator: "; ")) }),
    ("Provisional", { _, row in .text(row.isProvisional ? "yes" : "no") }),
    ("Commentary", { _, row in .text(row.commentary?.words ?? "") }),
  ]
}
