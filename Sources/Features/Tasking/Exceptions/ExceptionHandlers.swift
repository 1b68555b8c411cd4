internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows what stands out, tests a week or month for it, and opens a line to its incidents.
struct ExceptionHandlers {
  let visit: StaffVisit
  private var reader: ExceptionReader { ExceptionReader(services: visit.services) }

  func respond(_ route: ExceptionRoute) throws -> Response? {
    switch route {
    case .report(let filter):
      if visit.request.method == .post { return try test() }
      return try visit.read { read in try page(filter, read) }
    case .incidents(let id, let line, let page):
      return try IncidentsHandler(visit: visit).respond(id, line: line, page: page)
    }
  }

  /// Tests the stretch a form asks for and keeps the report.
  private func test() throws -> Response {
    try TaskingPolicy.require(.prepare, visit.actor)
    let filter = ExceptionFilter(visit.request.form)
    let report: ExceptionReport
    do {
      report = try visit.services.database.read { read in try self.report(filter, read) }
    } catch let error as ExceptionProblem {
      let refusal = Refusal(error == .unknownSource ? "source" : "period", error.message)
      return try visit.read { read in try page(filter, refusal: refusal, read) }
    }
    let lines = report.lines.count
    try visit.write { write in
      let kept = try ReportStore.keep(
        report, by: visit.actor.account, at: visit.now, in: write)
      guard kept.isNew else { return }
      try visit.record(
        "tasking.exceptions-tested", "exception-report/\(kept.id)",
        ["source": report.source, "period": report.period, "lines": String(lines)], in: write)
    }
    return visit.redirect(
      to: ExceptionRoute.report(ExceptionFilter(source: report.source, period: report.period)).path,
      saying: lines == 0 ? "Tested: nothing stands out" : "Tested: \(report.headline)")
  }

  private func report(_ filter: ExceptionFilter, _ read: Read) throws -> ExceptionReport {
    guard let key = filter.source, let source = try reader.source(key, read) else {
      throw ExceptionProblem.unknownSource
    }
    let period = filter.period.flatMap { CountPeriod($0) }
    if period == nil, filter.period != nil {
      throw ExceptionProblem.otherStep(source.precision.time == .month ? .month : .week)
    }
    return try reader.report(source, period, read)
  }

  private func page(
    _ filter: ExceptionFilter, refusal: Refusal? = nil, _ read: Read
  ) throws -> Response {
    var sources: [ExceptionsModel.Source] = []
    for source in try visit.services.events(read) {
      guard let periods = try reader.periods(of: source, read),
        let last = try source.lastDay(read)
      else { continue }
      sources.append(ExceptionsModel.Source(source, periods: periods, lastDay: last))
    }
    // First the sources that know days: what is weeks late leads nothing.
    sources.sort { ($0.step == .week ? 0 : 1, $0.title) < ($1.step == .week ? 0 : 1, $1.title) }
    let chosen = sources.first { $0.key == filter.source } ?? sources.first
    let asked = filter.period.flatMap { CountPeriod($0) }
    let isUnread = filter.period != nil && asked == nil
    var refusal = refusal
    if refusal == nil, isUnread, let chosen {
      refusal = Refusal("period", ExceptionProblem.otherStep(chosen.step).message)
    }
    // Who chooses another source leaves the week of the first behind.
    let period = chosen.map { chosen in
      asked.flatMap { $0.step == chosen.step ? $0 : nil } ?? chosen.periods.upperBound
    }
    var kept: KeptReport?
    if refusal == nil, let chosen, let period {
      kept = try ReportStore.latest(chosen.key, period, read)
    }
    let model = ExceptionsModel(
      sources: sources, chosen: chosen, period: period, kept: kept,
      mayPrepare: TaskingPolicy.allows(.prepare, visit.actor),
      mayOpen: TaskingPolicy.allows(.open, visit.actor), today: London.day(visit.now),
      state: FormState(
        values: Fields([
          ("source", filter.source ?? chosen?.key ?? ""),
          (
            "period",
            refusal == nil ? period?.description ?? "" : filter.period ?? ""
          ),
        ]), refusal: refusal), csrf: visit.frame.csrf)
    return .html(
      Page(frame: visit.frame, title: "Exceptions", refusal: refusal) {
        ErrorSummary(refusal)
        ExceptionsPage(model: model)
      }, status: refusal == nil ? 200 : 422)
  }
}
