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
      let (figures, names) = (try figures(kind, from, to, read), try desk.names(read))
      desk.shows("figures-read", kind)
      return desk.page("Figures", crumbs: desk.crumbs(kind)) {
        FiguresPage(kind: kind, figures: figures, names: names)
      }
    }
  }

  func file(_ key: String, _ from: Day?, _ to: Day?) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .count, read).kind
      let figures = try figures(kind, from, to, read)
      desk.shows("figures-read", kind, ["as": "file"])
      let file = FiguresFile(kind: kind, figures: figures, names: try desk.names(read))
      return .download(
        file.bytes, type: "text/csv; charset=utf-8", name: "conference-figures-\(figures.to).csv")
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
