import HTTP
import Markup

/// The fields, with and without a refusal.
struct FormGuide: HTML {
  let csrf: String

  var body: some HTML {
    Sheet("Forms", id: "forms") {
      p { "Label, hint, error and field, in that order. Nothing is chosen beforehand." }
      PostForm(to: "#forms", csrf: csrf, upload: true) {
        ErrorSummaryExample(refusal: refusal)
        div(.class("halves")) {
          div {
            TextField(
              "offences", label: "Burglaries, April to June 2026",
              hint: "The number of offences recorded, such as 812.", in: state, width: .w8,
              inputmode: "numeric")
            TextField("title", label: "Title of the plan", in: state)
            DateField(
              "met", legend: "Date of the meeting", hint: "For example, 16 4 2026.", in: state)
            SelectField(
              "agency", label: "Agency that sends the figures",
              choices: [Choice("police", "Police"), Choice("fire", "Fire and rescue")],
              empty: "Choose an agency", in: state)
          }
          div {
            RadioField(
              "polarity", legend: "What is wanted in this plan?",
              choices: [
                Choice("lower", "Fewer", hint: "Such as burglaries."),
                Choice("higher", "More", hint: "Such as reports of hate crime."),
                Choice("neutral", "Neither"),
              ], in: state)
            CheckboxField(
              "confirmed", label: "The figures are complete for the whole quarter",
              hint: "Leave it open if a month is still to come.", in: state)
            TextArea(
              "commentary", label: "Commentary", hint: "What happened, and what was done.",
              in: state, rows: 4)
            FileField(
              "file", label: "Police file", hint: "A CSV file, or a zip of months.",
              accept: ".csv,.gz,.zip", in: state)
          }
        }
        SubmitButton("Save figures")
      }
    }
  }

  private var refusal: Refusal {
    Refusal([
      Refusal.Entry(field: "offences", message: "Enter the number of offences in figures"),
      Refusal.Entry(field: "met-year", message: "Date of the meeting must include a year"),
    ])
  }

  private var state: FormState {
    FormState(
      values: Fields([
        ("offences", "about 800"), ("title", "Community safety plan 2025 to 2029"),
        ("met-day", "16"), ("met-month", "4"), ("polarity", "lower"), ("agency", "police"),
        ("commentary", "Two linked groups were arrested in May."),
      ]), refusal: refusal)
  }
}

/// The summary as it looks, without the role and focus it has on a page of its own.
private struct ErrorSummaryExample: HTML {
  let refusal: Refusal

  var body: some HTML {
    div(.class("error-summary")) {
      h3 { "There is a problem" }
      ul(.role("list")) {
        for entry in refusal.entries { li { a(.href("#\(entry.field)")) { entry.message } } }
      }
    }
  }
}
