internal import Kernel

/// How long a fixed penalty can be paid in place of a prosecution, which is not begun before (sections 52(5)
/// and 68(4) of the Act of 2014).
struct PenaltyWindow {
  /// The last day to pay it.
  let last: Day
  let section: String

  /// `nil` of a breach that no penalty was given for, and where no rule says how long.
  init?(_ breach: Breach, of order: Order) {
    guard breach.decision == .penalty, let given = breach.decidedOn,
      let rule = breach.rules.first(where: { $0.rule.limit == .penaltyDays })
        ?? order.rule(.penaltyDays)
    else { return nil }
    // The days follow that of the notice.
    last = StatutoryPeriod.lastDay(ofDays: rule.value, beginningWith: given.adding(days: 1))
    section = rule.rule.section
  }
}
