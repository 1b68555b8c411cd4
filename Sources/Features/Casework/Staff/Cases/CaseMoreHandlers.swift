internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of who looked at a case, and of all its reports; each reading is on record.
struct CaseMoreHandlers {
  /// Rows of the trail on a page.
  static let onPage = 50

  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = CaseMoreRoute(request.method, request.path, request.query) else { return nil }
    try CasePolicy.require(.open, visit.actor)
    switch route {
    case .seen(let reference, let before): return try seen(reference, before)
    case .reports(let reference, let number): return try reports(reference, number)
    }
  }

  private func seen(_ reference: Reference, _ before: Int?) throws -> Response {
    let (file, readings, hasOlder) = try visit.read { read in
      let file = try known(reference, read)
      let found = try RecordReading.latest(
        Self.onPage, of: file.subject, before: before, visit.services, read)
      return (file, found.readings, found.hasOlder)
    }
    visit.shows("casework.case-readers-read", file.subject)
    let older = hasOlder ? readings.last?.number : nil
    return page("Who has looked", file) {
      RecordReadings(readings: readings, empty: "Nobody before that.")
      Turning(
        previous: nil, next: older.map { CaseMoreRoute.seen(reference, before: $0).path })
    }
  }

  private func reports(_ reference: Reference, _ number: Int) throws -> Response {
    let (file, reports, hasMore) = try visit.read { read in
      let file = try known(reference, read)
      let found = try CaseStore(visit.services).reports(of: file.id, page: number, read)
      return (file, found.reports, found.hasMore)
    }
    visit.shows("casework.case-opened", file.subject)
    return page("Reports", file) {
      CaseReportsTable(reports: reports)
      Turning(page: number, hasMore: hasMore) { CaseMoreRoute.reports(reference, page: $0).path }
    }
  }

  private func page(
    _ title: String, _ file: CaseFile, @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let reference = file.reference
    return .html(
      Page(
        frame: visit.frame, title: "\(title): case \(reference)",
        crumbs: [
          Crumb("Work", WorkRoute.work(WorkFilter()).path),
          Crumb("Case \(reference)", WorkRoute.file(reference).path),
        ]
      ) {
        Handling(note: "That you opened this page is recorded with your name.")
        PageHead(title, kicker: "\(reference), \(file.title)")
        Sheet { content() }
      })
  }

  private func known(_ reference: Reference, _ read: Read) throws -> CaseFile {
    guard let file = try CaseStore(visit.services).find(reference, read) else {
      throw CaseProblem.notFound
    }
    return file
  }
}
