internal import Design
internal import Kernel
internal import Markup

/// Actions sent to mailboxes as links, and how each stands.
struct CaseLinks: HTML {
  let model: CaseModel

  private var open: [CaseAction] { model.actions.filter { $0.doneAt == nil } }

  var body: some HTML {
    if !model.partners.links.isEmpty {
      DataTable(
        caption: "Sent as a link",
        columns: [.text("Action"), .text("Sent"), .text("State")],
        rows: model.partners.links.map(row))
    }
    if model.file.state != .closed, !open.isEmpty {
      let state = model.state(of: .link, [("link-days", "7")])
      Disclosure("Send an action as a link", isOpen: model.isOpen(.link)) {
        if model.partners.hasMail {
          CaseForm(model, .link) {
            p(.class("quiet")) {
              "For an organisation without accounts here. Its reader sees the action and its day, "
              "nothing else of the case."
            }
            SelectField(
              "linked", label: "Which action",
              choices: open.map { action in
                Choice(
                  action.id.description,
                  "\(model.agency(action.organisation)): "
                    + action.task.reveal(for: "page of the case"))
              }, empty: "Choose an action", in: state)
            TextField(
              "mailbox", label: "Mailbox of one person or team",
              hint: "The link and each code go there and nowhere else.", in: state, type: .email,
              autocomplete: "off")
            SelectField(
              "link-days", label: "For how long the link works",
              choices: LinkRule.days.map { Choice(String($0), "\($0) days") }, in: state)
            SubmitButton("Send the link", style: .line)
          }
        } else {
          p { "No mail server is set, so no link can be sent." }
        }
      }
    }
  }

  private func row(_ link: CaseLink) -> DataTable.Row {
    let task = model.actions.first { $0.id == link.action }?.task
    return [
      .text(task?.reveal(for: "page of the case") ?? "An action"),
      .html {
        model.agency(link.organisation)
        br()
        span(.class("small quiet")) {
          "\(link.mailbox.reveal(for: "page of the case")), \(London.words(link.madeAt))"
        }
      },
      .html {
        switch link.state(at: model.now) {
        case .open: StateMark(.warn, "Until \(last(link))")
        case .locked: StateMark(.bad, "Too many codes: send it anew")
        case .answered(let moment): StateMark(.good, "Answered \(London.day(moment).words)")
        case .ended: StateMark(.none, "Taken back")
        case .expired: StateMark(.bad, "Not answered by \(last(link))")
        }
        if link.state(at: model.now) == .open {
          CaseForm(model, .linkEnd) {
            SubmitButton("Take it back", style: .small, name: "link", value: link.id.description)
          }
        }
      },
    ]
  }

  private func last(_ link: CaseLink) -> String {
    London.day(link.expiresAt).adding(days: -1).words
  }
}
