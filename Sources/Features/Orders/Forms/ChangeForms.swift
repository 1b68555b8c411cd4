internal import Design
internal import HTTP
internal import Kernel

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
    if let day, London.start(of: day) >= order.term.endsAt {
      form.refuse(
        "discharged-day",
        "It ended \(order.term.endWords), so there was nothing to discharge by then: enter an earlier "
          + "day, or leave it as it ended")
    }
    try form.finish()
    guard let day else { throw Refusal("", "Fill in the form again") }
    self.day = day
  }
}
