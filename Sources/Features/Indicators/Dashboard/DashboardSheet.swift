import Documents
import Kernel

/// The dashboard as a table for spreadsheets: every fact in a column of its own.
struct DashboardSheet: Sendable {
  /// One value of the table.
  enum Value: Hashable, Sendable {
    case text(String)
    case figure(Figure?)
  }

  let columns: [String]
  let rows: [[Value]]

  init(_ dashboard: Dashboard) {
    let columns = DashboardSheet.columns(of: dashboard)
    self.columns = columns.map(\.title)
    rows = dashboard.groups.flatMap { group in
      group.rows.map { row in columns.map { $0.value(group.priority, row) } }
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
          case .figure(let figure): figure.map { CSVWriter.Value(figure: $0) } ?? .empty
          }
        })
    }
    return writer.bytes
  }

  private typealias Column = (
    title: String, value: @Sendable (Priority, DashboardRow) -> Value
  )

  private static func columns(of dashboard: Dashboard) -> [Column] {
    let chance: Column = (
      "Period: chance among all tested", { _, row in .text(dashboard.chance(row)) }
    )
    return identity + comparison("Period") { $0.now } + [chance] + states
      + comparison("Year to date") { $0.yearToDate }
      + comparison("Twelve months") { $0.rollingYear } + targets + sources
  }

  private static let identity: [Column] = [
    ("Priority", { priority, _ in .text(priority.title) }),
    ("Code", { _, row in .text(row.member.code) }),
    ("Indicator", { _, row in .text(row.member.title) }),
    ("Unit", { _, row in .text(row.definition?.unit ?? "") }),
    ("Wanted", { _, row in .text(row.wanted?.polarity.words ?? "") }),
  ]

  private static func comparison(
    _ name: String, _ part: @escaping @Sendable (DashboardRow) -> Comparison
  ) -> [Column] {
    [
      ("\(name): months", { _, row in .text(ReportingSpans.words(part(row).months)) }),
      ("\(name): value", { _, row in .figure(part(row).value?.value) }),
      ("\(name): year before", { _, row in .figure(part(row).previous?.value) }),
      (
        "\(name): change %",
        { _, row in .figure(part(row).direction.change?.percent?.rounded(to: 2)) }
      ),
      (
        "\(name): change in points",
        { _, row in .figure(part(row).direction.change?.points?.rounded(to: 2)) }
      ),
      ("\(name): computed", { _, row in .text(part(row).direction.state.rawValue) }),
      ("\(name): chance", { _, row in .text(part(row).chance.words) }),
      ("\(name): comparability", { _, row in .text(part(row).comparability.words) }),
    ]
  }

  private static let states: [Column] = [
    ("Judgement", { _, row in .text(row.judged.rawValue) }),
    ("Judgement by", { _, row in .text(row.judgement?.author ?? "") }),
    ("Judgement reason", { _, row in .text(row.judgement?.reason ?? "") }),
    ("Shown", { _, row in .text(row.shown.rawValue) }),
  ]

  private static let targets: [Column] = [
    ("Target as stated", { _, row in .text(row.target?.target.statement.words ?? "") }),
    ("Target", { _, row in .figure(row.target?.resolution.level?.rounded(to: 2)) }),
    ("Gap to target", { _, row in .figure(row.target?.gap?.difference.rounded(to: 2)) }),
    ("Target met", { _, row in .text(row.target?.standing.words ?? "") }),
  ]

  private static let sources: [Column] = [
    (
      "Definition version",
      { _, row in .figure(row.definition.map { Figure($0.number) }) }
    ),
    ("Source", { _, row in .text(row.originWords) }),
    ("Commentary", { _, row in .text(row.commentary?.words ?? "") }),
  ]
}

extension CSVWriter.Value {
  fileprivate init(figure: Figure) {
    self = figure.whole.map(CSVWriter.Value.integer) ?? .number(figure.double)
  }
}

extension DashboardRow {
  /// Where the figures of the period come from, in words.
  var originWords: String {
    let measured = measured.map { ["Computed from records: \($0.source)"] } ?? []
    return (origins.map(\.words) + measured).joined(separator: "; ")
  }
}
