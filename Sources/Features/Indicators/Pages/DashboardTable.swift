import Design
import Kernel
import Markup

/// The indicators of one priority.
struct DashboardTable: HTML {
  let dashboard: Dashboard
  let group: Dashboard.Group

  var body: some HTML {
    let layout = DashboardLayout(dashboard)
    Sheet(heading) {
      table(.class("ledger fold dash")) {
        caption(.class("hide")) { "\(heading), \(layout.period) against the year before" }
        thead {
          tr {
            for title in layout.titles {
              th(.scope(.col), .class("n").when(layout.isNumber(title))) { title }
            }
          }
        }
        tbody {
          for row in group.rows {
            DashboardLine(row: row, layout: layout, chance: dashboard.chance(row))
          }
        }
      }
    }
  }

  private var heading: String {
    group.priority.code.isEmpty
      ? group.priority.title : "Priority \(group.priority.code): \(group.priority.title)"
  }
}

/// Which columns there are: the year to date and the twelve months only where they say more.
struct DashboardLayout: Sendable {
  /// The slug of the plan.
  let plan: String
  let asked: Period
  let period: String
  let before: String
  let hasYearToDate: Bool
  let hasRollingYear: Bool
  let hasTargets: Bool
  let titles: [String]

  init(_ dashboard: Dashboard) {
    let spans = dashboard.spans
    plan = dashboard.plan.slug
    asked = dashboard.period
    period = ReportingSpans.words(spans.now)
    before = ReportingSpans.words(ReportingSpans.yearBefore(spans.now))
    hasYearToDate = spans.yearToDate != spans.now
    hasRollingYear = spans.rollingYear != spans.now
    hasTargets = dashboard.rows.contains { $0.target != nil }
    titles =
      ["Indicator", period, before, "Change", "Direction of travel", "Set by a person"]
      + (hasYearToDate ? ["Year to date"] : []) + (hasRollingYear ? ["Twelve months"] : [])
      + (hasTargets ? ["Target and gap"] : []) + ["Month by month"]
  }

  /// Whether a column's figures stand at its right edge.
  func isNumber(_ title: String) -> Bool {
    [period, before, "Change", "Year to date", "Twelve months"].contains(title)
  }
}

/// One indicator: its figures in one row, its facts and words in the next.
private struct DashboardLine: HTML {
  let row: DashboardRow
  let layout: DashboardLayout
  let chance: String

  var body: some HTML {
    let path = path
    tr(.class("has-note")) {
      NameCell(row: row, path: path)
      ChangeCells(row: row, layout: layout)
      FurtherCells(row: row, layout: layout)
    }
    DashboardNote(
      row: row, columns: layout.titles.count - 1, path: path, chance: chance)
  }

  private var path: String {
    IndicatorRoute.indicator(
      row.member.indicator, IndicatorView(plan: layout.plan, period: layout.asked)
    ).path
  }
}

/// The indicator's title and code.
private struct NameCell: HTML {
  let row: DashboardRow
  let path: String

  var body: some HTML {
    th(.scope(.row)) {
      a(.href(path)) { row.member.title }
      if !row.member.code.isEmpty { span(.class("xs quiet")) { " \(row.member.code)" } }
    }
  }
}

/// The figure, that of the year before, and what both and a person say of the change.
private struct ChangeCells: HTML {
  let row: DashboardRow
  let layout: DashboardLayout

  var body: some HTML {
    let kind = row.now.kind
    td(.class("n"), .data("l", layout.period)) {
      strong { AmountText(amount: row.now.value, kind: kind, missing: noFigure) }
    }
    td(.class("n"), .data("l", layout.before)) {
      AmountText(amount: row.now.previous, kind: kind)
    }
    td(.class("n"), .data("l", "Change")) { ChangeText(direction: row.now.direction) }
    td(.data("l", "Direction of travel")) { ComputedCell(direction: row.now.direction) }
    td(.data("l", "Set by a person")) { JudgedCell(row: row) }
  }

  private var noFigure: String {
    if row.member.annualReason != nil { return "Measured once a year" }
    if let measured = row.measured { return "Records reach \(measured.latest.words)" }
    return "Not supplied"
  }
}

/// The longer runs of months, the target and the months one by one.
private struct FurtherCells: HTML {
  let row: DashboardRow
  let layout: DashboardLayout

  var body: some HTML {
    if layout.hasYearToDate { SpanCell(title: "Year to date", comparison: row.yearToDate) }
    if layout.hasRollingYear { SpanCell(title: "Twelve months", comparison: row.rollingYear) }
    if layout.hasTargets {
      td(.data("l", "Target and gap")) { TargetCell(fact: row.target, kind: row.now.kind) }
    }
    td(.class("spark-cell"), .rowspan(2), .data("l", "Month by month")) { TraceCell(row: row) }
  }
}

/// The state the change gives, or why there is none.
private struct ComputedCell: HTML {
  let direction: DirectionOfTravel

  var body: some HTML {
    if let reason = direction.shortReason {
      RatingMark(state: .none, words: reason)
    } else {
      RatingMark(state: direction.state)
    }
  }
}

/// The state a person gave, with its office; words where nobody did.
private struct JudgedCell: HTML {
  let row: DashboardRow

  var body: some HTML {
    if let judgement = row.judgement {
      RatingMark(state: judgement.state)
      br()
      span(.class("xs quiet")) {
        row.isDisputed ? "\(judgement.author); otherwise than computed" : judgement.author
      }
    } else {
      span(.class("quiet")) { "Not set" }
    }
  }
}

/// A figure of another run of months with its change.
private struct SpanCell: HTML {
  let title: String
  let comparison: Comparison

  var body: some HTML {
    td(.class("n"), .data("l", title)) {
      AmountText(amount: comparison.value, kind: comparison.kind)
      br()
      span(.class("xs")) { ChangeText(direction: comparison.direction) }
    }
  }
}
