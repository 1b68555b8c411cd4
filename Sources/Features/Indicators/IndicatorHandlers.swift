import Database
import Design
import Documents
import HTTP
import Kernel
import Markup
import Partnership

/// Answers the pages of plans and indicators; reads everything of a page in one transaction.
enum IndicatorHandlers {
  static func answer(_ visit: StaffVisit) throws -> Response? {
    guard IndicatorPolicy.allows(.see, visit.actor),
      let route = IndicatorRoute(visit.request.method, visit.request.path, visit.request.query)
    else { return nil }
    if let typed = visit.request.query["period"], !typed.isEmpty, Period(reported: typed) == nil {
      throw IndicatorProblem.unknownPeriod
    }
    switch route {
    case .dashboard(let filter): return try dashboard(filter, visit)
    case .export(let filter, let format): return try export(filter, format, visit)
    case .indicator(let id, let view): return try indicator(id, view, visit)
    case .plans(let page): return try plans(page, visit)
    case .plan(let slug): return try plan(slug, visit)
    }
  }

  private static func loader(_ visit: StaffVisit) -> DashboardLoader {
    DashboardLoader(measures: visit.services.measures, today: London.day(visit.now))
  }

  /// The dashboard a filter names, or of the plan in force; `nil` where there is no such plan.
  private static func found(
    _ filter: DashboardFilter, _ visit: StaffVisit, in read: Read
  ) throws -> Dashboard? {
    let plan =
      try filter.plan.map { try PlanStore.find($0, in: read) }
      ?? PlanStore.current(on: London.day(visit.now), in: read)
    // Whoever chooses another plan comes with a period of the last one.
    return try plan.map { plan in
      try loader(visit).dashboard(
        plan, filter.period.flatMap { plan.covers($0) ? $0 : nil }, in: read)
    }
  }

  private static func dashboard(
    _ filter: DashboardFilter, _ visit: StaffVisit
  ) throws -> Response? {
    let page = try visit.read { read -> DashboardPage? in
      guard let dashboard = try found(filter, visit, in: read) else { return nil }
      return DashboardPage(
        dashboard: dashboard, filter: filter, plans: try PlanStore.page(1, in: read))
    }
    guard let page else { return filter.plan == nil ? noPlan(visit) : nil }
    return visit.page("Performance, \(page.dashboard.period.words)") { page }
  }

  private static func noPlan(_ visit: StaffVisit) -> Response {
    visit.page("Performance") {
      NoPlanPage(title: "How we are doing", mayDefine: PlanDesk(visit: visit).mayDefine)
    }
  }

  private static func export(
    _ filter: DashboardFilter, _ format: IndicatorRoute.Format, _ visit: StaffVisit
  ) throws -> Response? {
    guard IndicatorPolicy.allows(.export, visit.actor),
      let dashboard = try visit.read({ read in
        try found(filter, visit, in: read)
      })
    else { return nil }
    let sheet = DashboardSheet(dashboard)
    let name = "\(dashboard.plan.slug)-\(dashboard.period.slug).\(format.rawValue)"
    switch format {
    case .csv: return .download(sheet.csv, type: "text/csv; charset=utf-8", name: name)
    case .xlsx:
      return .download(
        try sheet.workbook(dashboard).bytes(), type: DashboardSheet.workbookType, name: name)
    }
  }

  private static func indicator(
    _ id: ID<Indicator>, _ view: IndicatorView, _ visit: StaffVisit
  ) throws -> Response? {
    let loader = loader(visit)
    guard let detail = try visit.read({ try loader.detail(id, view, in: $0) }) else { return nil }
    let filter = DashboardFilter(plan: detail.plan.slug, period: detail.period)
    let crumbs = [
      Crumb("Performance", IndicatorRoute.dashboard(filter).path),
      Crumb(detail.plan.title, IndicatorRoute.plan(detail.plan.slug).path),
    ]
    return visit.page(detail.row.member.title, crumbs: crumbs) { IndicatorPage(detail: detail) }
  }

  private static func plans(_ page: Int, _ visit: StaffVisit) throws -> Response? {
    let (plans, count) = try visit.read { read in
      (try PlanStore.page(page, in: read), try PlanStore.count(in: read))
    }
    let pages = max(1, (count + PlanStore.pageSize - 1) / PlanStore.pageSize)
    return visit.page("Plans") {
      PlanListPage(
        plans: plans, page: page, pages: pages, mayDefine: PlanDesk(visit: visit).mayDefine)
    }
  }

  private static func plan(_ slug: String, _ visit: StaffVisit) throws -> Response? {
    let page = try visit.read { read -> PlanPage? in
      guard let plan = try PlanStore.find(slug, in: read) else { return nil }
      let model = try PlanModel(plan, in: read)
      return PlanPage(
        model: model, rights: try PlanRights(PlanDesk(visit: visit), model, in: read))
    }
    guard let page else { return nil }
    return visit.page(page.model.plan.title, crumbs: [PlanCrumbs.plans]) { page }
  }
}
