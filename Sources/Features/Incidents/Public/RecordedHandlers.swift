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
  static let title = "Recorded crime and anti-social behaviour"

  static func answer(_ visit: PublicVisit) throws -> Response? {
    let request = visit.request
    guard let route = RecordedRoute(request.method, request.path, request.query) else {
      return nil
    }
    return try visit.read { read in
      let months = try PublicStore.months(PublicCounts.policeUK, in: read)
      guard let edition = months.first?.edition else {
        return route == .all
          ? .html(Page(frame: visit.frame, title: title) { NothingRecorded() }) : nil
      }
      let areas = try visit.services.areas.areas(.ward, edition, read)
      switch route {
      case .all: return try page(visit, nil, months, areas, read)
      case .ward(let code):
        guard let ward = areas.first(where: { $0.code == code }) else { return nil }
        return try page(visit, ward, months, areas, read)
      case .csv:
        let whole = try PublicStore.whole(PublicCounts.policeUK, in: read)
        return .download(
          RecordedTable(months: whole, areas: areas, today: London.day(visit.now)).csv,
          type: "text/csv; charset=utf-8", name: "recorded-\(months[0].month).csv")
      }
    }
  }

  private static func page(
    _ visit: PublicVisit, _ ward: Area?, _ months: [PublicMonth], _ areas: [Area], _ read: Read
  ) throws -> Response {
    let shown = Array(months.filter(\.isSafe).reversed())
    var wards: [(Area, PublicCell)] = []
    if ward == nil, let latest = shown.last {
      let totals = try PublicStore.cells(of: latest, in: read)
        .filter { $0.category == PublicMonth.all }
      wards = areas.compactMap { area in
        totals.first { $0.ward == area.code }.map { (area, $0) }
      }.sorted { $0.0.name < $1.0.name }
    }
    let model = RecordedModel(
      ward: ward, months: shown,
      cells: try PublicStore.cells(
        of: ward?.code ?? PublicMonth.all, PublicCounts.policeUK, in: read),
      wards: wards, today: London.day(visit.now))
    let crumbs =
      [Crumb("How we are doing", "/performance")]
      + (ward == nil ? [] : [Crumb(title, RecordedRoute.all.path)])
    return .html(
      Page(
        frame: visit.frame, title: ward.map { "\(title) in \($0.name)" } ?? title, crumbs: crumbs
      ) { RecordedPage(model: model) })
  }
}
