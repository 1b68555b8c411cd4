import Markup
import Access
import Design
import HTTP
import Kernel
import Partnership

/// Adds an account; the one-time link with which its person chooses a password goes by email, or is
/// shown where no mail is set.
enum AddAccountHandler {
  static func answer(_ desk: DeskVisit) throws -> Response {
    try desk.policy.require(.addAccount)
    let agencies = try desk.visit.read { try desk.accounts.organisations.all($0) }
    func page(_ refusal: Refusal? = nil) -> Response {
      let state = FormState(values: desk.request.form, refusal: refusal)
      return desk.page(
        "Add an account", crumbs: [Crumb("Accounts", AdminRoute.first.path)], state: state
      ) { AddAccountPage(state: state, agencies: agencies, csrf: desk.csrf) }
    }
    guard desk.isPost else { return page() }
    do {
      let form = try AddAccountForm(desk.request.form, agencies: agencies)
      let added = try add(form.account, desk)
      return LinkMail(desk.accounts, at: desk.now).isThere
        ? desk.done(.addedAndSent, at: AdminRoute.account(added.id).path)
        : NewLink.page(desk, added.id, link: added.link)
    } catch let refusal as Refusal {
      return page(refusal)
    } catch AccountsProblem.emailTaken {
      return page(Refusal("email", AccountsProblem.emailTaken.message))
    }
  }

  private static func add(
    _ new: NewAccount, _ desk: DeskVisit
  ) throws -> (id: ID<Account>, link: String) {
    try desk.visit.write { write in
      let id = try desk.accounts.accounts.add(new, at: desk.now, in: write)
      let link = try desk.accounts.links.make(for: id, at: desk.now, in: write)
      let detail = ["role": new.role.rawValue, "organisation": new.organisation.description]
      try desk.accounts.record(
        "added", id, by: desk.actor.account, detail, at: desk.now, in: write)
      let mail = LinkMail(desk.accounts, at: desk.now)
      if mail.isThere, let account = try desk.accounts.accounts.find(id, write) {
        try mail.send(link, to: account, in: write)
      }
      return (id, link)
    }
  }
}

/// The page that shows a one-time link; it cannot be shown again.
enum NewLink {
  static func page(_ desk: DeskVisit, _ account: ID<Account>, link: String) -> Response {
    let address = desk.accounts.settings.publicURL + EntryRoute.link(token: link).path
    let crumbs = [
      Crumb("Accounts", AdminRoute.first.path), Crumb("Account", AdminRoute.account(account).path),
    ]
    return desk.page("One-time link", crumbs: crumbs) {
      NewLinkPage(address: address, account: account)
    }
  }
}
