internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of those who read reports.
struct ReportsHandlers {
  let visit: StaffVisit
  let desk: ReportDesk

  static let crumbs = [Crumb("Reports", ReportsRoute.list(.new, page: 1).path)]

  /// The way back, for those who see the list: others take reports, or set up what is shown.
  static func crumbs(for actor: Actor) -> [Crumb] {
    CaseworkPolicy.allows(.list, actor) ? crumbs : []
  }

  private static let readersShown = 20

  private var isForm: Bool { visit.request.method == .post }
  private var store: ReportStore { ReportStore(visit.services) }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = ReportsRoute(request.method, request.path, request.query) else { return nil }
    switch route {
    case .list(let filter, let page): return try isForm ? nil : list(filter, page)
    case .report(let reference): return try isForm ? nil : show(reference)
    case .act(let reference, let act): return try self.act(act, reference)
    case .take: return try TakingHandlers(visit: visit, desk: desk).respond()
    case .service: return try ServiceHandlers(visit: visit).respond()
    case .repeatRule: return try RepeatRuleHandlers(visit: visit).respond()
    case .satisfaction: return try isForm ? nil : SatisfactionHandlers(visit: visit).show()
    case .reviews(let page):
      return try isForm ? nil : ReviewHandlers(visit: visit).list(page)
    case .review(let reference):
      return try isForm ? nil : ReviewHandlers(visit: visit).show(reference)
    case .actOn(let reference, let act):
      return try ReviewHandlers(visit: visit).act(act, reference)
    case .panels: return try isForm ? nil : PanelHandlers(visit: visit).list()
    case .papers(let reference): return try PanelHandlers(visit: visit).papers(reference)
    case .paper(let reference, let page):
      return try PanelHandlers(visit: visit).page(page, reference)
    case .printPapers(let reference):
      return try isForm ? nil : PanelHandlers(visit: visit).print(reference)
    case .takeReview: return try TakeReviewHandlers(visit: visit).respond()
    case .reviewRule: return try ReviewRuleHandlers(visit: visit).respond()
    case .reviewLaw: return try ReviewLawHandlers(visit: visit).respond()
    }
  }

  private func list(_ filter: InboxFilter, _ page: Int) throws -> Response {
    guard CaseworkPolicy.allows(.list, visit.actor) else {
      // Who only takes reports or sets the lines is led to where that is done.
      if CaseworkPolicy.allows(.take, visit.actor) {
        return .redirect(to: ReportsRoute.take.path)
      }
      try CaseworkPolicy.require(.configure, visit.actor)
      return .redirect(to: ReportsRoute.service.path)
    }
    return try visit.read { read in
      let (reports, hasMore) = try InboxStore.page(filter, page, read)
      let model = InboxModel(
        filter: filter, page: page, reports: reports, hasMore: hasMore,
        flagged: filter == .flagged ? [] : try InboxStore.page(.flagged, 1, read).reports,
        counts: try InboxStore.counts(read),
        marked: try MarkerStore.marked(
          cases: [], reports: reports.map(\.reference), on: London.day(visit.now), read),
        now: visit.now,
        mayOpen: CaseworkPolicy.allows(.open, visit.actor),
        mayListReviews: CaseworkPolicy.allows(.listReviews, visit.actor),
        mayTake: CaseworkPolicy.allows(.take, visit.actor),
        mayConfigure: CaseworkPolicy.allows(.configure, visit.actor))
      return visit.page("Reports") { InboxPage(model: model) }
    }
  }

  private func act(_ act: ReportAct, _ reference: Reference) throws -> Response {
    do { return try ReportActs(visit: visit).act(act, reference) } catch let refusal as Refusal {
      return try show(reference, FormState(values: visit.request.form, refusal: refusal))
    }
  }

  private func show(_ reference: Reference, _ state: FormState = FormState()) throws -> Response {
    try CaseworkPolicy.require(.open, visit.actor)
    let model = try visit.read { read in
      guard let report = try store.find(reference, read) else { throw CaseworkProblem.notFound }
      visit.shows("casework.report-opened", "report/\(reference)")
      let seen = try RecordReading.latest(
        Self.readersShown, of: "report/\(reference)", before: nil, visit.services, read)
      return ReportModel(
        details: try store.details(report, read),
        events: try ReportEvents(sealing: store.sealing).of(report.id, read),
        answers: try SurveyStore(keyring: store.keyring).answers(report.id, read),
        readers: seen.readings.filter { $0.actor != nil }, hasOlderReaders: seen.hasOlder,
        markers: try MarkerReader(visit: visit).model(report, read),
        evidence: try EvidenceStore(visit.services).of(report.id, read),
        decided: try DecidedReport.of(report.id, visit.services, read),
        notices: try ReporterNotices.open(of: [report.id], read),
        mayClear: CaseworkPolicy.allows(.clear, visit.actor), state: state, csrf: visit.frame.csrf)
    }
    return .html(
      Page(
        frame: visit.frame, title: "Report \(reference)", crumbs: Self.crumbs,
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        ReportPage(model: model)
      }, status: state.refusal == nil ? 200 : 422)
  }
}
