import Database
import Kernel
import Partnership

/// Reads a plan and works out its dashboard for a period, in one transaction.
struct DashboardLoader {
  let measures: [Measure]
  /// The last month that is over.
  let latest: Month

  init(measures: [Measure], today: Day) {
    self.measures = measures
    latest = today.month.adding(months: -1)
  }

  /// The last complete month of a plan: a made-up plan stays at its last figures, however much
  /// later it is looked at.
  func lastMonth(of plan: Plan, in read: Read) throws -> Month {
    guard plan.isSynthetic, let kept = try ObservationStore.lastMonth(of: plan.id, in: read) else {
      return latest
    }
    return min(latest, kept)
  }

  /// The period a plan opens with: the last quarter that is over of a live one, the year with
  /// printed figures of an archived one.
  func defaultPeriod(of plan: Plan, in read: Read) throws -> Period {
    defaultPeriod(of: plan, last: try lastMonth(of: plan, in: read))
  }

  private func defaultPeriod(of plan: Plan, last: Month) -> Period {
    if plan.kind == .archive {
      return .year(
        plan.slug == Archive.return2018.slug ? Archive.returnYear : plan.years.upperBound)
    }
    let quarter = last.quarter.lastMonth == last ? last.quarter : last.quarter.adding(quarters: -1)
    return .quarter(max(quarter, plan.years.lowerBound.quarters[0]))
  }

  /// The dashboard of a plan for a period, or for the one it opens with.
  func dashboard(_ plan: Plan, _ period: Period?, in read: Read) throws -> Dashboard {
    let last = try lastMonth(of: plan, in: read)
    let period = period ?? defaultPeriod(of: plan, last: last)
    let spans = ReportingSpans(period, latest: last)
    let first = min(spans.rollingYear.lowerBound, spans.yearToDate.lowerBound)
    let contents = try PlanContents(plan, from: first.adding(months: -12), in: read)
    let judgements = Dictionary(
      try StatementStore.judgements(of: plan.id, period, in: read).map { ($0.member, $0) }
    ) { _, later in later }
    let commentary = Dictionary(
      try StatementStore.commentary(of: plan.id, period, in: read).map { ($0.member, $0) }
    ) { _, later in later }
    var rows: [ID<Priority>: [DashboardRow]] = [:]
    for member in contents.members {
      let figures = try contents.series(
        of: member, measures: measures, first.adding(months: -12)...spans.now.upperBound, in: read)
      rows[member.priority, default: []].append(
        DashboardRow(
          contents, member, figures, spans, judgement: judgements[member.id],
          commentary: commentary[member.id]))
    }
    let groups = contents.priorities.compactMap { priority in
      rows[priority.id].map { Dashboard.Group(priority: priority, rows: $0) }
    }
    return Dashboard(plan: plan, period: period, spans: spans, groups: groups)
  }
}

extension TargetFact {
  /// The target of a year out of a plan's targets in order; `nil` where the plan has none for it.
  init?(
    _ targets: [Target], _ member: PlanIndicator, year: FinancialYear, wanted: Polarity.Wanted,
    series: Series, kind: FigureKind, until last: Month
  ) {
    guard let index = targets.firstIndex(where: { $0.period == .year(year) }) else { return nil }
    target = targets[index]
    // A chain needs the years before, no year after.
    resolution =
      TargetResolution.resolve(
        targets[...index].map(\.statement), baseline: member.baseline, basis: member.basis)[index]
    warnings = TargetWarning.find(
      target.statement, resolved: resolution, baseline: member.baseline, wanted: wanted)
    isYearOver = year.lastMonth <= last
    gap = resolution.level.flatMap { level in
      series.amount(over: year.months).map {
        TargetGap(value: $0.exact(kind), target: level, wanted: wanted)
      }
    }
  }
}
