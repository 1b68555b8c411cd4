internal import Design
internal import Markup

/// When it happened, one time after another, and whether it goes on.
struct WhenPage: HTML {
  static let title = "When did it happen?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      Told(model: model)
      PostForm(to: model.path, csrf: model.csrf) {
        OccasionFields(
          state: model.state,
          legend: model.answers.occasions.isEmpty
            ? "Which day?" : "Another time? Leave this empty if there is none")
        SelectField(
          "course", label: "Is it still going on?",
          choices: ReportCourse.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose, or leave this empty", in: model.state)
        p(.class("row")) {
          SubmitButton("Continue", name: "act", value: "continue")
          SubmitButton("Add another time", style: .line, name: "act", value: "add")
        }
      }
    }
  }
}

/// One time it happened; the diary of a report asks for it too.
struct OccasionFields: HTML {
  let state: FormState
  let legend: String

  var body: some HTML {
    RadioField(
      "day", legend: legend,
      choices: [
        Choice("today", "Today"), Choice("yesterday", "Yesterday"),
        Choice("other", "Another day"),
      ], in: state)
    DateField(
      "date", legend: "Date, if it was another day", hint: "For example, 14 11 2026", in: state)
    SelectField(
      "hour", label: "About what time did it begin?",
      choices: (0...23).map { Choice(String($0), Self.hour($0)) }, empty: "I am not sure",
      in: state)
    SelectField(
      "minutes", label: "How long did it go on?",
      choices: OccasionForm.lengths.map { minutes in
        let words = Occasion.length(minutes)
        return Choice(String(minutes), words.prefix(1).uppercased() + words.dropFirst())
      }, empty: "I am not sure", in: state)
  }

  private static func hour(_ hour: Int) -> String {
    let words = Occasion.clock(hour)
    return hour == 0 ? "Midnight (the start of that day)" : hour == 12 ? "Midday" : words
  }
}

/// The times told so far.
private struct Told: HTML {
  let model: StepModel

  var body: some HTML {
    if !model.answers.occasions.isEmpty {
      p { "You told us of:" }
      ul {
        for (index, occasion) in model.answers.occasions.enumerated() {
          li {
            PostForm(to: model.path, csrf: model.csrf) {
              occasion.words
              " "
              button(
                .class("btn line sm"), .type(.submit), .name("remove"), .value(String(index))
              ) {
                "Remove"
                span(.class("hide")) { " \(occasion.words)" }
              }
            }
          }
        }
      }
    }
  }
}
