internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Whose it is, title and priority, clocks, the end: what runs a case.
struct CaseRunningSheet: HTML {
  let model: CaseModel

  private var file: CaseFile { model.file }

  var body: some HTML {
    Sheet("Run the case", id: "run") {
      if file.joinedInto != nil {
        p(.class("quiet")) { "It was joined to another case and is not opened again." }
      } else if file.state == .closed {
        reason(.reopen, "Open it again", "reopen-reason", "Why it is opened again")
      } else {
        owner
        if file.owner == model.reader {
          reason(.decline, "Give it back", "decline-reason", "Why you cannot work on it")
        }
        change
        if file.state == .paused {
          reason(.resume, "Let the clocks run again", "resume-reason", "Why they run again")
        } else {
          reason(.pause, "Stop the clocks", "pause-reason", "Why nothing can be done for now")
        }
        p {
          LinkButton(
            "Hand it on to another organisation or service",
            to: HandOnRoute.handOn(file.reference).path)
        }
        close
      }
      if model.mayGive {
        LinkButton(
          "How long it is kept", to: RetentionRoute.record(.file, file.reference).path)
      }
    }
  }

  private var owner: some HTML {
    let mine = model.workers.filter { $0.id == model.reader }
    let state = model.state(of: .allocate, [("owner", file.owner?.description ?? "")])
    return Disclosure("Whose it is", isOpen: model.isOpen(.allocate)) {
      CaseForm(model, .allocate) {
        SelectField(
          "owner", label: "Who works on it",
          choices: (model.mayGive ? model.workers : mine).map { person in
            Choice(person.id.description, person.name.reveal(for: "choice of an officer"))
          }, empty: "Choose somebody", in: state)
        SubmitButton("Save", style: .line)
      }
    }
  }

  private var change: some HTML {
    let state = model.state(
      of: .change, [("title", file.title), ("priority", String(file.priority.rawValue))])
    return Disclosure("Title and priority", isOpen: model.isOpen(.change)) {
      CaseForm(model, .change) {
        input(.type(.hidden), .name("version"), .value(String(file.version)))
        TextField("title", label: "Title", hint: "No names: lists show it.", in: state)
        SelectField(
          "priority", label: "Priority",
          choices: Priority.allCases.map { Choice(String($0.rawValue), $0.code) }, in: state)
        TextField("change-reason", label: "Why", in: state)
        SubmitButton("Save", style: .line)
      }
    }
  }

  private var close: some HTML {
    let state = model.state(of: .close)
    return Disclosure("Close it", isOpen: model.isOpen(.close)) {
      CaseForm(model, .close) {
        RadioField(
          "outcome", legend: "How did it end?",
          choices: CaseOutcome.allCases.map { Choice($0.rawValue, $0.title) },
          hint: "Those who reported it are told this too.", in: state)
        TextArea("close-reason", label: "Why it is closed", in: state, rows: 3)
        TextArea(
          "close-told", label: "What those who reported it are told",
          hint:
            "They read it beside their report, and in a letter where they chose a way. They are "
            + "asked how satisfied they are.", in: state, rows: 3)
        if model.supports.contains(where: \.isMissing) {
          CheckboxField(
            SupportActs.box,
            label: "Close it although somebody under 18 was offered no support",
            hint: "Needed where it ends in a warning or an order.", in: state)
        }
        SubmitButton("Close the case", style: .bad)
      }
    }
  }

  private func reason(
    _ act: CaseAct, _ title: String, _ field: String, _ label: String
  ) -> some HTML {
    Disclosure(title, isOpen: model.isOpen(act)) {
      CaseForm(model, act) {
        TextField(field, label: label, in: model.state(of: act))
        SubmitButton(title, style: .line)
      }
    }
  }
}
