internal import Database
internal import Design
internal import HTTP
internal import Kernel

/// Whether the holder of a contract entered the justice system while it lasted: was charged, cautioned,
/// reprimanded or brought before a court.
enum JusticeOutcome: String, CaseIterable, Sendable, Bindable {
  case entered
  case notEntered = "not-entered"

  var title: String {
    switch self {
    case .entered: "They were charged, cautioned or brought before a court"
    case .notEntered: "They did not enter the justice system"
    }
  }
}

/// The form that says what came of a contract that has ended.
struct ConclusionForm {
  let outcome: JusticeOutcome
  let reason: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let outcome: JusticeOutcome? = form.choice("justice", or: "Choose what came of it")
    reason = form.text("concluded-why", or: "Enter how that is known", limit: 1000)
    try form.finish()
    guard let outcome else { throw Refusal("", "Fill in the form again") }
    self.outcome = outcome
  }
}

extension OrderStore {
  func conclude(_ order: Order, _ outcome: JusticeOutcome, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_order SET justice = \(outcome), version = version + 1
      WHERE id = \(order.id) AND version = \(order.version)
      """)
  }
}
