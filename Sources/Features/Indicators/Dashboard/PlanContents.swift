import Database
import Kernel
import Partnership

/// Everything of a plan that its dashboards are worked out from, read in one transaction.
struct PlanContents: Sendable {
  let plan: Plan
  let priorities: [Priority]
  let members: [PlanIndicator]
  let definitions: [ID<Indicator>: [Definition]]
  let breaks: [ID<Indicator>: [SeriesBreak]]
  let polarities: [ID<PlanIndicator>: [PolarityVersion]]
  let targets: [ID<PlanIndicator>: [Target]]
  let observations: [ID<Indicator>: [KeptFigure]]

  /// Reads a plan with its figures from a month on.
  init(_ plan: Plan, from month: Month, in read: Read) throws {
    self.plan = plan
    priorities = try PlanStore.priorities(of: plan.id, in: read)
    members = try MembershipStore.all(of: plan.id, in: read)
    definitions = try IndicatorStore.definitions(of: plan.id, in: read)
    breaks = try IndicatorStore.breaks(of: plan.id, in: read)
    polarities = try MembershipStore.polarities(of: plan.id, in: read)
    targets = Dictionary(
      grouping: try StatementStore.targets(of: plan.id, in: read), by: \.member)
    observations = try ObservationStore.kept(of: plan.id, from: month, in: read)
  }

  /// The figures of an indicator: those kept, and those its records count.
  func series(
    of member: PlanIndicator, measures: [Measure], _ months: ClosedRange<Month>, in read: Read
  ) throws -> MeasuredSeries {
    let definitions = definitions[member.indicator] ?? []
    let definition = definitions.holding(in: months.upperBound)
    let kept = observations[member.indicator] ?? []
    return try MeasuredSeries(
      kept, definition: definition, measures: measures, months, in: read)
  }

  /// A plan's target years in order, for chains.
  func targets(of member: PlanIndicator) -> [Target] {
    (targets[member.id] ?? []).sorted { $0.period < $1.period }
  }
}
