import Access
import Database
import Kernel

/// Changes one plan in one transaction, and notes each change beside what stood before it.
///
/// The forms, the import and the commands all change a plan through it. What is as it was is left
/// alone and not noted. Who may, and whether the plan is open, the caller has checked.
struct PlanEditor {
  let plan: Plan
  /// The office the person changes it in: "Analyst", "Command line"; never a name.
  let author: String
  let account: ID<Account>?
  var reason: String
  let now: Instant
  private(set) var changes: [PlanChange] = []

  init(
    _ plan: Plan, author: String, account: ID<Account>? = nil, reason: String, at now: Instant
  ) {
    self.plan = plan
    self.author = author
    self.account = account
    self.reason = reason
    self.now = now
  }

  /// Words for what is not there.
  static let nothing = "none"
  /// The office of whoever runs a command.
  static let commandLine = "Command line"

  /// Notes a change; `false` where it is none.
  mutating func note(
    _ what: String, of member: ID<PlanIndicator>? = nil, _ earlier: String?, _ later: String?,
    in write: Write
  ) throws -> Bool {
    let earlier = PlanEditor.words(earlier)
    let later = PlanEditor.words(later)
    guard earlier != later else { return false }
    let change = PlanChange(
      member: member, what: what, earlier: earlier, later: later, reason: reason, author: author,
      madeAt: now)
    try PlanChangeStore.add(change, of: plan.id, by: account, in: write)
    changes.append(change)
    return true
  }

  /// Notes a change of an indicator in every open plan that holds it, since all of them show it.
  mutating func note(
    _ what: String, ofShared member: PlanIndicator, _ earlier: String?, _ later: String?,
    in write: Write
  ) throws -> Bool {
    guard try note(what, of: member.id, earlier, later, in: write), let change = changes.last
    else { return false }
    for other in try MembershipStore.all(of: member.indicator, in: write) where other != member {
      guard let plan = try PlanStore.find(other.plan, in: write), plan.isOpen else { continue }
      let same = PlanChange(
        member: other.id, what: what, earlier: change.earlier, later: change.later,
        reason: "\(reason) (changed in \(self.plan.title))", author: author, madeAt: now)
      try PlanChangeStore.add(same, of: plan.id, by: account, in: write)
    }
    return true
  }

  private static func words(_ text: String?) -> String {
    text.flatMap { $0.isEmpty ? nil : $0 } ?? nothing
  }
}

extension PlanEditor {
  /// Changes title, source and tolerance.
  mutating func change(to text: PlanText, in write: Write) throws {
    let noted = [
      try note("Title of the plan", plan.title, text.title, in: write),
      try note("Where it was agreed", plan.source, text.source, in: write),
      try note("Amber up to", plan.tolerance.percent, text.tolerance.percent, in: write),
    ]
    if noted.contains(true) { try PlanStore.change(plan, to: text, in: write) }
  }

  /// Closes the plan to change, or opens it again.
  mutating func setOpen(_ isOpen: Bool, in write: Write) throws {
    let words = { (isOpen: Bool) in isOpen ? "open to change" : "closed to change" }
    guard try note("The plan", words(plan.isOpen), words(isOpen), in: write) else { return }
    try PlanStore.close(plan.id, at: isOpen ? nil : now, in: write)
  }
}

extension Figure {
  /// The figure with a percent sign, as it was typed.
  var percent: String { "\(self)%" }
}
