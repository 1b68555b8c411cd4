internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of hotspots.
enum HotspotHandlers {
  static func answer(_ visit: StaffVisit) throws -> Response? {
    let request = visit.request
    guard let route = HotspotRoute(request.method, request.path, request.query) else { return nil }
    try HotspotPolicy.require(.see, visit.actor)
    switch (route, request.method == .post) {
    case (.map(let filter), false): return try MapHandlers.page(visit, filter)
    case (.geoJSON(let filter), false): return try MapHandlers.download(visit, filter)
    case (.runs(let page), false): return try RunHandlers.list(visit, page: page)
    case (.runs, true): return try RunHandlers.keep(visit)
    case (.run(let id), false): return try RunHandlers.show(visit, id)
    case (.runGeoJSON(let id), false): return try RunHandlers.download(visit, id)
    case (.job(let id), false): return try RunHandlers.job(visit, id)
    case (.wards(let filter), false): return try WardHandlers.page(visit, filter)
    case (.harm, false): return try HarmHandlers.page(visit, nil)
    case (.harm, true): return try HarmHandlers.add(visit)
    default: return nil
    }
  }

  static let crumbs = [Crumb("Hotspots", HotspotRoute.map(HotspotFilter()).path)]

  /// What there is to ask of the source a filter names, or of the first; `nil` without events.
  static func question(
    _ visit: StaffVisit, _ filter: HotspotFilter, _ read: Read
  ) throws -> HotspotQuestion? {
    let reader = HotspotReader(services: visit.services)
    guard let source = try reader.source(filter["source"], read) ?? reader.source(nil, read)
    else { return nil }
    return try reader.question(source, read)
  }

  /// The page where there is nothing to ask of.
  static func nothing(_ visit: StaffVisit, _ title: String) -> Response {
    visit.page(title) {
      PageHead(title)
      HotspotLinks()
      Notice(.warn) { p { HotspotProblem.noEvents.message } }
    }
  }
}
