internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The mailboxes of organisations without accounts, and the form that names one.
struct MailboxSheet: HTML {
  let model: MembersModel
  let path: String

  var body: some HTML {
    Sheet("Mailboxes", id: "mailboxes") {
      p {
        "An organisation without accounts is asked by a link. Link and code go to the mailbox named here "
        "and nowhere else. Ask by telephone before you name one."
      }
      DataTable(
        caption: "Mailboxes", hidesCaption: true,
        columns: [.text("Organisation"), .text("Mailbox")],
        rows: model.mailboxes.map { mailbox in
          [
            .text(model.names.body(mailbox.organisation)),
            .text(mailbox.address.reveal(for: "who sits in a conference")),
          ]
        }, empty: "None is named yet.")
      PostForm(to: path, csrf: model.csrf) {
        SelectField(
          "mailbox-body", label: "Organisation with a mailbox",
          choices: model.bodies.map { Choice($0.id.description, $0.name) }, empty: "Choose",
          in: model.state)
        TextField(
          "mailbox", label: "Its mailbox", hint: "Of one person or team; empty to take it away",
          in: model.state, type: .email, autocomplete: "off")
        SubmitButton("Name the mailbox", style: .line, name: "act", value: "mailbox")
      }
    }
  }
}
