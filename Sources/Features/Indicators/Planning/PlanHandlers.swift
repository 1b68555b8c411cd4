import Database
import Design
import Documents
import HTTP
import Kernel
import Markup
import Partnership

/// Answers the requests of the signed-in for the pages on which a plan is made and changed.
struct PlanHandlers {
  private let desk: PlanDesk
  private var visit: StaffVisit { desk.visit }

  init(visit: StaffVisit) { desk = PlanDesk(visit: visit) }

  func respond() throws -> Response? {
    let request = visit.request
    guard IndicatorPolicy.allows(.see, visit.actor),
      let route = PlanRoute(request.method, request.path, request.query)
    else { return nil }
    return request.method == .post ? try post(route) : try get(route)
  }

  private func get(_ route: PlanRoute) throws -> Response? {
    switch route {
    case .changes(let slug, let page): return try changes(slug, page)
    case .indicator(let slug, let id): return try indicator(slug, id)
    case .file(let slug, let format): return try file(slug, format)
    case .raisePriority, .raiseIndicator, .lead: return nil
    case .new: return desk.mayDefine ? try NewPlanHandlers(desk).show() : nil
    case .importing(let slug):
      return desk.mayDefine ? try PlanImportHandlers(desk, slug).show() : nil
    case .form(let slug, let task):
      return desk.mayDefine ? try PlanFormHandlers(desk, slug, task).show() : nil
    }
  }

  private func post(_ route: PlanRoute) throws -> Response? {
    guard desk.mayDefine else { return nil }
    switch route {
    case .new: return try NewPlanHandlers(desk).add()
    case .importing(let slug): return try PlanImportHandlers(desk, slug).act()
    case .form(let slug, let task): return try PlanFormHandlers(desk, slug, task).act()
    case .raisePriority(let slug, let id):
      return try raise(slug) { plan, editor, write in
        guard let priority = try desk.priority(id, of: plan, in: write) else { return false }
        try editor.raise(priority, in: write)
        return true
      }
    case .raiseIndicator(let slug, let id):
      return try raise(slug) { plan, editor, write in
        guard let member = try desk.member(id, of: plan, in: write) else { return false }
        try editor.raise(member, in: write)
        return true
      }
    case .lead(let slug, let id): return try LeadHandlers(desk).appoint(slug, id)
    case .changes, .indicator, .file: return nil
    }
  }

  /// Moves something up; the order says nothing of meaning, so that no reason is asked for.
  private func raise(
    _ slug: String, _ body: (Plan, inout PlanEditor, Write) throws -> Bool
  ) throws -> Response? {
    let isDone = try visit.write { write -> Bool in
      try PlanStore.hold(slug, in: write)
      guard let plan = try desk.plan(slug, in: write) else { return false }
      var editor = desk.editor(plan, reason: "Put in order")
      guard try body(plan, &editor, write) else { return false }
      try desk.noting.changed(editor, in: write)
      return true
    }
    return isDone
      ? visit.redirect(to: IndicatorRoute.plan(slug).path, saying: "The order is changed") : nil
  }

  private func changes(_ slug: String, _ page: Int) throws -> Response? {
    let found = try visit.read { read -> PlanChangesPage? in
      guard let plan = try PlanStore.find(slug, in: read) else { return nil }
      let count = try PlanChangeStore.count(of: plan.id, in: read)
      return PlanChangesPage(
        plan: plan, changes: try PlanChangeStore.page(page, of: plan.id, in: read), page: page,
        pages: max(1, (count + PlanChangeStore.pageSize - 1) / PlanChangeStore.pageSize))
    }
    return found.map { found in
      visit.page("Changes of \(found.plan.title)", crumbs: PlanCrumbs.of(found.plan)) { found }
    }
  }

  private func indicator(_ slug: String, _ id: ID<PlanIndicator>) throws -> Response? {
    let found = try visit.read { read -> PlanMember? in
      guard let plan = try PlanStore.find(slug, in: read),
        let member = try desk.member(id, of: plan, in: read)
      else { return nil }
      return try PlanMember(
        plan, member, measures: visit.services.measures, today: desk.today, in: read)
    }
    guard let found else { return nil }
    return visit.page("\(found.member.title) in the plan", crumbs: PlanCrumbs.of(found.plan)) {
      PlanMemberPage(
        model: found, mayChange: desk.mayDefine && found.plan.isOpen, csrf: visit.frame.csrf)
    }
  }

  private func file(_ slug: String, _ format: IndicatorRoute.Format) throws -> Response? {
    guard IndicatorPolicy.allows(.export, visit.actor) else { return nil }
    let sheet = try visit.read { read in
      try PlanStore.find(slug, in: read).map {
        try PlanSheet($0, agencies: visit.services.people.agencies(read), in: read)
      }
    }
    guard let sheet else { return nil }
    let name = "\(slug)-plan.\(format.rawValue)"
    switch format {
    case .csv: return .download(sheet.csv, type: "text/csv; charset=utf-8", name: name)
    case .xlsx:
      return .download(
        try sheet.workbook.bytes(), type: DashboardSheet.workbookType, name: name)
    }
  }
}
