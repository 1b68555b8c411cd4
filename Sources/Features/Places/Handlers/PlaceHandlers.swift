internal import Database
internal import Design
internal import Geography
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of places.
enum PlaceHandlers {
  static let crumbs = [Crumb("Places", PlaceRoute.overview.path)]
  /// Rows of a table shown on one page.
  static let onPage = 50

  static func answer(_ visit: StaffVisit) throws -> Response? {
    let request = visit.request
    guard let route = PlaceRoute(request.method, request.path, request.query) else { return nil }
    if request.method == .post, case .add = route {} else if request.method == .post { return nil }
    try PlacePolicy.require(.see, visit.actor)
    return switch route {
    case .overview: try overview(visit)
    case .edition(let kind, let year, let page): try AreaHandlers.edition(visit, kind, year, page)
    case .area(let kind, let year, let code): try AreaHandlers.area(visit, kind, year, code)
    case .lookup(let query, let page): try AreaHandlers.lookup(visit, query, page)
    case .search(let text): try search(visit, text)
    case .add: try PlaceUpload.answer(visit)
    case .job(let id): try PlaceUpload.job(visit, id)
    }
  }

  private static func overview(_ visit: StaffVisit) throws -> Response {
    let model = try visit.read { read in
      OverviewModel(
        files: try AreaStore.files(read), counts: try PlaceCounts.read(read),
        mayImport: PlacePolicy.may(.importFiles, visit.actor))
    }
    return visit.page("Places") { OverviewPage(model: model) }
  }

  private static func search(_ visit: StaffVisit, _ text: String) throws -> Response {
    let typed = String(text.prefix(100))
    let model = try visit.read { read -> SearchModel in
      let found = try PlaceSearch.find(typed, read)
      // A whole postcode is asked for what is around it.
      let place = try Postcode(typed).flatMap { try PlaceSearch.place(of: $0, read) }
      let near = try place.map { try PlaceSearch.near($0.point, within: 500, read) } ?? []
      let wards = try visit.services.areas.latest(.ward, read)
      let ward = try place.flatMap { place -> Area? in
        guard let wards else { return nil }
        return try visit.services.areas.finder(.ward, wards.year, read).area(of: place.point)
      }
      return SearchModel(text: typed, found: found, place: place, ward: ward, near: near)
    }
    return visit.page("Find a street or postcode", crumbs: crumbs) { SearchPage(model: model) }
  }

  /// How many pages a list takes.
  static func pages(_ count: Int) -> Int { max(1, (count + onPage - 1) / onPage) }

  /// The rows of one page.
  static func slice<Row>(_ rows: [Row], _ page: Int) -> [Row] {
    Array(rows.dropFirst((min(page, pages(rows.count)) - 1) * onPage).prefix(onPage))
  }
}

/// How much there is beside areas.
struct PlaceCounts: Equatable {
  let people: Int
  let latestPeople: Int?
  let postcodes: Int
  let streets: Int

  static func read(_ read: Read) throws -> PlaceCounts {
    PlaceCounts(
      people: try read.count("SELECT COUNT(*) FROM place_population"),
      latestPeople: try read.first("SELECT MAX(year) FROM place_population") { row in
        try row.optionalInt()
      } ?? nil,
      postcodes: try read.count("SELECT COUNT(*) FROM place_postcode"),
      streets: try read.count("SELECT COUNT(*) FROM place_street"))
  }
}
