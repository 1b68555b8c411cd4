import Database
import Kernel
import Partnership

/// Reads what a form shows, in the transaction it is answered in.
struct PlanFormLoader {
  let desk: PlanDesk
  private var services: Services { desk.visit.services }

  /// A plan that may be changed, with one of its forms; `nil` where there is no such thing.
  func open(_ slug: String, _ task: PlanTask, in read: Read) throws -> (Plan, PlanForm)? {
    if task == .closing {
      guard let plan = try PlanStore.find(slug, in: read), plan.kind == .live else { return nil }
      return (plan, ClosingForm.form(plan))
    }
    guard let plan = try desk.plan(slug, in: read),
      let form = try form(task, of: plan, in: read)
    else { return nil }
    return (plan, form)
  }

  private func form(_ task: PlanTask, of plan: Plan, in read: Read) throws -> PlanForm? {
    if let id = task.member {
      return try desk.member(id, of: plan, in: read).flatMap {
        try form(task, of: $0, plan, in: read)
      }
    }
    let priorities = try PlanStore.priorities(of: plan.id, in: read)
    switch task {
    case .facts: return FactsForm.form(plan)
    case .newPriority: return PriorityForm.form(plan, nil, of: priorities)
    case .priority(let id):
      return priorities.first { $0.id == id }.map {
        PriorityForm.form(plan, $0, of: priorities)
      }
    case .newIndicator(let id):
      guard let priority = priorities.first(where: { $0.id == id }) else { return nil }
      return NewIndicatorForm.form(
        plan, priority, others: try IndicatorStore.others(than: plan.id, in: read))
    case .closing, .names, .wanted, .definition, .targets, .breaks, .alias: return nil
    }
  }

  private func form(
    _ task: PlanTask, of member: PlanIndicator, _ plan: Plan, in read: Read
  ) throws -> PlanForm? {
    switch task {
    case .names: return NamesForm.form(member)
    case .alias: return AliasForm.form(member)
    case .wanted:
      return WantedForm.form(
        plan, member, try MembershipStore.polarities(of: member.id, in: read),
        now: desk.today.month)
    case .targets:
      return TargetsForm.form(
        plan, member, try StatementStore.targets(of: member.id, in: read))
    case .breaks:
      return BreaksForm.form(
        member, settled: try SharedRule.settled(of: member.indicator, in: read))
    case .definition:
      return DefinitionForm(
        member: member,
        versions: try IndicatorStore.definitions(of: member.indicator, in: read),
        settled: try SharedRule.settled(of: member.indicator, in: read),
        agencies: try services.people.agencies(read), measures: services.measures,
        start: plan.years.lowerBound.firstMonth
      ).form
    case .facts, .closing, .newPriority, .priority, .newIndicator: return nil
    }
  }
}
