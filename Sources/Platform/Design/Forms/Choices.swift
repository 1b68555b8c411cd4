public import Markup

/// A question with one answer.
public struct RadioField: HTML {
  private let choices: Choices

  /// A question; nothing is chosen beforehand unless the state says so.
  ///
  /// `isHeading` where it is the one question of a page, and so its title.
  public init(
    _ name: String, legend: String, choices: [Choice], hint: String? = nil,
    in state: FormState = FormState(), isHeading: Bool = false
  ) {
    self.choices = Choices(
      name: name, question: legend, hint: hint, choices: choices, type: .radio, state: state,
      isHeading: isHeading)
  }

  /// The question with its answers.
  public var body: some HTML { choices }
}

/// A question with any number of answers, or one box to tick.
public struct CheckboxField: HTML {
  private let choices: Choices

  /// A question with several boxes; those ticked are sent under one name.
  public init(
    _ name: String, legend: String, choices: [Choice], hint: String? = nil,
    in state: FormState = FormState()
  ) {
    self.choices = Choices(
      name: name, question: legend, hint: hint, choices: choices, type: .checkbox, state: state)
  }

  /// One box; ticked, it sends `yes`.
  public init(
    _ name: String, label: String, hint: String? = nil, in state: FormState = FormState()
  ) {
    choices = Choices(
      name: name, question: nil, hint: nil, choices: [Choice("yes", label, hint: hint)],
      type: .checkbox, state: state)
  }

  /// The question with its boxes.
  public var body: some HTML { choices }
}

struct Choices: HTML {
  let name: String
  let question: String?
  let hint: String?
  let choices: [Choice]
  let type: InputType
  let state: FormState
  var isHeading = false

  var body: some HTML {
    let message = state.message(name)
    let notes = FieldNotes(id: name, hint: hint, message: message)
    if let question {
      fieldset(.class(fieldClass(message)), .described(by: notes)) {
        legend { if isHeading { h1 { question } } else { question } }
        notes
        boxes
      }
    } else {
      div(.class(fieldClass(message))) {
        notes
        boxes
      }
    }
  }

  private var boxes: some HTML {
    div(.class("choices")) {
      for (index, choice) in choices.enumerated() {
        ChoiceBox(
          id: index == 0 ? name : "\(name)-\(index + 1)", name: name, choice: choice, type: type,
          isChosen: state.isChosen(choice.value, of: name),
          error: question == nil && state.message(name) != nil ? "\(name)-error" : nil)
      }
    }
  }
}

private struct ChoiceBox: HTML {
  let id: String
  let name: String
  let choice: Choice
  let type: InputType
  let isChosen: Bool
  let error: String?

  var body: some HTML {
    div(.class("choice")) {
      input(
        .type(type), .id(id), .name(name), .value(choice.value), .checked.when(isChosen),
        .aria("describedby", described).when(!described.isEmpty))
      label(.for(id), .translate(false).when(choice.isName)) { choice.label }
      if let hint = choice.hint { p(.class("hint"), .id("\(id)-choice-hint")) { hint } }
    }
  }

  private var described: String {
    let hint = choice.hint == nil ? nil : "\(id)-choice-hint"
    return [hint, error].compactMap(\.self).joined(separator: " ")
  }
}
