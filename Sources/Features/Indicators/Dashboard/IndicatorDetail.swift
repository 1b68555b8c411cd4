import Database
import Kernel
import Partnership

/// Everything of one indicator as it stands in one plan, for a page.
struct IndicatorDetail: Sendable {
  let indicator: Indicator
  let plan: Plan
  let priority: Priority
  let period: Period
  let row: DashboardRow
  /// What chance says of its change, by itself and among all of the plan's.
  let chance: String
  /// Every plan that holds the indicator.
  let standings: [Standing]
  let definitions: [Definition]
  let polarities: [PolarityVersion]
  let breaks: [SeriesBreak]
  let aliases: [Alias]
  let targets: [TargetVersion]
  let judgements: [Judgement]
  let commentary: [Commentary]
  /// How it ended; `nil` where the plan has no outturn.
  let outturn: Outturn?
  /// Every judgement of the plan's outturn with the figures it judges.
  let judged: [(status: OutturnStatus, parts: [OutturnProgress])]
  let chart: ControlSeries?
  let hasSyntheticMonths: Bool
  /// Months counted from records, the latest first.
  let computed: [ComputedMonth]
  let figures: [Observation]
  let page: Int
  let pages: Int

  /// A plan with what it calls the indicator.
  struct Standing: Hashable, Sendable {
    let slug: String
    let title: String
    let code: String
    let name: String
  }
}

extension DashboardLoader {
  /// One indicator in a plan: the named one where it stands in it, else the latest.
  func detail(
    _ id: ID<Indicator>, _ view: IndicatorView, in read: Read
  ) throws -> IndicatorDetail? {
    guard let indicator = try IndicatorStore.find(id, in: read) else { return nil }
    let members = try MembershipStore.all(of: id, in: read)
    let plans = try members.compactMap { try PlanStore.find($0.plan, in: read) }
    guard let plan = plans.first(where: { $0.slug == view.plan }) ?? plans.first,
      let member = members.first(where: { $0.plan == plan.id })
    else { return nil }
    let dashboard = try dashboard(plan, view.period, in: read)
    guard
      let group = dashboard.groups.first(where: { $0.priority.id == member.priority }),
      let row = group.rows.first(where: { $0.member.id == member.id })
    else { return nil }
    let figures = try wholeSeries(row, dashboard.spans.now.upperBound, in: read)
    let breaks = try IndicatorStore.breaks(of: id, in: read)
    let count = try ObservationStore.count(of: id, in: read)
    let outturns = try OutturnStore.all(of: plan.id, in: read)
    return IndicatorDetail(
      indicator: indicator, plan: plan, priority: group.priority, period: dashboard.period,
      row: row, chance: dashboard.chance(row),
      standings: zip(members, plans).map { member, plan in
        IndicatorDetail.Standing(
          slug: plan.slug, title: plan.title, code: member.code, name: member.title)
      },
      definitions: try IndicatorStore.definitions(of: id, in: read),
      polarities: try MembershipStore.polarities(of: member.id, in: read),
      breaks: breaks,
      aliases: try IndicatorStore.aliases(of: id, in: read),
      targets: try StatementStore.targets(of: member.id, in: read),
      judgements: try StatementStore.judgements(of: member.id, in: read),
      commentary: try StatementStore.commentary(of: member.id, in: read),
      outturn: outturns[member.id],
      judged: outturns.values.map { ($0.status, $0.parts.map(\.progress)) },
      chart: ControlSeries(
        figures.series, until: dashboard.spans.now.upperBound, breaks: breaks),
      hasSyntheticMonths: figures.kept.contains { $0.provenance == .synthetic },
      computed: figures.computed,
      figures: try ObservationStore.page(view.page, of: id, in: read), page: view.page,
      pages: max(1, (count + ObservationStore.pageSize - 1) / ObservationStore.pageSize))
  }

  private func wholeSeries(
    _ row: DashboardRow, _ last: Month, in read: Read
  ) throws -> MeasuredSeries {
    try MeasuredSeries(
      try ObservationStore.kept(of: row.member.indicator, in: read),
      definition: row.definition, measures: measures,
      last.adding(months: 1 - ControlSeries.most)...last, in: read)
  }
}
