internal import Design
internal import Markup

/// Where it is happening.
struct WherePage: HTML {
  static let title = "Where is it happening?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      p(.class("hint")) { "You only need one." }
      StepFormView(model: model) {
        TextField(
          "postcode", label: "Postcode", hint: "It need not be your own.",
          in: model.state, width: .w8, autocomplete: "off")
        p(.class("or")) { "or" }
        TextField(
          "place", label: "Street, building or landmark",
          hint: "For example, the back stairs of Ropewalk House.",
          in: model.state, autocomplete: "off")
      }
    }
  }
}

/// Which place was meant.
struct PlaceChoicePage: HTML {
  static let title = "Which of these is nearest to it?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      StepFormView(model: model) {
        RadioField(
          "choice", legend: Self.title,
          choices: model.places.map { Choice.named($0.key, $0.words) } + [
            Choice("none", "None of these: use my own words")
          ], hint: "Your own words are kept too.", in: model.state, isHeading: true)
      }
    }
  }
}
