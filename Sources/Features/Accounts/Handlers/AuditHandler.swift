import Partnership
import Markup
import Access
import Database
import Design
import HTTP
import Kernel

/// Shows the audit trail, page by page, the newest rows first.
enum AuditHandler {
  private static let pageSize = 50

  static func answer(_ desk: DeskVisit, _ query: AuditQuery) throws -> Response {
    try desk.policy.require(.readAudit)
    let typed = desk.visit.request.query
    let refusal = AuditQuery.refusal(of: typed)
    let state = FormState(values: refusal == nil ? query.fields : typed, refusal: refusal)
    let model = try desk.visit.read { read in
      let page = try desk.accounts.audit.page(
        query.filter, before: query.before, limit: pageSize, read)
      return AuditModel(
        entries: page.entries, names: try names(page.entries, desk, read),
        actions: desk.visit.services.actions, query: query, hasOlder: page.hasOlder)
    }
    try desk.viewed("audit.read", "audit")
    let crumbs = [Crumb("Accounts", AdminRoute.first.path)]
    return desk.page("Audit trail", crumbs: crumbs, state: state) {
      AuditPage(model: model, state: state)
    }
  }

  private static func names(
    _ entries: [AuditEntry], _ desk: DeskVisit, _ read: Read
  ) throws -> [ID<Account>: Sensitive<String>] {
    var names: [ID<Account>: Sensitive<String>] = [:]
    for id in Set(entries.compactMap(\.actor)) {
      names[id] = try desk.accounts.accounts.find(id, read)?.name
    }
    return names
  }
}
