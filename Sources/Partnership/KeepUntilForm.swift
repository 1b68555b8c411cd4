public import Design
public import HTTP
public import Kernel
public import Markup

/// The form that keeps a record beyond its time, until a day and with the reason.
public struct KeepUntilForm: Sendable {
  /// The last day it is kept.
  public let until: Day
  /// Why.
  public let reason: String

  /// The longest, in months.
  private static let most = KeepingRule(months: 120)

  /// Reads `until-day`, `until-month`, `until-year` and `kept-reason`: a day to come, within ten years.
  public init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let until = form.day("until", "Last day it is kept", fields)
    if let until, !(today.adding(days: 1)...Self.most.due(today)).contains(until) {
      form.refuse("until-day", "Choose a day to come, within ten years")
    }
    reason = form.text("kept-reason", or: "Enter why it is kept", limit: 1000)
    try form.finish()
    guard let until else { throw Refusal("until-day", "Choose a day to come, within ten years") }
    self.until = until
  }
}

/// The fields of ``KeepUntilForm``.
public struct KeepUntilFields: HTML {
  private let hint: String
  private let state: FormState

  /// The fields with what was typed; `hint` tells a reason that would do.
  public init(hint: String, in state: FormState) {
    self.hint = hint
    self.state = state
  }

  /// The last day, and why.
  public var body: some HTML {
    DateField("until", legend: "Last day it is kept", in: state)
    TextArea("kept-reason", label: "Why it is kept", hint: hint, in: state, rows: 2)
  }
}
