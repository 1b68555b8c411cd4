internal import Design
internal import HTTP
internal import Kernel

/// The form that writes a known breach down.
struct BreachForm {
  let day: Day
  let evidence: Sensitive<String>

  init(_ fields: Fields, _ order: Order, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let day = form.day("breached", "Day of the breach", fields)
    let evidence = form.text(
      "breach-evidence", or: "Enter what happened and who saw it", limit: OrderForm.wordsLimit)
    if let day, day > today { form.refuse("breached-day", "Choose a day that is not to come") }
    if let day, let refusal = order.unbound(on: day) { form.refuse("breached-day", refusal) }
    try form.finish()
    guard let day else { throw Refusal("", "Fill in the form again") }
    self.day = day
    self.evidence = Sensitive(evidence)
  }
}

extension Order {
  /// Why it bound nobody on a day; `nil` where it did.
  fileprivate func unbound(on day: Day) -> String? {
    if day < term.starts { return "It was not in force before \(term.starts.words)" }
    if let dischargedOn, day >= dischargedOn {
      return "It was no longer in force then: it was discharged on \(dischargedOn.words)"
    }
    if London.start(of: day) >= term.endsAt {
      return "It was no longer in force then: it ended \(term.endWords)"
    }
    guard power.isServed else { return nil }
    guard let servedAt else {
      return "It is not served yet, and binds from service: record that first"
    }
    let served = London.day(servedAt)
    return day < served
      ? "It was served on \(served.words), and did not bind before" : nil
  }
}

/// The form that says what was decided about a breach, held against the law of the day of the decision.
///
/// A page has one for each breach that waits, so each field is named with the number of its breach.
struct BreachDecisionForm {
  /// A field of the form of one breach, such as `outcome-12`.
  enum Field: String {
    case decision
    case decided
    case pounds
    case outcome

    func name(_ breach: Breach) -> String { "\(rawValue)-\(breach.id)" }
  }

  let made: Breach.Made

  init(
    _ fields: Fields, _ order: Order, _ breach: Breach, _ book: LawBook, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let decision: Breach.Decision? = form.choice(
      Field.decision.name(breach), or: "Choose what was decided")
    let decided = Field.decided.name(breach)
    let day = form.day(decided, "Day of the decision", fields)
    if let day, day > today { form.refuse("\(decided)-day", "Choose a day that is not to come") }
    if let day, day < breach.happenedOn {
      form.refuse(
        "\(decided)-day", "Choose a day on or after the breach, \(breach.happenedOn.words)")
    }
    let outcome = form.text(
      Field.outcome.name(breach), or: "Enter why, and what came of it", limit: 2000)
    var (penalty, rules): (Int?, [LawFinding]) = (nil, [])
    if decision == .penalty, let day {
      let law = book.law(on: day)
      penalty = Self.penalty(law[order.power, .penaltyPounds], breach, &form)
      rules = [law[order.power, .penaltyPounds], law[order.power, .penaltyDays]].compactMap(\.self)
    }
    try form.finish()
    guard let decision, let day else { throw Refusal("", "Fill in the form again") }
    made = Breach.Made(
      decision: decision, day: day, outcome: Sensitive(outcome), penalty: penalty, rules: rules)
  }

  /// The pounds of a fixed penalty: no more than the law of its day allows.
  static func penalty(
    _ rule: LawFinding?, _ breach: Breach, _ form: inout FormReader
  ) -> Int? {
    let field = Field.pounds.name(breach)
    guard let rule else {
      form.refuse(Field.decision.name(breach), "No fixed penalty can be given for this power")
      return nil
    }
    let pounds: Int? = form.value(field, or: "Enter the pounds of the fixed penalty, such as 80")
    if let pounds, pounds < 1 { form.refuse(field, "Enter a number of pounds from 1") }
    if let pounds, pounds > rule.value {
      form.refuse(field, "It may be \(rule.length) at most (\(rule.citation))")
    }
    return pounds
  }
}
