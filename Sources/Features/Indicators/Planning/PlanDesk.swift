import Access
import Database
import HTTP
import Kernel
import Partnership

/// What the handlers of plans share: who asks, and which plan may be changed.
struct PlanDesk {
  let visit: StaffVisit

  var today: Day { London.day(visit.now) }

  /// The office they change a plan in.
  var office: String { visit.actor.role.title }

  var mayDefine: Bool { IndicatorPolicy.allows(.define, visit.actor) }

  /// Who leads a priority is for those who publish.
  var mayAppoint: Bool { IndicatorPolicy.allows(.publish, visit.actor) }

  /// An open plan; `nil` where there is none of the name.
  func plan(_ slug: String, in read: Read) throws -> Plan? {
    guard let plan = try PlanStore.find(slug, in: read) else { return nil }
    if plan.kind == .archive { throw PlanProblem.published }
    if plan.closedAt != nil { throw PlanProblem.closed }
    return plan
  }

  func priority(_ id: ID<Priority>, of plan: Plan, in read: Read) throws -> Priority? {
    try PlanStore.priorities(of: plan.id, in: read).first { $0.id == id }
  }

  func member(_ id: ID<PlanIndicator>, of plan: Plan, in read: Read) throws -> PlanIndicator? {
    guard let member = try MembershipStore.find(id, in: read), member.plan == plan.id else {
      return nil
    }
    return member
  }

  func editor(_ plan: Plan, reason: String) -> PlanEditor {
    PlanEditor(
      plan, author: office, account: visit.actor.account, reason: reason, at: visit.now)
  }

  func outlook(_ plan: Plan, in read: Read) throws -> PlanOutlook {
    try PlanOutlook(plan.slug, measures: visit.services.measures, today: today, in: read)
  }

  var noting: PlanNoting {
    PlanNoting(services: visit.services, account: visit.actor.account, now: visit.now)
  }
}

/// Why a plan cannot be changed.
enum PlanProblem: Problem {
  case published
  case closed

  var message: String {
    switch self {
    case .published:
      "This plan is a published document and stays as it was printed. Make a plan of your own "
        + "and take up its indicators there."
    case .closed: "This plan is closed to change. Open it again on its page, with the reason."
    }
  }

  var status: Int { 409 }
}
