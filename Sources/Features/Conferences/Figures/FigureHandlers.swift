internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows how a conference works in figures, and gives them as a file that may be published.
struct FigureHandlers {
  let desk: Desk

  func show(_ key: String, _ from: Day?, _ to: Day?) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .count, read).kind
      desk.shows("figures-read", kind)
      return try page(kind, from, to, FormState(), read)
    }
  }

  /// Keeps how many sessions a month had.
  func count(_ key: String) throws -> Response? {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let sitting = try desk.sitting(key, .count, write)
      guard !sitting.kind.sessionsTitle.isEmpty else { return nil }
      do {
        let count = try SessionForm(fields, today: desk.today).count
        try SessionStore.set(
          count, of: key, by: sitting.account, at: desk.visit.now, in: write)
        try desk.record(
          "sessions-counted", sitting.kind,
          ["month": count.month.description, "audience": count.audience.rawValue], in: write)
        return desk.visit.redirect(
          to: ConferencesRoute.figures(key, from: nil, to: nil).path, saying: "The count is kept")
      } catch let refusal as Refusal {
        return try page(sitting.kind, nil, nil, FormState(values: fields, refusal: refusal), write)
      }
    }
  }

  private func page(
    _ kind: ConferenceKind, _ from: Day?, _ to: Day?, _ state: FormState, _ read: Read
  ) throws -> Response {
    let figures = try figures(kind, from, to, read)
    let model = FiguresPage(
      kind: kind, figures: figures,
      trends: try GroundTrends(of: kind.key, through: min(figures.to, desk.today), read),
      sessions: kind.sessionsTitle.isEmpty
        ? [] : try SessionStore.counts(of: kind.key, figures.from.month...figures.to.month, read),
      names: try desk.names(read), today: desk.today, state: state, csrf: desk.visit.frame.csrf)
    return desk.page("Figures", crumbs: desk.crumbs(kind), state) { model }
  }

  /// A year that is over; the latest where none is asked for.
  func file(_ key: String, _ asked: FinancialYear?) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .count, read).kind
      let latest = PublishedFigures.latest(on: desk.today)
      let year = asked ?? latest
      guard year <= latest else { throw ConferencesProblem.notFound }
      desk.shows("figures-read", kind, ["as": "file", "year": year.description])
      let file = FiguresFile(
        kind: kind, year: year, figures: try ConferenceFigures(of: kind.key, in: year, read),
        names: try desk.names(read))
      return .download(
        file.bytes, type: "text/csv; charset=utf-8",
        name: "conference-figures-\(year.start)-\(year.start + 1).csv")
    }
  }

  /// The year up to today, unless other days are asked for.
  private func figures(
    _ kind: ConferenceKind, _ from: Day?, _ to: Day?, _ read: Read
  ) throws -> ConferenceFigures {
    let last = to ?? desk.today
    let first = from ?? last.adding(days: -364)
    return try ConferenceFigures(of: kind.key, from: min(first, last), to: last, read)
  }
}
