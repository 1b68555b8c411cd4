internal import Design
internal import Markup

/// Opens a report by its reference and secret.
struct TrackPage: HTML {
  static let title = "See or add to a report"
  let state: FormState
  let csrf: String

  var body: some HTML {
    div(.class("journey")) {
      nav(.class("crumbs"), .aria("label", "Back")) {
        a(.class("back"), .href(ReportRoute.start.path)) { "Back" }
      }
      ErrorSummary(state.refusal)
      div {
        h1 { Self.title }
        p { "You need the reference and the secret that you were shown when the report was sent." }
        PostForm(to: ReportRoute.track.path, csrf: csrf) {
          TextField(
            "reference", label: "Reference", hint: "For example, TM-7K42-0931", in: state,
            width: .w20, autocomplete: "off")
          TextField(
            "secret", label: "Secret", hint: "For example, K7QD-2MXP-9RTA",
            in: FormState(
              refusal: state.refusal), width: .w20, autocomplete: "off")
          SubmitButton("Open the report")
        }
        p(.class("mt5")) {
          a(.href(ReportRoute.lost.path)) { "I have lost one of them" }
        }
      }
    }
  }
}
