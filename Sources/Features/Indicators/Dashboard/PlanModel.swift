import Database
import Kernel

/// A plan with its rows, targets and outturn, for a page.
struct PlanModel: Sendable {
  let plan: Plan
  let groups: [Group]
  /// How the targets ended, counted from the rows; `nil` where the plan has no outturn.
  let rollUp: OutturnRollUp?
  let summary: PublishedSummary?
  /// Whether any indicator has a figure, so that there is a dashboard to show.
  let hasFigures: Bool

  /// A priority with its rows.
  struct Group: Sendable {
    let priority: Priority
    let rows: [Row]
  }

  /// One indicator of the plan.
  struct Row: Sendable {
    let member: PlanIndicator
    let kind: FigureKind
    let wanted: PolarityVersion?
    let targets: [TargetFact]
    let outturn: Outturn?
  }

  var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }

  /// Every judgement of an outturn with the figures it judges.
  var judged: [(status: OutturnStatus, parts: [OutturnProgress])] {
    groups.flatMap(\.rows).compactMap(\.outturn).map { ($0.status, $0.parts.map(\.progress)) }
  }

  init(_ plan: Plan, in read: Read) throws {
    self.plan = plan
    let contents = try PlanContents(plan, from: plan.years.lowerBound.firstMonth, in: read)
    let outturns = try OutturnStore.all(of: plan.id, in: read)
    let rows = contents.members.map { Row(contents, $0, outturns[$0.id]) }
    let byPriority = Dictionary(grouping: rows, by: \.member.priority)
    groups = contents.priorities.map { Group(priority: $0, rows: byPriority[$0.id] ?? []) }
    rollUp = outturns.isEmpty ? nil : OutturnRollUp(outturns.values.map(\.status))
    hasFigures = plan.kind == .live || !contents.observations.isEmpty
    summary = try OutturnStore.summary(of: plan.id, in: read)
  }
}

extension PlanModel.Row {
  fileprivate init(_ contents: PlanContents, _ member: PlanIndicator, _ outturn: Outturn?) {
    let definitions = contents.definitions[member.indicator] ?? []
    let kept = contents.observations[member.indicator] ?? []
    let targets = contents.targets(of: member)
    let polarities = contents.polarities[member.id] ?? []
    let last = contents.plan.years.upperBound.lastMonth
    let kind = definitions.holding(in: last)?.kind ?? .count
    self.member = member
    self.kind = kind
    self.outturn = outturn
    wanted = polarities.holding(in: last)
    let series = Series(kind, kept.map(\.point))
    self.targets = targets.compactMap { target in
      guard case .year(let year) = target.period else { return nil }
      let wanted = polarities.holding(in: year.firstMonth)?.polarity.wanted(over: year.months)
      return TargetFact(
        targets, member, year: year, wanted: wanted ?? .neither, series: series, kind: kind,
        until: last)
    }
  }
}
