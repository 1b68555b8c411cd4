internal import Design
internal import HTTP
internal import Kernel

/// The form that says an order was given to them.
struct ServiceForm {
  let at: Instant
  let how: String

  init(_ fields: Fields, _ order: Order, now: Instant) throws(Refusal) {
    var form = FormReader(fields)
    let day = form.day("served", "Day of service", fields)
    let minute = OrderForm.time("served-time", fields, &form)
    how = form.text("how", or: "Enter how it was served and by whom", limit: 500)
    if let day, let minute {
      let moment = London.instant(day, minute: minute)
      if moment > now { form.refuse("served-day", "Enter service once it has happened") }
      if day < order.term.starts {
        form.refuse("served-day", "Choose a day on or after \(order.term.starts.words)")
      }
    }
    try form.finish()
    guard let day, let minute else { throw Refusal("", "Fill in the form again") }
    at = London.instant(day, minute: minute)
  }
}

/// The form that changes the last day, held against the law of the day it is changed.
struct VariationForm {
  let term: OrderTerm
  let reason: String

  init(_ fields: Fields, _ order: Order, _ law: LawOfDay) throws(Refusal) {
    var form = FormReader(fields)
    let ends = form.day("until", "New last day", fields)
    reason = form.text("reason", or: "Enter who decided it, and why", limit: 1000)
    if let ends, let refusal = Self.refusal(ends, order, law) { form.refuse("until-day", refusal) }
    try form.finish()
    guard let ends else { throw Refusal("", "Fill in the form again") }
    var term = order.term
    term.ends = ends
    self.term = term
  }

  private static func refusal(_ ends: Day, _ order: Order, _ law: LawOfDay) -> String? {
    let (power, term) = (order.power, order.term)
    if ends < law.day { return "Choose a day that is not past; to end it now, discharge it" }
    if ends == term.ends { return "That is its last day already" }
    if let before = term.ends, before < law.day {
      return "It has ended on \(before.words): it can no longer be extended"
    }
    func beyond(_ limit: LawLimit, from first: Day, _ words: String) -> String? {
      guard let rule = law[power, limit],
        !StatutoryPeriod.isWithin(months: rule.value, from: first, through: ends)
      else { return nil }
      let latest = StatutoryPeriod.lastDay(ofMonths: rule.value, beginningWith: first)
      return "\(words) \(rule.length) at most: to \(latest.words) (\(rule.citation))"
    }
    let extends = term.ends.map { ends > $0 } ?? false
    if extends, let last = term.ends {
      let limit: LawLimit =
        law[power, .extensionMonths] == nil ? .longestMonths : .extensionMonths
      let words = "One extension may add"
      if let refusal = beyond(limit, from: last.adding(days: 1), words) { return refusal }
    }
    if let refusal = beyond(.longestMonthsInAll, from: term.starts, "In all it may last") {
      return refusal
    }
    guard order.isYouth else { return nil }
    return beyond(
      .longestMonthsYouth, from: term.starts, "For somebody under 18 it may last")
  }
}

/// The form that ends an order before its last day.
struct DischargeForm {
  let day: Day
  let reason: String

  init(_ fields: Fields, _ order: Order, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let day = form.day("discharged", "Day of discharge", fields)
    reason = form.text("why", or: "Enter who decided it, and why", limit: 1000)
    if let day, day > today { form.refuse("discharged-day", "Choose a day that is not to come") }
    if let day, day < order.term.starts {
      form.refuse("discharged-day", "Choose a day on or after \(order.term.starts.words)")
    }
    try form.finish()
    guard let day else { throw Refusal("", "Fill in the form again") }
    self.day = day
  }
}
