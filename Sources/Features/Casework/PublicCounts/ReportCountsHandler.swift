internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the public’s question how many reports there are, from the months that were made and from
/// nothing else.
struct ReportCountsHandler {
  let visit: PublicVisit

  func show() throws -> Response {
    let model = try visit.read { read in
      let months = try ReportMonthStore.shown(read)
      let edition = months.last?.edition
      let areas = visit.services.areas
      return ReportCountsModel(
        months: months.filter { $0.edition == edition },
        wards: try edition.map { try areas.areas(.ward, $0, read) } ?? [],
        shapes: try edition.map { try areas.shapes(.ward, $0, read) } ?? [])
    }
    var frame = visit.frame
    frame.quickExit = ReportDesk.exit
    return .html(
      Page(
        frame: frame, title: ReportCountsPage.title,
        crumbs: [Crumb("Report", ReportRoute.start.path)]
      ) { ReportCountsPage(model: model) })
  }
}
