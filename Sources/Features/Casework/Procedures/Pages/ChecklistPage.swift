internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of the checklists shows.
struct ChecklistModel {
  /// Every version, those that hold last first.
  let procedures: [Procedure]
  /// The procedure whose form is shown.
  let chosen: String?
  /// The form that was refused.
  let posted: FormState?
  let today: Day
  let mayConfigure: Bool
  let csrf: String

  /// What the form starts with: the latest version of the procedure, or all steps for a new one.
  var state: FormState {
    if let posted { return posted }
    let base =
      procedures.first { $0.key == chosen }
      ?? procedures.first { $0.key == ChecklistForm.general }
    let isNew = chosen == nil
    return FormState(
      values: Fields(
        [("key", chosen ?? ""), ("title", isNew ? "" : base?.title ?? "")]
          + (isNew ? [] : (base?.kinds ?? []).map { ("kind", $0) })
          + (base?.steps ?? []).flatMap { step in
            [("step", step.kind.rawValue)]
              + (step.days.map { [("days-\(step.kind.rawValue)", String($0))] } ?? [])
          }))
  }
}

/// The checklists in their versions, what each step rests on, and the form of another version.
struct ChecklistPage: HTML {
  static let title = "Checklists of procedures"
  let model: ChecklistModel

  var body: some HTML {
    PageHead(
      Self.title,
      lede: "A case falls under the version that holds on the day it is opened, for ever.")
    for procedure in model.procedures {
      Sheet(procedure.words) {
        p(.class("quiet")) {
          "For \(kinds(procedure)). Cases opened from \(procedure.validFrom.words)."
        }
        ol { for step in procedure.steps { li { step.words } } }
        if model.mayConfigure, procedure.version == latest(procedure.key) {
          LinkButton(
            "Add a version", to: ProcedureRoute.checklists(of: procedure.key).path + "#new")
        }
      }
    }
    Sheet("What each step rests on") {
      DataTable(
        caption: "What each step rests on", hidesCaption: true,
        columns: [.text("Step"), .text("Evidence in the record"), .text("Does not apply where")],
        rows: StepKind.allCases.map { [.text($0.title), .text($0.evidence), .text($0.exception)] })
    }
    if model.mayConfigure { ChecklistFormSheet(model: model) }
  }

  private func kinds(_ procedure: Procedure) -> String {
    guard !procedure.kinds.isEmpty else { return "all cases that no other is for" }
    return ReportKind.all.filter { procedure.kinds.contains($0.id) }.map(\.title)
      .joined(separator: ", ")
  }

  private func latest(_ key: String) -> Int? {
    model.procedures.filter { $0.key == key }.map(\.version).max()
  }
}

private struct ChecklistFormSheet: HTML {
  let model: ChecklistModel

  var body: some HTML {
    let state = model.state
    let chosen = model.procedures.first { $0.key == model.chosen }
    Sheet(
      chosen.map { "Another version of “\($0.title)”" } ?? "A procedure for some kinds", id: "new"
    ) {
      PostForm(to: ProcedureRoute.checklists(of: nil).path, csrf: model.csrf) {
        input(.type(.hidden), .name("key"), .value(chosen?.key ?? ""))
        TextField("title", label: "What it is called", in: state)
        if chosen?.key != ChecklistForm.general {
          CheckboxField(
            "kind", legend: "For which kinds of cases?",
            choices: ReportKind.all.map { Choice($0.id, $0.title) }, in: state)
        }
        DateField(
          "from", legend: "First day", hint: "Cases opened from this day fall under it.", in: state)
        CheckboxField(
          "step", legend: "Which steps?",
          choices: StepKind.allCases.map { Choice($0.rawValue, $0.title, hint: $0.evidence) },
          in: state)
        for kind in StepKind.allCases where kind.hasDays {
          TextField(
            "days-\(kind.rawValue)", label: "Working days: \(kind.title.lowercasedFirst)",
            in: state, width: .w20, inputmode: "numeric")
        }
        SubmitButton("Add the version", style: .line)
      }
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
