public import Markup

/// A date as day, month and year; ``DateInput`` reads it.
public struct DateField: HTML {
  private let name: String
  private let question: String
  private let hint: String?
  private let state: FormState

  /// A date whose parts are named `name-day`, `name-month` and `name-year`.
  public init(
    _ name: String, legend: String, hint: String? = nil, in state: FormState = FormState()
  ) {
    self.name = name
    question = legend
    self.hint = hint
    self.state = state
  }

  /// The question, its notes and three fields.
  public var body: some HTML {
    let parts = ["-day", "-month", "-year"].map { name + $0 }
    let message = ([name] + parts).lazy.compactMap(state.message).first
    let notes = FieldNotes(id: name, hint: hint, message: message)
    return fieldset(
      .class(fieldClass(message)), .id(name), .role("group"), .described(by: notes)
    ) {
      legend { question }
      notes
      div(.class("dates")) {
        part("-day", "Day", .w2)
        part("-month", "Month", .w2)
        part("-year", "Year", .w4)
      }
    }
  }

  private func part(_ suffix: String, _ title: String, _ width: FieldWidth) -> some HTML {
    let id = name + suffix
    return div {
      label(.for(id)) { title }
      input(
        .class(width.classes), .id(id), .name(id), .type(.text), .inputmode("numeric"),
        .value(state.value(id)), .wrong(state.message(id) ?? state.message(name)))
    }
  }
}
