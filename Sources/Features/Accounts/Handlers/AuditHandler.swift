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
    let model = try desk.visit.read { read in
      let page = try desk.accounts.audit.page(
        query.filter, before: query.before, limit: pageSize, read)
      return AuditModel(
        entries: page.entries, names: try names(page.entries, desk, read), query: query,
        hasOlder: page.hasOlder)
    }
    try desk.viewed("audit.read", "audit")
    return desk.page("Audit trail", crumbs: [Crumb("Accounts", AdminRoute.first.path)]) {
      AuditPage(model: model)
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
