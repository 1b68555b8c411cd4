internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page shows on which some reports become a case of their own.
struct PartModel {
  let whole: WholeCase
  let agencies: [Agency]
  let state: FormState
  let csrf: String
}

/// The reports, people, actions and files of a case, to be chosen.
struct PartPage: HTML {
  let model: PartModel

  private var whole: WholeCase { model.whole }
  private var state: FormState { model.state }

  var body: some HTML {
    PageHead(
      "Part reports from a case", kicker: "\(whole.file.reference), \(whole.file.title)",
      lede: "Where one case is two, the reports you choose become a case of their own.")
    if whole.reports.count < 2 {
      Notice { p { "It has no two reports, so there is nothing to part." } }
    } else {
      Sheet("The new case", mark: .river) {
        PostForm(to: TieRoute.part(whole.file.reference).path, csrf: model.csrf) {
          CheckboxField(
            "part-report", legend: "Which reports become a case of their own?",
            choices: whole.reports.map(choice), hint: "Their files go with them.", in: state)
          if !whole.people.isEmpty {
            CheckboxField(
              "part-person", legend: "Who goes along?",
              choices: whole.people.map { person in
                let name = person.content.reveal(for: "parting a case").name
                return Choice(person.id.description, name, hint: person.part.title)
              },
              hint: "With assessments, markers, referrals and support that are about them.",
              in: state)
          }
          if !whole.actions.isEmpty {
            CheckboxField(
              "part-action", legend: "Which actions go along?",
              choices: whole.actions.map { action in
                Choice(
                  action.id.description, action.task.reveal(for: "parting a case"),
                  hint: "\(agency(action)), due \(action.due.words)")
              }, in: state)
          }
          if !whole.files.isEmpty {
            CheckboxField(
              "part-file", legend: "Which evidence goes along?",
              choices: whole.files.map { file in
                let description = file.content.reveal(for: "parting a case").description
                return Choice(
                  file.id.description, file.words,
                  hint: description.isEmpty ? nil : description)
              }, in: state)
          }
          TextField("part-title", label: "Title of the new case", hint: "No names.", in: state)
          TextField("part-reason", label: "Why they are two cases", in: state)
          TextArea(
            "part-told", label: "What else those who reported it are told",
            hint:
              "Beside the reports that go stands: “\(TieWords.parted)” Leave it empty to say no more.",
            in: state, rows: 3)
          SubmitButton("Part them", style: .bad)
        }
        p(.class("quiet")) {
          "The new case has the same officer, priority and clocks. Story, places, vehicles and tags "
          "stay here. No other organisation reads it until you give it to one."
        }
      }
    }
  }

  private func choice(_ report: Report) -> Choice {
    let place = report.place?.name ?? "In words only"
    return Choice(
      report.reference.description, "\(report.reference), \(report.kind.title)",
      hint: "\(place), received \(London.day(report.receivedAt).words)")
  }

  private func agency(_ action: CaseAction) -> String {
    model.agencies.first { $0.id == action.organisation }?.name ?? "Another organisation"
  }
}
