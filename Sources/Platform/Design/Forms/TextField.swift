public import Markup

/// A field of one line.
///
///     TextField("title", label: "Title of the plan", hint: "As in the minutes", in: state)
public struct TextField: HTML {
  private let name: String
  private let question: String
  private let hint: String?
  private let state: FormState
  private let width: FieldWidth
  private let type: InputType
  private let autocomplete: String?
  private let inputmode: String?

  /// A field named `name`, which is also its id.
  ///
  /// `autocomplete` says what the browser may fill in, such as `email` or `off`. `inputmode` asks
  /// telephones for keys, such as `numeric` or `decimal`. A password is never filled in again.
  public init(
    _ name: String, label: String, hint: String? = nil, in state: FormState = FormState(),
    width: FieldWidth = .full, type: InputType = .text, autocomplete: String? = nil,
    inputmode: String? = nil
  ) {
    self.name = name
    question = label
    self.hint = hint
    self.state = state
    self.width = width
    self.type = type
    self.autocomplete = autocomplete
    self.inputmode = inputmode
  }

  /// Label, hint, refusal and field, in that order.
  public var body: some HTML {
    let message = state.message(name)
    let notes = FieldNotes(id: name, hint: hint, message: message)
    return div(.class(fieldClass(message))) {
      label(.for(name)) { question }
      notes
      input(
        .class(width.classes), .id(name), .name(name), .type(type),
        .value(type == .password ? "" : state.value(name)),
        .autocomplete(autocomplete ?? "").when(autocomplete != nil),
        .inputmode(inputmode ?? "").when(inputmode != nil),
        .spellcheck(false).when(type != .text), .described(by: notes), .wrong(message))
    }
  }
}
