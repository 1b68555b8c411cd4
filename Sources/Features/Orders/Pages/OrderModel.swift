internal import Access
internal import Design
internal import Kernel
internal import Partnership

/// What the page of an order is drawn from.
struct OrderModel {
  let order: Order
  let changes: [OrderChange]
  let breaches: [Breach]
  let names: [ID<Account>: String]
  let now: Instant
  /// What is known of the subject; `nil` where nothing was written down, or the reader may not.
  let facts: EqualityFacts?
  let wards: [Choice]
  let places: OrderPlaces
  /// The cases and reports it names, with the page of each for who may open it.
  let cases: [(reference: Reference, path: String?)]
  let mayIssue: Bool
  /// The form that was sent back, with what was typed.
  var act: OrderChange.Act?
  var state = FormState()
  /// What was typed while somebody else changed the order.
  var isConflict = false
  /// The form of a breach that was sent back, and the breach it decides on, if it does.
  var breachState = FormState()
  var decided: ID<Breach>?
  /// The highest fixed penalty for a breach today; `nil` where none can be given.
  let penalty: LawFinding?
  /// Whether it is a closure notice that can be extended.
  let canExtend: Bool
  /// The form of what is known of the subject that was sent back.
  var factsState: FormState?
  /// The kinds of file its notice can be saved as.
  let formats: [PrintFormat]
  let csrf: String

  var breachPath: String {
    Reference(order.reference).map { OrdersRoute.breaches($0).path } ?? ""
  }

  func state(of act: OrderChange.Act) -> FormState { self.act == act ? state : FormState() }
  func name(_ account: ID<Account>?) -> String {
    account.map { names[$0] ?? "An account since removed" } ?? "The command line"
  }
}
