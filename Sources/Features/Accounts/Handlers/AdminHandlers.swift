import Markup
import Access
import Database
import Design
import HTTP
import Kernel
import Partnership

/// Answers the administrator's pages; a page that is not the visitor's to see does not exist.
enum AdminHandlers {
  static func answer(_ visit: StaffVisit) throws -> Response? {
    let request = visit.request
    guard let route = AdminRoute(request.method, request.path, request.query) else { return nil }
    let desk = DeskVisit(visit)
    switch route {
    case .accounts(let page, let order): return try list(desk, page, order)
    case .add: return try AddAccountHandler.answer(desk)
    case .account(let id): return try show(desk, id)
    case .organisations: return try OrganisationHandlers.answer(desk)
    case .audit(let query): return try AuditHandler.answer(desk, query)
    case .change, .state, .link, .removeSecondFactor:
      guard desk.isPost else { return nil }
      return try AccountChanges.answer(desk, route)
    }
  }

  private static func list(_ desk: DeskVisit, _ page: Int, _ order: AccountOrder) throws -> Response
  {
    try desk.policy.require(.listAccounts)
    let model = try desk.visit.read { read in
      AccountListModel(
        lines: try desk.accounts.accounts.page(page, by: order, read), order: order, page: page,
        count: try desk.accounts.accounts.count(read), mayAdd: desk.policy.may(.addAccount))
    }
    try desk.viewed("account.listed", "account")
    return desk.page("Accounts") { AccountListPage(model: model) }
  }

  static func show(
    _ desk: DeskVisit, _ id: ID<Account>, refusal: Refusal? = nil, status: Int? = nil
  ) throws -> Response {
    try desk.policy.require(.listAccounts)
    let model = try desk.visit.read { read -> AccountModel in
      guard let account = try desk.accounts.accounts.find(id, read) else {
        throw AccountsProblem.notFound
      }
      return AccountModel(
        account: account, agencies: try desk.accounts.organisations.all(read),
        mayChange: desk.policy.mayChange(id), mayLink: desk.policy.may(.makeLink),
        hasMail: LinkMail(desk.accounts, at: desk.now).isThere,
        csrf: desk.csrf, refusal: refusal)
    }
    try desk.viewed("account.viewed", AccountRecord.subject(id))
    return desk.page(
      "Account", crumbs: [Crumb("Accounts", AdminRoute.first.path)],
      state: FormState(refusal: refusal), status: status
    ) { AccountPage(model: model) }
  }
}
