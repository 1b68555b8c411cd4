import HTTP
import Kernel

/// The pages of plans and indicators.
enum IndicatorRoute: Route {
  case dashboard(DashboardFilter)
  case export(DashboardFilter, Format)
  case indicator(ID<Indicator>, IndicatorView)
  case plans(page: Int)
  case plan(String)

  /// What a dashboard can be taken out as.
  enum Format: String, Sendable, CaseIterable {
    case csv, xlsx
  }

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard method != .post, let first = path.first else { return nil }
    switch (first, path.count) {
    case ("indicators", 1): self = .dashboard(DashboardFilter(query))
    case ("indicators", 2):
      let parts = path[1].split(separator: ".", omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == "dashboard", let format = Format(rawValue: String(parts[1]))
      {
        self = .export(DashboardFilter(query), format)
      } else if let id = ID<Indicator>(path[1]) {
        self = .indicator(id, IndicatorView(query))
      } else {
        return nil
      }
    case ("plans", 1): self = .plans(page: pageNumber(query))
    case ("plans", 2): self = .plan(path[1])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .dashboard(let filter): Path("indicators").with(filter.fields).text
    case .export(let filter, let format):
      Path("indicators", "dashboard.\(format.rawValue)").with(filter.fields).text
    case .indicator(let id, let view): Path("indicators", id.description).with(view.fields).text
    case .plans(let page): Path("plans").with(page == 1 ? [] : [("page", String(page))]).text
    case .plan(let slug): Path("plans", slug).text
    }
  }
}

/// What part of which dashboard is shown; all of it stands in the address.
struct DashboardFilter: Hashable, Sendable {
  /// The plan; the current one where none is named.
  var plan: String?
  /// The period; the latest quarter that is over where none is named.
  var period: Period?
  /// The code of one priority.
  var priority: String?
  /// One state as shown.
  var state: RatingState?

  init(
    plan: String? = nil, period: Period? = nil, priority: String? = nil, state: RatingState? = nil
  ) {
    self.plan = plan
    self.period = period
    self.priority = priority
    self.state = state
  }

  init(_ query: Fields) {
    plan = query["plan"].flatMap { $0.isEmpty ? nil : $0 }
    period = query["period"].flatMap { Period(reported: $0) }
    priority = query["priority"].flatMap { $0.isEmpty ? nil : $0 }
    state = query["state"].flatMap { RatingState(rawValue: $0) }
  }

  var fields: Fields {
    Fields(
      [
        ("plan", plan), ("period", period?.description), ("priority", priority),
        ("state", state?.rawValue),
      ].compactMap { name, value in value.map { (name, $0) } })
  }

  /// The rows of a dashboard that are to be shown.
  func applied(to dashboard: Dashboard) -> [Dashboard.Group] {
    dashboard.groups.compactMap { group in
      guard priority == nil || priority == group.priority.code else { return nil }
      let rows = group.rows.filter { state == nil || $0.shown == state }
      return rows.isEmpty ? nil : Dashboard.Group(priority: group.priority, rows: rows)
    }
  }
}

/// In which plan and period an indicator is looked at.
struct IndicatorView: Hashable, Sendable {
  var plan: String?
  var period: Period?
  /// The page of its figures.
  var page = 1

  init(plan: String? = nil, period: Period? = nil, page: Int = 1) {
    self.plan = plan
    self.period = period
    self.page = page
  }

  init(_ query: Fields) {
    plan = query["plan"].flatMap { $0.isEmpty ? nil : $0 }
    period = query["period"].flatMap { Period(reported: $0) }
    page = pageNumber(query)
  }

  var fields: Fields {
    Fields(
      [
        ("plan", plan), ("period", period?.description),
        ("page", page == 1 ? nil : String(page)),
      ].compactMap { name, value in value.map { (name, $0) } })
  }
}

/// The page of a list a query asks for, from 1 to more than any list has.
func pageNumber(_ query: Fields) -> Int {
  min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000)
}
