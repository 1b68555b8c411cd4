internal import Design
internal import Kernel
internal import Markup

/// The complaints of an application, each tested by itself.
struct ReviewComplaintsSheet: HTML {
  let model: ReviewModel

  var body: some HTML {
    Sheet("The complaints, tested one by one", id: "complaints", mark: .river) {
      if !model.complaints.isEmpty { ReviewWindows(model: model) }
      DataTable(
        caption: "Complaints", hidesCaption: true,
        columns: [
          .text("Complaint"), .text("It happened"), .text("It was reported"),
          .text("Last day to report"), .text("Apply by"), .text("Result"),
        ],
        rows: model.labelled.map { row($0.label, $0.complaint, $0.test) },
        empty:
          "None is entered yet. Enter each complaint the applicant names, to whomever it was made.")
      if !model.isDecided {
        Disclosure("Enter a complaint", isOpen: model.isOpen(.complaint)) { form }
        TakingOut(model: model)
      }
    }
  }

  private func row(
    _ label: String, _ complaint: ReviewComplaint, _ test: ComplaintTest
  ) -> DataTable.Row {
    let content = complaint.content.reveal(for: "the page of the review")
    return [
      .html {
        strong { label }
        " \(complaint.body.title)"
        p(.class("small quiet regular")) {
          [content.reference, content.what].filter { !$0.isEmpty }.joined(separator: ": ")
        }
      },
      .text(complaint.behaviour?.words ?? "Not known"),
      .text(complaint.reported?.words ?? "Not known"),
      .text(test.reportBy?.words ?? "Not known"), .text(test.applyBy?.words ?? "Not known"),
      .html {
        StateMark(
          test.qualifies ? (test.isDoubted ? .warn : .good) : .bad,
          test.qualifies ? "Counts" : "Does not count")
        p(.class("small quiet")) { test.words }
        if complaint.sameAs != nil { p(.class("small quiet")) { "The same incident, told again" } }
      },
    ]
  }

  private var form: some HTML {
    let state = model.state(of: .complaint)
    return ReviewForm(model, .complaint) {
      RadioField(
        "body", legend: "Whom was it made to?",
        choices: ComplaintBody.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
      TextField(
        "what", label: "What it was about", hint: "Without names.", in: state, width: .w20)
      TextField(
        "reference", label: "Its reference",
        hint: "With one of ours the case it belongs to is found, and who worked it.", in: state,
        width: .w20)
      DateField(
        "behaviour", legend: "Day it happened",
        hint: "Leave it empty where nobody knows: it is then taken for the applicant.", in: state)
      DateField("reported", legend: "Day it was reported", in: state)
      if !model.complaints.isEmpty {
        SelectField(
          "same", label: "About the same incident as",
          choices: model.labelled.map {
            Choice($0.complaint.id.description, "Complaint \($0.label)")
          },
          empty: "An incident of its own", in: state)
      }
      SubmitButton("Enter the complaint", style: .line)
    }
  }
}

/// Takes a complaint out that was entered wrongly; who worked a case it is about, what they entered alone.
private struct TakingOut: HTML {
  let model: ReviewModel

  private var complaints: [ReviewModel.Labelled] {
    model.labelled.filter { model.mayDecide || $0.complaint.addedBy == model.actor }
  }

  var body: some HTML {
    let state = model.state(of: .drop)
    if !complaints.isEmpty || model.isOpen(.drop) {
      Disclosure("Take a complaint out", isOpen: model.isOpen(.drop)) {
        ReviewForm(model, .drop) {
          SelectField(
            "complaint", label: "Which one is taken out?",
            choices: complaints.map {
              Choice($0.complaint.id.description, "Complaint \($0.label)")
            },
            empty: "Choose one", in: state)
          TextArea(
            "why", label: "Why is it taken out?",
            hint: "Entered twice, or not of this application. It stays on record with the reason.",
            in: state, rows: 2)
          SubmitButton("Take it out", style: .line)
        }
      }
    }
  }
}
