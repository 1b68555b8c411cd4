internal import Design
internal import HTTP
internal import Kernel

/// The form that says what came of a breach after it was decided on: that a penalty was paid, or was not and
/// somebody was charged, or was convicted.
///
/// Its fields are those of the decision. Where it stands as it was decided, the day of the decision and its
/// penalty stay.
struct BreachOutcomeForm {
  /// What the breach says from now on.
  let made: Breach.Made
  /// What is kept of it: what was said before, and what came of it.
  let words: String
  /// The rules a penalty was given under that there was none of before.
  let rules: [LawFinding]

  init(
    _ fields: Fields, _ order: Order, _ breach: Breach, _ book: LawBook, today: Day
  ) throws(Refusal) {
    let decided = BreachDecisionForm.Field.decided.name(breach)
    var form = FormReader(fields)
    let decision: Breach.Decision? = form.choice(
      BreachDecisionForm.Field.decision.name(breach), or: "Choose how it stands now")
    let day = form.day(decided, "Day of what came of it", fields)
    if let day, let refusal = Self.refusal(day, decision, order, breach, today: today) {
      form.refuse("\(decided)-day", refusal)
    }
    let text = form.text(
      BreachDecisionForm.Field.outcome.name(breach), or: "Enter what came of it", limit: 2000)
    var (penalty, found): (Int?, [LawFinding]) = (nil, [])
    if decision == .penalty, breach.decision != .penalty, let day {
      let law = book.law(on: day)
      penalty = BreachDecisionForm.penalty(law[order.power, .penaltyPounds], breach, &form)
      found = [law[order.power, .penaltyPounds], law[order.power, .penaltyDays]].compactMap(\.self)
    }
    try form.finish()
    guard let decision, let day else { throw Refusal("", "Fill in the form again") }
    if decision == breach.decision {
      made = Breach.Made(
        decision: decision, day: breach.decidedOn ?? day,
        outcome: Sensitive("\(day.words): \(text)"), penalty: breach.penalty, rules: breach.rules)
    } else {
      made = Breach.Made(
        decision: decision, day: day, outcome: Sensitive(text), penalty: penalty, rules: found)
    }
    rules = found
    words =
      "Breach of \(breach.happenedOn.words). Before: \(breach.account). Since \(day.words): "
      + "\(decision.title.lowercasedFirst). \(text)"
  }

  /// Why a day is refused; `nil` where it is allowed.
  private static func refusal(
    _ day: Day, _ decision: Breach.Decision?, _ order: Order, _ breach: Breach, today: Day
  ) -> String? {
    if day > today { return "Choose a day that is not to come" }
    if let before = breach.decidedOn, day < before {
      return "Choose a day on or after the decision, \(before.words)"
    }
    guard decision == .charged || decision == .court,
      let window = PenaltyWindow(breach, of: order), day <= window.last
    else { return nil }
    return
      "The penalty can be paid until \(window.last.words), and no proceedings begin before then: "
      + "choose a later day (\(window.section))"
  }
}

extension Breach {
  /// What was decided, when and why.
  fileprivate var account: String {
    let pounds = penalty.map { " of £\($0)" } ?? ""
    let title = decision.map { $0.title.lowercasedFirst } ?? "nothing decided"
    return
      "\(title)\(pounds), \(decidedOn?.words ?? ""). \(outcome.reveal(for: "history of a breach"))"
  }
}
