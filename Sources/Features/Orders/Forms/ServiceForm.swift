internal import Design
internal import HTTP
internal import Kernel

/// The form that says an order was given to them.
///
/// The hours to a closure notice's hearing run from service: the hearing is held against them again, and
/// can be brought forward here.
struct ServiceForm {
  let at: Instant
  /// When the court hears it; `nil` where there is no hearing.
  let hearing: Instant?
  let how: String

  init(_ fields: Fields, _ order: Order, now: Instant) throws(Refusal) {
    var form = FormReader(fields)
    let day = form.day("served", "Day of service", fields)
    let minute = OrderForm.time("served-time", fields, &form)
    how = form.text("how", or: "Enter how it was served and by whom", limit: 500)
    let hearing = Self.hearing(order, fields, &form)
    if let day, let minute {
      let moment = London.instant(day, minute: minute)
      if moment > now { form.refuse("served-day", "Enter service once it has happened") }
      if day < order.term.starts {
        form.refuse("served-day", "Choose a day on or after \(order.term.starts.words)")
      }
      if moment >= order.term.endsAt {
        form.refuse("served-day", "It had ended by then: it ended \(order.term.endWords)")
      }
      if let rule = order.rule(.hearingHours), let hearing,
        let refusal = OrderRules.hearingRefusal(hearing, served: moment, rule)
      {
        form.refuse("hearing-day", refusal)
      }
    }
    try form.finish()
    guard let day, let minute else { throw Refusal("", "Fill in the form again") }
    at = London.instant(day, minute: minute)
    self.hearing = hearing
  }

  /// The hearing as the form says it, or as it was where the form leaves it out.
  private static func hearing(
    _ order: Order, _ fields: Fields, _ form: inout FormReader
  ) -> Instant? {
    guard order.power == .closureNotice, fields["hearing-day"] != nil else {
      return order.hearingAt
    }
    return OrderForm.atTime("hearing", fields, &form)
  }
}

/// The form that extends a closure notice, by a superintendent or the chief executive.
struct ExtensionForm {
  let term: OrderTerm
  let words: String
  let rules: [LawFinding]

  init(_ fields: Fields, _ order: Order, _ law: LawOfDay) throws(Refusal) {
    var form = FormReader(fields)
    let ends = form.day("extended", "Day it ends", fields)
    let minute = OrderForm.time("extended-time", fields, &form)
    let authoriser: Authoriser? = form.choice(
      "extension-authoriser", or: "Choose who issued or signed the extension notice")
    let reason = form.text("extension-reason", or: "Enter why, and how it was served", limit: 1000)
    let rule = law[order.power, .extensionHours]
    if rule == nil { form.refuse("extended-day", "No rule in force allows an extension") }
    if let rule, let authoriser, !authoriser.extends(order) {
      form.refuse(
        "extension-authoriser",
        "A superintendent extends a notice of the police, the chief executive one of the council "
          + "(\(rule.citation))")
    }
    if let rule, let ends, let minute {
      let end = London.instant(ends, minute: minute)
      let latest = order.term.endsAt.adding(seconds: Double(rule.value) * 3600)
      if end <= order.term.endsAt {
        form.refuse("extended-day", "The new end must be after \(order.term.endWords)")
      }
      if end > latest {
        form.refuse(
          "extended-day",
          "An extension may add \(rule.length) at most: to \(London.words(latest)) "
            + "(\(rule.citation))")
      }
    }
    try form.finish()
    guard let ends, let minute, let authoriser, let rule else {
      throw Refusal("", "Fill in the form again")
    }
    var term = order.term
    (term.ends, term.endMinute) = (ends, minute)
    self.term = term
    rules = [rule]
    words =
      "From \(order.term.endWords) to \(term.endWords), by \(authoriser.title.lowercasedFirst): "
      + reason
  }
}

extension Authoriser {
  /// Whether they may extend a closure notice (section 77(4)): each those of their own body.
  fileprivate func extends(_ order: Order) -> Bool {
    let isCouncils =
      order.content.reveal(for: "extending a closure notice").authoriser == .councilOfficer
    return self == (isCouncils ? .chiefExecutive : .superintendent)
  }
}

extension Order {
  /// Whether it can be extended: a closure notice that has not ended, that neither rank signed to begin with
  /// (section 77(2) and (4)).
  func canExtend(at now: Instant) -> Bool {
    let standing = standing(at: now)
    guard power == .closureNotice, standing == .inForce || standing == .notServed else {
      return false
    }
    return content.reveal(for: "extending a closure notice").authoriser?.isSenior != true
  }
}
