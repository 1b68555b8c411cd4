internal import Design
internal import Markup

/// Opens a report by its reference and secret.
struct TrackPage: HTML {
  static let title = "See or add to a report"
  let state: FormState
  let csrf: String

  var body: some HTML {
    SecretPage(
      title: Self.title,
      lead: "You need the reference and the secret that you were shown when the report was sent.",
      button: "Open the report", path: ReportRoute.track.path, back: ReportRoute.start.path,
      state: state, csrf: csrf
    ) { p(.class("mt5")) { a(.href(ReportRoute.lost.path)) { "I have lost one of them" } } }
  }
}
