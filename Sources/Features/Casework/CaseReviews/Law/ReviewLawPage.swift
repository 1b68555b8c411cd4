internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The sets of the floor with their numbers, sections and dates, and the forms that date and add one.
struct ReviewLawPage: HTML {
  let sets: [ReviewLaw]
  let today: Day
  let mayChange: Bool
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      "Law of case reviews",
      lede:
        "The floor no local rule may go below. A set holds for applications of its days; what was "
        + "decided under one stays as it was.")
    Sheet("Sets") {
      DataTable(
        caption: "Sets", hidesCaption: true,
        columns: [
          .text("Set"), .number("Complaints"), .number("Months to complain"),
          .number("Months to apply"), .text("Section"), .text("In force"),
        ],
        rows: sets.map { law in
          [
            .html {
              law.title
              br()
              span(.class("small quiet")) { "\(law.key), \(law.territory)" }
            }, .text(String(law.floor.complaints)), .text(String(law.floor.reportMonths)),
            .text(String(law.floor.applyMonths)), .text(law.citation),
            .html {
              law.mark(on: today)
              if law.from != nil {
                br()
                law.datesInWords
              }
            },
          ]
        })
      for law in sets where !law.note.isEmpty {
        p(.class("small quiet")) { "\(law.title): \(law.note)" }
      }
    }
    if mayChange {
      for law in sets { Dating(law: law, state: state, csrf: csrf) }
      Sheet("Add a set", id: "add") { adding }
    }
  }

  private var adding: some HTML {
    let shown = state.values["act"] == "date" ? FormState() : state
    func number(_ name: String, _ label: String) -> TextField {
      TextField(name, label: label, in: shown, width: .w4, inputmode: "numeric")
    }
    return PostForm(to: ReportsRoute.reviewLaw.path, csrf: csrf) {
      p { "It is law for nobody until its first day is said. Its numbers do not change after." }
      TextField("key", label: "A short word for it", hint: "Such as cpa-2026", in: shown)
      TextField("title", label: "What it is called", in: shown)
      TextField("source", label: "Act or regulations", in: shown)
      TextField("section", label: "Section", in: shown)
      number("complaints", "Qualifying complaints that are needed")
      number("report-months", "Months from the behaviour within which a complaint is made")
      number("apply-months", "Months from a complaint within which a review is applied for")
      TextArea("note", label: "What to know of it (optional)", in: shown, rows: 2)
      SubmitButton("Add the set", name: "act", value: "add")
    }
  }
}

/// The form that says when one set is law.
private struct Dating: HTML {
  let law: ReviewLaw
  let state: FormState
  let csrf: String

  private var isSent: Bool {
    state.values["act"] == "date" && state.values["set"] == law.key
  }

  private var shown: FormState {
    guard !isSent else { return state }
    return FormState(values: LawDatesForm.fields(law, of: law.key))
  }

  private var from: String { LawDatesForm.name("from", of: law.key) }
  private var through: String { LawDatesForm.name("through", of: law.key) }

  var body: some HTML {
    Sheet {
      Disclosure("Say when “\(law.title)” (\(law.key)) is law", isOpen: isSent) {
        PostForm(to: ReportsRoute.reviewLaw.path, csrf: csrf) {
          input(.type(.hidden), .name("set"), .value(law.key))
          input(.type(.hidden), .name("version"), .value(String(law.version)))
          DateField(
            from, legend: "First day",
            hint: law.from == nil ? nil : "It stays, since applications may have been tested by it",
            in: shown)
          DateField(through, legend: "Last day", hint: "Leave it empty without an end", in: shown)
          SubmitButton("Save the dates", style: .line, name: "act", value: "date")
        }
      }
    }
  }
}
