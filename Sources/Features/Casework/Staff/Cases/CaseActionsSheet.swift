internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What is to be done in a case, by whom and by when.
struct CaseActionsSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Actions", id: "actions", mark: .river) {
      DataTable(
        caption: "Actions", hidesCaption: true,
        columns: [.text("Action"), .text("Organisation"), .text("Due"), .text("State")],
        rows: model.actions.map(row), empty: "There are none.")
      if model.file.state != .closed {
        Disclosure("Add an action", isOpen: model.isOpen(.action)) {
          let state = model.state(of: .action)
          CaseForm(model, .action) {
            TextField("task", label: "What is to be done", in: state)
            SelectField(
              "agency", label: "Organisation that does it",
              choices: model.agencies.map { Choice($0.id.description, $0.name) },
              empty: "Choose an organisation", in: state)
            DateField("due", legend: "Due day", in: state)
            SubmitButton("Add the action", style: .line)
          }
        }
      }
      CaseLinks(model: model)
    }
  }

  private func row(_ action: CaseAction) -> DataTable.Row {
    let end = London.instant(action.due, minute: WorkingTime.endMinute)
    return [
      .text(action.task.reveal(for: "page of the case")), .text(model.agency(action.organisation)),
      .text(action.due.words),
      .html {
        if let done = action.doneAt {
          StateMark(.good, "Done \(London.day(done).words)")
        } else {
          StateMark(end < model.now ? .bad : .none, end < model.now ? "Overdue" : "To do")
          if model.file.state != .closed {
            CaseForm(model, .finish) {
              SubmitButton(
                "Mark done", style: .small, name: "action", value: action.id.description)
            }
          }
        }
      },
    ]
  }
}
