internal import Design
internal import Markup

/// What happened, in the reporter's words.
struct WordsPage: HTML {
  static let title = "What happened?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      StepFormView(model: model, other: ("Add photos or files", "files")) {
        TextArea(
          "narrative", label: "In your words",
          hint: "A sentence or two is enough.", in: model.state)
        div(.hidden) {
          label(.for("website")) { "Leave this empty" }
          input(.type(.text), .id("website"), .name("website"), .tabindex(-1), .autocomplete("off"))
        }
      }
    }
  }
}

/// Who is doing it and who was told.
struct PeoplePage: HTML {
  static let title = "Do you know who is doing it?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      p(.class("hint")) {
        "All optional."
      }
      p(.class("hint")) { WhoSees.named }
      StepFormView(model: model) {
        TextField(
          "subject-name", label: "Their name or nickname", in: model.state, autocomplete: "off")
        TextField(
          "subject-address", label: "Their flat or house", in: model.state, autocomplete: "off")
        TextArea(
          "subject-description", label: "What they look like", in: model.state, rows: 3)
        TextField(
          "subject-vehicle", label: "A vehicle they use",
          hint: "Registration number, make or colour", in: model.state, autocomplete: "off")
        RadioField(
          "known", legend: "Do you know them?",
          choices: [Choice("yes", "Yes"), Choice("no", "No")], in: model.state)
        TextField(
          "landlord", label: "Their landlord, or yours, if you know", in: model.state,
          autocomplete: "off")
        TextArea(
          "told", label: "Whom have you told already?",
          hint: "Police, landlord, others, and their reference.",
          in: model.state, rows: 3)
      }
    }
  }
}

/// What it does to the reporter, and because of what about them it happens.
struct EffectPage: HTML {
  static let title = "How does it affect you?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      p(.class("hint")) {
        "All optional."
      }
      StepFormView(model: model) {
        TextArea("effect", label: "What it does to you or others", in: model.state, rows: 3)
        CheckboxField(
          "circumstances", legend: "Does any of this fit?",
          choices: Circumstance.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
        CheckboxField(
          "strands", legend: "Did it happen because of who you, or others, are?",
          choices: model.lines.strands.map { Choice($0.rawValue, $0.title) },
          hint: "We ask everybody. What you think is enough.", in: model.state)
        TextField(
          "strand-words", label: "Why you think so", in: model.state,
          autocomplete: "off")
      }
    }
  }
}
