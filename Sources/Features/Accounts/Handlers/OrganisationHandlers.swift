import Markup
import Access
import Design
import HTTP
import Partnership

/// Lists the bodies of the partnership and adds one.
enum OrganisationHandlers {
  static func answer(_ desk: DeskVisit) throws -> Response {
    try desk.policy.require(.listOrganisations)
    guard desk.isPost else { return try page(desk) }
    try desk.policy.require(.addOrganisation)
    do {
      let form = try OrganisationForm(desk.request.form)
      try desk.visit.write { write in
        let id = try desk.accounts.organisations.add(
          key: form.key, name: form.name, kind: form.kind, in: write)
        try desk.visit.record(
          "organisation.added", "organisation/\(id)",
          ["key": form.key, "kind": form.kind.rawValue],
          in: write)
      }
      return desk.done(.organisationAdded, at: AdminRoute.organisations.path)
    } catch let refusal as Refusal {
      return try page(desk, refusal)
    } catch AccountsProblem.organisationTaken {
      return try page(desk, Refusal("name", AccountsProblem.organisationTaken.message))
    }
  }

  private static func page(_ desk: DeskVisit, _ refusal: Refusal? = nil) throws -> Response {
    let agencies = try desk.visit.read { try desk.accounts.organisations.all($0) }
    let state = FormState(values: desk.request.form, refusal: refusal)
    return desk.page(
      "Organisations", crumbs: [Crumb("Accounts", AdminRoute.first.path)], state: state
    ) {
      OrganisationsPage(
        agencies: agencies, state: state, mayAdd: desk.policy.may(.addOrganisation),
        csrf: desk.csrf)
    }
  }
}
