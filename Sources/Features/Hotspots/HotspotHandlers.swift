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
    guard request.method != .post,
      let route = HotspotRoute(request.method, request.path, request.query)
    else { return nil }
    try HotspotPolicy.require(.see, visit.actor)
    return switch route {
    case .map(let filter): try page(visit, filter)
    case .geoJSON(let filter): try download(visit, filter)
    }
  }

  private static func page(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    let model = try visit.read { read in try self.model(visit, filter, read) }
    guard let model else {
      return visit.page("Hotspots") {
        PageHead("Hotspots")
        Notice(.warn) { p { HotspotProblem.noEvents.message } }
      }
    }
    let refusal = model.state.refusal
    let page = Page(frame: visit.frame, title: "Hotspots", refusal: refusal) {
      ErrorSummary(refusal)
      HotspotPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private static func model(
    _ visit: StaffVisit, _ filter: HotspotFilter, _ read: Read
  ) throws -> HotspotModel? {
    let reader = HotspotReader(services: visit.services)
    guard let source = try reader.source(filter["source"], read) ?? reader.source(nil, read),
      let (usual, span) = try reader.usual(source, read)
    else { return nil }
    let categories = try source.categories(read)
    var (map, refusal, problem): (HotspotMap?, Refusal?, String?) = (nil, nil, nil)
    do {
      let asked = try filter.parameters(usual, source, categories: categories)
      map = try reader.map(asked, source, read)
    } catch let error as Refusal {
      refusal = error
    } catch let error as HotspotProblem {
      problem = error.message
    }
    return HotspotModel(
      sources: try visit.services.events(read), source: source, categories: categories,
      state: FormState(values: filter.filled(with: usual), refusal: refusal), span: span, map: map,
      area: try reader.area(read), problem: problem, today: London.day(visit.now))
  }

  private static func download(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    let reader = HotspotReader(services: visit.services)
    let map = try visit.read { read -> HotspotMap in
      guard let source = try reader.source(filter["source"], read),
        let (usual, _) = try reader.usual(source, read)
      else { throw HotspotProblem.notFound }
      let categories = try source.categories(read)
      return try reader.map(
        try filter.parameters(usual, source, categories: categories), source, read)
    }
    return .download(
      try map.geoJSON(), type: "application/geo+json",
      name: "hotspots-\(map.parameters.months.upperBound).geojson")
  }
}
