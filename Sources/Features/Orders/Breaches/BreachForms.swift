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
    if let day, day < order.term.starts {
      form.refuse("breached-day", "It was not in force before \(order.term.starts.words)")
    }
    if let day, London.start(of: day) >= order.term.endsAt {
      form.refuse("breached-day", "It was no longer in force then: it ended \(order.term.endWords)")
    }
    try form.finish()
    guard let day else { throw Refusal("", "Fill in the form again") }
    self.day = day
    self.evidence = Sensitive(evidence)
  }
}

/// The form that says what was decided about a breach.
struct BreachDecisionForm {
  let decision: Breach.Decision
  let outcome: Sensitive<String>

  init(_ fields: Fields, _ order: Order) throws(Refusal) {
    var form = FormReader(fields)
    let decision: Breach.Decision? = form.choice("decision", or: "Choose what was decided")
    if decision == .penalty, order.rule(.penaltyPounds) == nil {
      form.refuse("decision", "No fixed penalty can be given for this power")
    }
    let outcome = form.text("outcome", or: "Enter why, and what came of it", limit: 2000)
    try form.finish()
    guard let decision else { throw Refusal("", "Fill in the form again") }
    self.decision = decision
    self.outcome = Sensitive(outcome)
  }
}
