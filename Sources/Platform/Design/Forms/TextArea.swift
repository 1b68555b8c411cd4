public import Markup

/// A field of several lines.
public struct TextArea: HTML {
  private let name: String
  private let question: String
  private let hint: String?
  private let state: FormState
  private let rows: Int

  /// A field named `name`, which is also its id.
  public init(
    _ name: String, label: String, hint: String? = nil, in state: FormState = FormState(),
    rows: Int = 6
  ) {
    self.name = name
    question = label
    self.hint = hint
    self.state = state
    self.rows = rows
  }

  /// Label, hint, refusal and field, in that order.
  public var body: some HTML {
    let message = state.message(name)
    let notes = FieldNotes(id: name, hint: hint, message: message)
    return div(.class(fieldClass(message))) {
      label(.for(name)) { question }
      notes
      textarea(
        .class("input"), .id(name), .name(name), .rows(rows), .described(by: notes),
        .wrong(message)
      ) {
        // Browsers drop one line end after the tag: this one, so that none of the text's own goes.
        Raw("\n")
        state.value(name)
      }
    }
  }
}
