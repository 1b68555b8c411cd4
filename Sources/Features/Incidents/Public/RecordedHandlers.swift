internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the public's questions about recorded incidents, from what went through the disclosure
/// pass and from nothing else.
enum RecordedHandlers {
  static func answer(_ visit: PublicVisit) throws -> Response? {
    let request = visit.request
    guard let route = RecordedRoute(request.method, request.path, request.query) else {
      return nil
    }
    return try visit.read { read in
      let shown = try PublicStore.sources(in: read)
      let sources = try CountSourceFacts.sources(read).filter { shown.contains($0.key) }
      let key = route.source ?? CountSource.policeUK.key
      guard let source = sources.first(where: { $0.key == key }) else {
        return route == .all(source: nil) ? .html(nothing(visit, sources)) : nil
      }
      let months = try PublicStore.months(source.key, in: read)
      let areas = try visit.services.areas.areas(.ward, months[0].edition, read)
      let others = sources.filter { $0 != source }
      switch route {
      case .all: return try page(visit, source, others, nil, months, areas, read)
      case .ward(let code, _):
        guard let ward = areas.first(where: { $0.code == code }) else { return nil }
        return try page(visit, source, others, ward, months, areas, read)
      case .csv:
        let table = RecordedTable(
          source: source, months: try PublicStore.whole(source.key, in: read), areas: areas,
          today: London.day(visit.now))
        return .download(
          table.csv, type: "text/csv; charset=utf-8",
          name: "recorded-\(source.key)-\(months[0].month).csv")
      }
    }
  }

  private static func nothing(
    _ visit: PublicVisit, _ sources: [CountSource]
  ) -> Page<NothingRecorded> {
    Page(frame: visit.frame, title: "Recorded incidents") { NothingRecorded(others: sources) }
  }

  private static func page(
    _ visit: PublicVisit, _ source: CountSource, _ others: [CountSource], _ ward: Area?,
    _ months: [PublicMonth], _ areas: [Area], _ read: Read
  ) throws -> Response {
    let shown = Array(months.filter(\.isSafe).reversed())
    var wards: [(Area, [PublicCell])] = []
    var shapes: [ShapedArea] = []
    if ward == nil, let latest = shown.last {
      let cells = Dictionary(
        grouping: try PublicStore.cells(of: latest, in: read), by: \.ward)
      wards = areas.compactMap { area in cells[area.code].map { (area, $0) } }
        .sorted { $0.0.name < $1.0.name }
      shapes = try visit.services.areas.shapes(.ward, latest.edition, read)
    }
    let model = RecordedModel(
      source: source, others: others, ward: ward, months: shown,
      cells: try PublicStore.cells(of: ward?.code ?? PublicMonth.all, source.key, in: read),
      wards: wards, shapes: shapes, today: London.day(visit.now))
    let whole = RecordedRoute.all(source: model.sourceKey).path
    let crumbs =
      [Crumb("How we are doing", "/performance")]
      + (ward == nil ? [] : [Crumb("Recorded incidents", whole)])
    return .html(
      Page(frame: visit.frame, title: model.title, crumbs: crumbs) { RecordedPage(model: model) })
  }
}
