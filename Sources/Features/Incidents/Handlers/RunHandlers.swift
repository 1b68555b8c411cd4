internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of past imports.
enum RunHandlers {
  /// Refused rows shown on the page; the download has them all.
  private static let refusedShown = 20
  private static let refusedKept = 100_000

  static func list(_ visit: StaffVisit, page: Int) throws -> Response {
    let (runs, count) = try visit.read { read in
      (try RunStore.page(page, read), try RunStore.count(read))
    }
    let pages = IncidentHandlers.pages(count)
    return visit.page("Imports", crumbs: IncidentHandlers.crumbs) {
      ImportsPage(
        runs: runs, page: page, pages: pages,
        mayImport: IncidentPolicy.may(.importFiles, visit.actor))
    }
  }

  static func months(_ visit: StaffVisit, page: Int) throws -> Response {
    let (months, count) = try visit.read { read in
      (try RunStore.months(page: page, read), try RunStore.monthCount(read))
    }
    return visit.page("Months imported", crumbs: IncidentHandlers.crumbs) {
      PageHead("Months imported", lede: "What each force and month counts, and from which file.")
      Sheet {
        SnapshotTable(
          caption: "Months imported", months: months, page: page,
          pages: IncidentHandlers.pages(count)
        ) { IncidentRoute.months(page: $0).path }
      }
    }
  }

  static func show(_ visit: StaffVisit, _ id: ID<ImportRunTag>, page: Int) throws -> Response {
    let model = try visit.read { read -> RunModel in
      guard let run = try RunStore.find(id, read) else { throw IncidentProblem.notFound }
      return RunModel(
        run: run, months: try RunStore.months(of: id, page: page, read), page: page,
        pages: IncidentHandlers.pages(try RunStore.monthCount(of: id, read)),
        ignored: try RunStore.ignored(id, read),
        refused: try refusals(visit).rows(of: id, limit: refusedShown, read),
        mayReadRefused: IncidentPolicy.may(.readRefused, visit.actor))
    }
    let crumbs =
      IncidentHandlers.crumbs + [Crumb("Imports", IncidentRoute.imports(page: 1).path)]
    return visit.page("Import", crumbs: crumbs) { RunPage(model: model) }
  }

  private static func refusals(_ visit: StaffVisit) -> RefusedRowStore {
    RefusedRowStore(keyring: visit.services.keyring)
  }

  static func refused(_ visit: StaffVisit, _ id: ID<ImportRunTag>) throws -> Response {
    try IncidentPolicy.require(.readRefused, visit.actor)
    let rows = try visit.read { read -> [RefusedRow] in
      guard try RunStore.find(id, read) != nil else { throw IncidentProblem.notFound }
      return try refusals(visit).rows(of: id, limit: refusedKept, read)
    }
    visit.shows("incidents.refused-read", "import/\(id)", ["rows": String(rows.count)])
    var csv = CSVWriter()
    csv.row(RefusedRow.headings)
    for row in rows { csv.row(row.values) }
    return .download(
      csv.bytes, type: "text/csv; charset=utf-8", name: "refused-rows-\(id).csv")
  }
}
