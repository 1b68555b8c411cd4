internal import Design
internal import Markup

/// Who reports, with exactly who may see it.
struct YouPage: HTML {
  static let title = "Do you want to give your name?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      StepFormView(model: model) {
        RadioField(
          "identity", legend: Self.title,
          choices: ReporterIdentity.allCases.map {
            Choice($0.rawValue, $0.choice, hint: $0.promise)
          },
          in: model.state, isHeading: true)
        h2 { "How may we reach you?" }
        p(.class("hint")) { "Leave this empty to stay anonymous." }
        TextField("name", label: "Your name", in: model.state, autocomplete: "name")
        TextField(
          "phone", label: "Telephone number", in: model.state, width: .w20, autocomplete: "tel",
          inputmode: "tel")
        TextField(
          "email", label: "Email address", in: model.state, autocomplete: "email",
          inputmode: "email")
        RadioField(
          "way", legend: "Which way should we use?",
          choices: ContactWay.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
        TextField(
          "safety", label: "When and how is it safe?",
          hint: "For example: not between 9am and 3pm.", in: model.state,
          autocomplete: "off")
      }
    }
  }
}

extension ReporterIdentity {
  /// As people choose it.
  var choice: String {
    switch self {
    case .named: "Yes: you may use my name"
    case .confidential: "Yes, but keep it to yourselves"
    case .anonymous: "No: I want to stay anonymous"
    }
  }

  /// Who may see it; what cannot be promised is not promised.
  var promise: String {
    switch self {
    case .named:
      "Officers and managers see it. They ask you first, where they can, before they pass it on."
    case .confidential:
      "They pass it on only if you agree, the law requires it or somebody is in danger."
    case .anonymous: "We keep no name, number, email or network address."
    }
  }
}
