internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of the standard shows.
struct StandardModel {
  /// Every version, the last first.
  let standards: [CaseStandard]
  let state: FormState
  let mayConfigure: Bool
  let csrf: String
}

/// What is promised within how many days, in all its versions, and the form of another.
struct StandardPage: HTML {
  static let title = "The standard"

  let model: StandardModel

  var body: some HTML {
    PageHead(
      Self.title,
      lede:
        "How soon work begins and people hear of it. A report or case keeps the days it was given when the "
        + "standard changes."
    ) { LinkButton(WorkingDayPage.title, to: ProcedureRoute.workingDays.path) }
    Sheet("What holds now", mark: .river) {
      DataTable(
        caption: "What holds now", hidesCaption: true,
        columns: [.text("Promise"), .text("Days"), .text("Counted")],
        rows: Promise.allCases.map { promise in
          [
            .text(promise.title),
            .text(promise.promised((model.standards.first ?? .shipped)[promise])),
            .text(promise.rule),
          ]
        })
    }
    if model.mayConfigure {
      Sheet("Change it", id: "change") {
        PostForm(to: ProcedureRoute.standard.path, csrf: model.csrf) {
          for promise in Promise.allCases {
            TextField(
              promise.rawValue, label: promise.title,
              hint: "\(promise.isWorkingDays ? "Working days" : "Days"). "
                + promise.rule, in: model.state, width: .w20, inputmode: "numeric")
          }
          SubmitButton("Set the standard")
        }
      }
    }
    Sheet("Versions") {
      DataTable(
        caption: "Versions", hidesCaption: true,
        columns: [.number("Version"), .text("Holds from"), .text("Promises")],
        rows: model.standards.map { standard in
          [
            .text(String(standard.number)),
            .text(standard.number == 1 ? "The beginning" : London.words(standard.setAt)),
            .text(
              Promise.allCases.map { "\($0.title): \(standard.words($0))" }
                .joined(separator: ". ")),
          ]
        })
    }
  }
}
