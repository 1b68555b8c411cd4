internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of counts and its files.
enum CountsHandler {
  static func page(_ visit: StaffVisit, _ filter: CountsFilter) throws -> Response {
    let model = try visit.read { read in
      try CountsReader(services: visit.services, today: London.day(visit.now), read: read)
        .model(filter)
    }
    let refusal = model.state.refusal
    let page = Page(
      frame: visit.frame, title: "Counts", crumbs: IncidentHandlers.crumbs, refusal: refusal
    ) {
      ErrorSummary(refusal)
      CountsPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// The same answer as a file; a question that is refused gets the page that says why.
  static func download(
    _ visit: StaffVisit, _ filter: CountsFilter, _ format: CountsFormat
  ) throws -> Response {
    do {
      return try visit.read { read -> Response in
        let reader = CountsReader(
          services: visit.services, today: London.day(visit.now), read: read)
        guard let question = try reader.question(filter) else { throw IncidentProblem.notFound }
        let table = try CountsTable(question, reader, most: format.mostRows)
        let bytes: [UInt8] =
          switch format {
          case .csv: table.csv
          case .xlsx: try table.workbook(on: reader.today).bytes()
          case .geojson: try table.geoJSON(reader)
          }
        let by = question.query.by.map(\.rawValue).joined(separator: "-")
        return .download(
          bytes, type: format.type,
          name: "incidents-by-\(by)-\(question.months.upperBound).\(format.rawValue)")
      }
    } catch is Refusal {
      return try page(visit, filter)
    }
  }
}
