import Access
import Database
import HTTP
import Kernel
import Partnership

/// Changes to one account by an administrator; each writes its row of the audit trail.
enum AccountChanges {
  static func answer(_ desk: DeskVisit, _ route: AdminRoute) throws -> Response? {
    switch route {
    case .change(let id): return try change(desk, id)
    case .state(let id): return try setState(desk, id)
    case .link(let id): return try link(desk, id)
    case .removeSecondFactor(let id): return try removeSecondFactor(desk, id)
    default: return nil
    }
  }

  private static func change(_ desk: DeskVisit, _ id: ID<Account>) throws -> Response {
    try desk.policy.require(.changeAccount)
    guard desk.policy.mayChange(id) else { throw AccountsProblem.yourself }
    let agencies = try desk.visit.read { try desk.accounts.organisations.all($0) }
    let form: ChangeAccountForm
    do { form = try ChangeAccountForm(desk.request.form, agencies: agencies) } catch {
      return try AdminHandlers.show(desk, id, refusal: error)
    }
    do {
      try desk.visit.write { write in
        try desk.accounts.accounts.change(
          id, role: form.role, organisation: form.organisation, version: form.version, in: write)
        let detail = ["role": form.role.rawValue, "organisation": form.organisation.description]
        try record("changed", id, detail, desk, write)
      }
      return desk.done(.changed, at: AdminRoute.account(id).path)
    } catch DatabaseError.stale {
      let agency = agencies.first { $0.id == form.organisation }?.name ?? "none"
      return try stale(desk, id, chosen: "the role \(form.role.title) and \(agency)")
    }
  }

  private static func setState(_ desk: DeskVisit, _ id: ID<Account>) throws -> Response {
    try desk.policy.require(.disableAccount)
    guard desk.policy.mayChange(id) else { throw AccountsProblem.yourself }
    let form = desk.request.form
    guard let state = AccountState(rawValue: form["state"] ?? ""),
      let version = Int(form["version"] ?? "")
    else { throw AccountsProblem.forged }
    do {
      try desk.visit.write { write in
        try desk.accounts.accounts.set(state, of: id, version: version, in: write)
        if state == .disabled {
          try desk.accounts.sessions.endAll(of: id, at: desk.now, in: write)
          try desk.accounts.links.cancel(for: id, at: desk.now, in: write)
        }
        try record(state == .disabled ? "disabled" : "enabled", id, [:], desk, write)
      }
      let done: Done = state == .disabled ? .disabled : .enabled
      return desk.done(done, at: AdminRoute.account(id).path)
    } catch DatabaseError.stale {
      return try stale(desk, id, chosen: "the state \(state.title)")
    }
  }

  private static func link(_ desk: DeskVisit, _ id: ID<Account>) throws -> Response {
    try desk.policy.require(.makeLink)
    let mail = LinkMail(desk.accounts, at: desk.now)
    let isSent = desk.request.form["way"] == "email" && mail.isThere
    let link = try desk.visit.write { write in
      guard let account = try desk.accounts.accounts.find(id, write) else {
        throw AccountsProblem.notFound
      }
      guard account.state == .active else { throw AccountsProblem.disabled }
      let link = try desk.accounts.links.make(for: id, at: desk.now, in: write)
      try record("link-made", id, ["way": isSent ? "email" : "shown"], desk, write)
      if isSent { try mail.send(link, to: account, in: write) }
      return link
    }
    return isSent
      ? desk.done(.linkSent, at: AdminRoute.account(id).path)
      : NewLink.page(desk, id, link: link)
  }

  private static func removeSecondFactor(_ desk: DeskVisit, _ id: ID<Account>) throws -> Response {
    try desk.policy.require(.removeSecondFactor)
    try desk.visit.write { write in
      guard try desk.accounts.accounts.find(id, write) != nil else {
        throw AccountsProblem.notFound
      }
      try desk.accounts.factors.remove(from: id, in: write)
      try record("second-factor-removed", id, [:], desk, write)
    }
    return desk.done(.secondFactorRemoved, at: AdminRoute.account(id).path)
  }

  /// Shows both: what was chosen, in the message, and what another administrator made of it.
  private static func stale(
    _ desk: DeskVisit, _ id: ID<Account>, chosen: String
  ) throws -> Response {
    let words =
      "Somebody else changed this account. You chose \(chosen). It is shown as it is now: choose again"
    return try AdminHandlers.show(desk, id, refusal: Refusal("role", words), status: 409)
  }

  private static func record(
    _ action: String, _ id: ID<Account>, _ detail: [String: String], _ desk: DeskVisit,
    _ write: Write
  ) throws {
    try desk.accounts.record(
      action, id, by: desk.actor.account, detail, at: desk.now, in: write)
  }
}
