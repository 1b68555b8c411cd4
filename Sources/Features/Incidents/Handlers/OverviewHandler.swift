internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of incidents.
enum OverviewHandler {
  /// Months shown where none were asked for.
  private static let usualMonths = 36

  static func answer(_ visit: StaffVisit, _ filter: IncidentFilter) throws -> Response {
    var refusal: Refusal?
    var months: (from: Month?, to: Month?) = (nil, nil)
    do { months = try filter.months() } catch { refusal = error }
    let state = FormState(values: filter.fields, refusal: refusal)
    let model = try visit.read { read in
      try self.model(visit, filter, months, state, read)
    }
    let page = Page(frame: visit.frame, title: "Incidents", refusal: refusal) {
      ErrorSummary(refusal)
      OverviewPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private static func model(
    _ visit: StaffVisit, _ filter: IncidentFilter, _ months: (from: Month?, to: Month?),
    _ state: FormState, _ read: Read
  ) throws -> OverviewModel {
    let setting = try AreaStore.area(read)
    let area = filter.force.isEmpty ? setting : IncidentArea(forces: [filter.force], lsoas: [])
    let latest = try OverviewStore.latest(area, in: read)
    var query = CountQuery(by: [], from: months.from, to: months.to)
    query.category = filter.category.isEmpty ? nil : filter.category
    query.area = area
    if query.from == nil, let latest {
      query.from = (query.to ?? latest.month).adding(months: 1 - usualMonths)
    }
    return OverviewModel(
      filter: filter, state: state, forces: try OverviewStore.forces(read),
      categories: Array(CrimeCategory.known.prefix(14)), areaWords: area?.words ?? "",
      lines: try OverviewStore.lines(query, in: read),
      kinds: try latest.map { try OverviewStore.kinds($0.month, area, in: read) } ?? [],
      latest: latest, today: London.day(visit.now),
      mayImport: IncidentPolicy.may(.importFiles, visit.actor),
      maySeePublicLog: IncidentPolicy.may(.seePublicLog, visit.actor))
  }
}
