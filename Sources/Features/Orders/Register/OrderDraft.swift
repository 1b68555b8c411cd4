internal import Kernel

/// An order as it was filled in, before it is held against the law.
struct OrderDraft: Sendable {
  let power: Power
  var term: OrderTerm
  /// Whether it is against a body, such as a company, which has no age.
  var isBody = false
  var born: Day?
  var content = OrderContent()
  var asksYouthTeam = false
  /// The day support is looked at again, where it was too urgent to wait.
  var supportReview: Day?
  var servedAt: Instant?
  var hearingAt: Instant?
  var warning: PrecedingWarning?

  var authorisedFrom: Instant? { content.authorisedFrom.flatMap { Instant($0) } }
  var authorisedTo: Instant? { content.authorisedTo.flatMap { Instant($0) } }

  /// The age in years on the day it was made; `nil` where there is none.
  var age: Int? { born.map { $0.years(to: term.starts) } }
  var isYouth: Bool { age.map { $0 < 18 } ?? false }
}

/// The warning a notice follows.
struct PrecedingWarning: Sendable {
  let reference: String
  let isProtectionWarning: Bool
  let servedAt: Instant?
  let isOfSameSubject: Bool
}
