import Access
import Database
import Kernel
import Partnership

/// Reads what a plan needs for a period, in one transaction.
struct DueLoader {
  let services: Services
  let today: Day

  func list(_ plan: Plan, _ period: Period, in read: Read) throws -> DueList {
    let loader = DashboardLoader(measures: services.measures, today: today)
    let dashboard = try loader.dashboard(plan, period, in: read)
    let standing = try ObservationStore.standing(
      of: plan.id, from: period.months.lowerBound.financialYear.firstMonth, in: read)
    let signOffs = try SignOffStore.all(of: plan.id, period, in: read)
    var names = Names(people: services.people)
    let priorities = try PlanStore.priorities(of: plan.id, in: read).map { priority in
      let rows = dashboard.groups.first { $0.priority.id == priority.id }?.rows ?? []
      let signed = signOffs.filter { $0.priority == priority.id }
      return DuePriority(
        priority: priority,
        indicators: try rows.map {
          try indicator($0, period, standing[$0.member.indicator] ?? [], &names, in: read)
        },
        signed: signed)
    }
    return DueList(
      plan: plan, period: period, priorities: priorities,
      issues: try PublicationStore.nextNumber(plan.id, period, in: read) - 1)
  }

  private func indicator(
    _ row: DashboardRow, _ period: Period, _ standing: [Observation], _ names: inout Names,
    in read: Read
  ) throws -> DueIndicator {
    let measure = services.measures.first { $0.key == row.definition?.measure }
    let periods = (row.definition?.frequency ?? .month).periods(of: period)
    let figures = try periods.map { due in
      let found = standing.first { $0.period == due }
      let counted = try measure?.value(read, due)
      return DueFigure(
        period: due, standing: found,
        computed: counted.map { Amount($0, row.definition?.kind ?? .count) },
        origin: try found.map { try names.origin(of: $0, in: read) }
          ?? counted.map { "Computed from records: \($0.source)" })
    }
    return DueIndicator(
      member: row.member, definition: row.definition, figures: figures, row: row,
      judgement: row.judgement, commentary: row.commentary)
  }
}

/// The names of those who typed figures, each looked up once.
private struct Names {
  let people: PeopleDirectory
  private var known: [ID<Account>: String] = [:]

  init(people: PeopleDirectory) { self.people = people }

  mutating func origin(of one: Observation, in read: Read) throws -> String {
    let day = London.day(one.recordedAt).words
    guard case .typed(let account) = one.provenance else {
      return "\(one.provenance.words), \(day)"
    }
    if known[account] == nil {
      let name = try people.name(of: account, in: read)
      known[account] = name?.reveal(for: "who typed a figure") ?? "an account since removed"
    }
    return "Typed by \(known[account] ?? ""), \(day)"
  }
}
