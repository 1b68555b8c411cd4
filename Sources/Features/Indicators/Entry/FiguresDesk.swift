import Access
import Database
import HTTP
import Kernel
import Partnership

/// What the handlers of a quarter's pages share: who asks, of which plan, and what they may do.
struct FiguresDesk {
  let visit: StaffVisit

  var today: Day { London.day(visit.now) }

  /// The place shown first: the current plan and the quarter its dashboard opens with.
  func start(in read: Read) throws -> FiguresPlace? {
    guard let plan = try PlanStore.current(on: today, in: read) else { return nil }
    let loader = DashboardLoader(measures: visit.services.measures, today: today)
    return FiguresPlace(plan: plan.slug, period: try loader.defaultPeriod(of: plan, in: read))
  }

  /// Changes something of a plan, one change at a time: what is read in it stays so to its end.
  func change<Result>(_ place: FiguresPlace, _ body: (Write) throws -> Result) throws -> Result {
    try visit.write { write in
      try PlanStore.hold(place.plan, in: write)
      return try body(write)
    }
  }

  /// What is due; `nil` where there is no such plan, or the period is not one of its years.
  func list(_ place: FiguresPlace, in read: Read) throws -> DueList? {
    guard let plan = try plan(place, in: read) else { return nil }
    return try DueLoader(services: visit.services, today: today).list(plan, place.period, in: read)
  }

  /// The plan of a place; archives are read only, and periods outside its years are nobody's.
  func plan(_ place: FiguresPlace, in read: Read) throws -> Plan? {
    guard let plan = try PlanStore.find(place.plan, in: read), plan.kind == .live,
      plan.years.contains(place.period.financialYear), place.period.months.count > 1
    else { return nil }
    return plan
  }

  func isLead(of priority: ID<Priority>, in read: Read) throws -> Bool {
    try visit.services.people.holds(
      .priorityLead, for: SignOffStore.subject(priority), visit.actor.account, in: read)
  }

  func rights(_ priority: ID<Priority>, in read: Read) throws -> EntryRights {
    EntryRights(visit.actor, isLead: try isLead(of: priority, in: read))
  }

  /// Whether they may see what is due: those who gather it, and officers, who may lead a priority.
  var mayList: Bool {
    roleRights.mayEnter || roleRights.mayPublish || visit.actor.role == .officer
  }

  /// The rights of the role alone, where no priority is in question.
  var roleRights: EntryRights { EntryRights(visit.actor, isLead: false) }
}
