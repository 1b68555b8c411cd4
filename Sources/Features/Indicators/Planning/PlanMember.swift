import Database
import Kernel
import Partnership

/// Everything a plan says of one of its indicators, for a page.
struct PlanMember: Sendable {
  let plan: Plan
  let priority: Priority
  let member: PlanIndicator
  let definitions: [Definition]
  let polarities: [PolarityVersion]
  let targets: [TargetFact]
  let kind: FigureKind
  let breaks: [SeriesBreak]
  let aliases: [Alias]
  let changes: [ListedChange]
  /// Whether another plan holds the indicator too.
  let isShared: Bool
  let measureTitle: String?
  let month: Month

  /// What holds now, or at the plan's beginning where that is still to come.
  var definition: Definition? { definitions.isEmpty ? nil : definitions.holding(in: month) }
  var wanted: PolarityVersion? { polarities.isEmpty ? nil : polarities.holding(in: month) }

  /// What still has to be said, in order.
  var missing: [PlanTask] {
    [
      definitions.isEmpty ? .definition(member.id) : nil,
      polarities.isEmpty ? .wanted(member.id) : nil,
      targets.isEmpty ? .targets(member.id) : nil,
    ].compactMap(\.self)
  }

  init?(
    _ plan: Plan, _ member: PlanIndicator, measures: [Measure], today: Day, in read: Read
  ) throws {
    let model = try PlanModel(plan, in: read)
    let group = model.groups.first { $0.priority.id == member.priority }
    guard let group, let row = group.rows.first(where: { $0.member.id == member.id }) else {
      return nil
    }
    self.plan = plan
    self.member = member
    priority = group.priority
    targets = row.targets
    kind = row.kind
    month = max(today.month, plan.years.lowerBound.firstMonth)
    definitions = try IndicatorStore.definitions(of: member.indicator, in: read)
    polarities = try MembershipStore.polarities(of: member.id, in: read)
    breaks = try IndicatorStore.breaks(of: member.indicator, in: read)
    aliases = try IndicatorStore.aliases(of: member.indicator, in: read)
    changes = try PlanChangeStore.latest(of: member.id, in: read)
    isShared = try MembershipStore.all(of: member.indicator, in: read).count > 1
    let key = definitions.holding(in: month)?.measure
    measureTitle = measures.first { $0.key == key }?.title
  }
}
