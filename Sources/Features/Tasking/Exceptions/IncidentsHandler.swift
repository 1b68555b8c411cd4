internal import Database
internal import Design
internal import Geography
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Opens a line of a report to its incidents; who read them, and what was asked, is recorded before
/// the page is sent.
struct IncidentsHandler {
  let visit: StaffVisit

  /// The most incidents of one line that are shown.
  static let most = 500
  /// The most that are read, those of the ward's box that lie beside the ward included.
  private static let mostRead = 5_000
  private static let onPage = 50

  func respond(_ id: ID<KeptReport>, line number: Int, page: Int) throws -> Response? {
    try TaskingPolicy.require(.open, visit.actor)
    let model = try visit.read { read -> IncidentsModel? in
      guard let kept = try ReportStore.find(id, read), kept.report.lines.indices ~= number - 1
      else { return nil }
      let reader = ExceptionReader(services: visit.services)
      guard let source = try reader.source(kept.report.source, read) else { return nil }
      let line = kept.report.lines[number - 1]
      let (records, isCut) = try self.records(line, kept.report, source, read)
      let pages = max(1, (records.count + Self.onPage - 1) / Self.onPage)
      let first = (min(page, pages) - 1) * Self.onPage
      return IncidentsModel(
        kept: kept, number: number, line: line, found: records.count,
        records: Array(records[first..<min(records.count, first + Self.onPage)]),
        page: min(page, pages), pages: pages, isCut: isCut,
        knowsDays: source.precision.time != .month)
    }
    guard let model else { return nil }
    visit.shows(
      "tasking.incidents-read", "exception-report/\(id)",
      [
        "source": model.kept.report.source, "period": model.kept.report.period,
        "ward": model.line.ward, "kind": model.line.category, "page": String(model.page),
      ])
    return visit.page(
      "Incidents behind an exception",
      crumbs: [
        Crumb(
          "Exceptions",
          ExceptionRoute.report(
            ExceptionFilter(source: model.kept.report.source, period: model.kept.report.period)
          ).path)
      ]
    ) { IncidentsPage(model: model) }
  }

  /// The incidents of a line, the latest first, and whether there may be more than were read.
  private func records(
    _ line: ExceptionReport.Line, _ report: ExceptionReport, _ source: EventSource, _ read: Read
  ) throws -> (records: [EventRecord], isCut: Bool) {
    let shapes = try report.edition.map { try visit.services.areas.shapes(.ward, $0, read) } ?? []
    let finder = AreaFinder(shapes)
    let boxes = shapes.filter { line.code.isEmpty || $0.area.code == line.code }
      .compactMap(\.shape.boundingBox)
    // Outside every ward is everywhere but there: what lies far from the wards is not looked for.
    let box =
      boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
      ?? BoundingBox(
        from: GridPoint(easting: 0, northing: 0),
        to: GridPoint(easting: 700_000, northing: 1_300_000))
    let period = report.at
    let search = EventSearch(
      days: period.days, category: line.category,
      in: line.code.isEmpty ? box.expanded(by: 50_000) : box, limit: Self.mostRead)
    let all = try source.records(search, read)
    let found = all.filter { record in
      isWithin(record, period) && (finder.area(of: record.point)?.code ?? "") == line.code
    }
    return (Array(found.prefix(Self.most)), all.count == Self.mostRead || found.count > Self.most)
  }

  /// Whether a record counts for the stretch, by the rule that counted it.
  private func isWithin(_ record: EventRecord, _ period: CountPeriod) -> Bool {
    switch period {
    case .month(let month): record.month == month
    case .week: EventTime.day(of: record.span).map(period.days.contains) ?? false
    }
  }
}

/// What the page of a line's incidents is drawn from.
struct IncidentsModel {
  let kept: KeptReport
  let number: Int
  let line: ExceptionReport.Line
  /// How many there are now; the source may have been imported anew since the test.
  let found: Int
  let records: [EventRecord]
  let page: Int
  let pages: Int
  /// Whether there may be more of them than were read.
  let isCut: Bool
  let knowsDays: Bool
}
