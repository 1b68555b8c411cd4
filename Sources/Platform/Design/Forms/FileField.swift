public import Markup

/// A field for files; its form needs `upload: true`.
public struct FileField: HTML {
  private let name: String
  private let question: String
  private let hint: String?
  private let accept: String?
  private let isMultiple: Bool
  private let state: FormState

  /// A field for one file or several; `accept` lists the kinds offered, such as `.csv,.gz,.zip`.
  public init(
    _ name: String, label: String, hint: String? = nil, accept: String? = nil,
    multiple: Bool = false, in state: FormState = FormState()
  ) {
    self.name = name
    question = label
    self.hint = hint
    self.accept = accept
    isMultiple = multiple
    self.state = state
  }

  /// Label, hint, refusal and field, in that order.
  public var body: some HTML {
    let message = state.message(name)
    let notes = FieldNotes(id: name, hint: hint, message: message)
    return div(.class(fieldClass(message))) {
      label(.for(name)) { question }
      notes
      input(
        .class("input"), .id(name), .name(name), .type(.file),
        .accept(accept ?? "").when(accept != nil), .multiple.when(isMultiple),
        .described(by: notes), .wrong(message))
    }
  }
}
