import Access
import Design
import Kernel
import Markup
import Partnership

/// Adding an account.
struct AddAccountPage: HTML {
  let state: FormState
  let agencies: [Agency]
  let csrf: String

  var body: some HTML {
    PageHead("Add an account")
    PostForm(to: AdminRoute.add.path, csrf: csrf) {
      TextField("name", label: "Name", in: state, width: .w20, autocomplete: "off")
      TextField(
        "email", label: "Email address", hint: "The person signs in with it.", in: state,
        width: .w20, type: .email, autocomplete: "off")
      RoleFields(agencies: agencies, state: state)
      SubmitButton("Add the account")
    }
  }
}

/// Organisation and role.
struct RoleFields: HTML {
  let agencies: [Agency]
  let state: FormState

  var body: some HTML {
    SelectField(
      "organisation", label: "Organisation",
      choices: agencies.map { Choice($0.id.description, $0.name) },
      empty: "Choose an organisation", in: state)
    SelectField(
      "role", label: "Role", choices: Role.all.map { Choice($0.rawValue, $0.title) },
      empty: "Choose a role", in: state)
  }
}

/// A one-time link, shown once to the administrator who made it.
struct NewLinkPage: HTML {
  let address: String
  let account: ID<Account>

  var body: some HTML {
    PageHead("One-time link")
    Notice(.warn) { p { "This link is shown only now. Hand it to the person yourself." } }
    p { code { address } }
    p { "It works once, within \(Int(LinkStore.hours)) hours, to choose a password." }
    LinkButton("Back to the account", to: AdminRoute.account(account).path)
  }
}
