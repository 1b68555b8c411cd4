public import Markup

/// A choice from a list too long for ``RadioField``.
public struct SelectField: HTML {
  private let name: String
  private let question: String
  private let hint: String?
  private let choices: [Choice]
  private let empty: String?
  private let state: FormState

  /// A list named `name`, which is also its id; `empty` is what is shown while nothing is chosen.
  public init(
    _ name: String, label: String, choices: [Choice], hint: String? = nil, empty: String? = nil,
    in state: FormState = FormState()
  ) {
    self.name = name
    question = label
    self.hint = hint
    self.choices = choices
    self.empty = empty
    self.state = state
  }

  /// Label, hint, refusal and list, in that order.
  public var body: some HTML {
    let message = state.message(name)
    let notes = FieldNotes(id: name, hint: hint, message: message)
    return div(.class(fieldClass(message))) {
      label(.for(name)) { question }
      notes
      select(.class("input"), .id(name), .name(name), .described(by: notes), .wrong(message)) {
        if let empty { option(.value("")) { empty } }
        for choice in choices {
          option(.value(choice.value), .selected.when(state.value(name) == choice.value)) {
            choice.label
          }
        }
      }
    }
  }
}
