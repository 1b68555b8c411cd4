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
    case (.hours(let filter), false): return try HourHandlers.page(visit, filter)
    case (.nearRepeats(let filter), false): return try NearRepeatHandlers.page(visit, filter)
    case (.names, false): return try NamedHandlers.list(visit)
    case (.names, true): return try NamedHandlers.name(visit)
    case (.named(let edition, let code, let filter), false):
      return try NamedHandlers.show(visit, edition, code, filter)
    case (.interventions(let page), false):
      return try InterventionHandlers.list(visit, page: page)
    case (.interventions, true): return try InterventionHandlers.state(visit)
    case (.newIntervention, false): return try InterventionHandlers.form(visit)
    case (.intervention(let id), false): return try InterventionHandlers.show(visit, id)
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

  /// A page below the map, with what was refused of its form.
  static func page(
    _ visit: StaffVisit, _ title: String, _ refusal: Refusal?, crumbs: [Crumb] = crumbs,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let page = Page(frame: visit.frame, title: title, crumbs: crumbs, refusal: refusal) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: refusal == nil ? 200 : 422)
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
