internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Actions sent to mailboxes as links, and how each stands.
struct CaseLinks: HTML {
  let model: CaseModel

  private var open: [CaseAction] { model.actions.filter { $0.doneAt == nil } }
  private var links: [CaseLink] { model.partners.links.filter { $0.asks.action != nil } }

  var body: some HTML {
    if !links.isEmpty {
      DataTable(
        caption: "Sent as a link",
        columns: [.text("Action"), .text("Sent"), .text("State")], rows: links.map(row))
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
            ActionTellingFields(choices: model.partners.choices, state: state)
            SubmitButton("Send the link", style: .line)
          }
        } else {
          p { "No mail server is set, so no link can be sent." }
        }
      }
    }
  }

  private func row(_ link: CaseLink) -> DataTable.Row {
    let task = model.actions.first { $0.id == link.asks.action }?.task
    return [
      .text(task?.reveal(for: "page of the case") ?? "An action"),
      .html { LinkSent(link: link, model: model) },
      .html { LinkState(link: link, model: model) },
    ]
  }
}

/// To whom a link went, and when.
struct LinkSent: HTML {
  let link: CaseLink
  let model: CaseModel

  var body: some HTML {
    model.agency(link.shared.organisation)
    br()
    span(.class("small quiet")) {
      "\(link.shared.mailbox.reveal(for: "page of the case")), \(London.words(link.shared.madeAt))"
    }
  }
}

/// How a link stands, with the button that takes it back.
struct LinkState: HTML {
  let link: CaseLink
  let model: CaseModel

  var body: some HTML {
    switch link.shared.state(at: model.now) {
    case .open: StateMark(.warn, "Until \(last)")
    case .locked: StateMark(.bad, "Too many codes: send it anew")
    case .answered(let moment): StateMark(.good, "Answered \(London.day(moment).words)")
    case .ended: StateMark(.none, "Taken back")
    case .expired: StateMark(.bad, "Not answered by \(last)")
    }
    if link.shared.state(at: model.now) == .open {
      CaseForm(model, .linkEnd) {
        SubmitButton("Take it back", style: .small, name: "link", value: link.shared.id.description)
      }
    }
  }

  private var last: String { London.day(link.shared.expiresAt).adding(days: -1).words }
}
