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
        p(.class("hint")) {
          "Leave this empty if you report without giving who you are: then nothing of it is kept."
        }
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
          hint: "For example: not between 9am and 3pm; do not leave a message.", in: model.state,
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
      "The officers and managers who work on it see your name and how to reach you. Before they give "
        + "it to your landlord or the police they ask you first where they can."
    case .confidential:
      "The officers and managers who work on it see it. They pass it on only if you agree, or where "
        + "the law requires it or somebody is in danger; then they tell you first where they can."
    case .anonymous:
      "We keep no name, number, email or network address of yours. We cannot ask you anything: use the "
        + "reference and the secret we show you to see what happened and to add to it."
    }
  }
}
