import Design
import Markup
import Partnership

/// The bodies of the partnership, and adding one.
struct OrganisationsPage: HTML {
  let agencies: [Agency]
  let state: FormState
  let mayAdd: Bool
  let csrf: String

  var body: some HTML {
    PageHead("Organisations")
    DataTable(
      caption: "Organisations", hidesCaption: true,
      columns: [.text("Name"), .text("Kind"), .text("Short word")],
      rows: agencies.map { [.text($0.name), .text($0.kind.title), .text($0.key)] })
    if mayAdd {
      AddOrganisation(state: state, csrf: csrf)
    }
  }
}

private struct AddOrganisation: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    div(.class("mt5")) {
      Sheet("Add an organisation") {
        PostForm(to: AdminRoute.organisations.path, csrf: csrf) {
          TextField("name", label: "Name", in: state, width: .w20)
          TextField(
            "key", label: "Short word", hint: "For paths and the command line, such as police.",
            in: state, width: .w8)
          SelectField(
            "kind", label: "Kind",
            choices: AgencyKind.allCases.map { Choice($0.rawValue, $0.title) },
            empty: "Choose a kind", in: state)
          SubmitButton("Add the organisation")
        }
      }
    }
  }
}
