internal import Design
internal import Markup

/// What to do in danger, before anything is asked.
struct StartPage: HTML {
  let lines: ServiceLines
  let hasDraft: Bool

  var body: some HTML {
    div(.class("journey")) {
      h1 { "Report anti-social behaviour, drugs or hate" }
      div {
        Danger()
        p {
          "About 5 minutes. You need not give your name. We say who may see your answers before you "
          "send them."
        }
        p(.class("row")) {
          LinkButton(
            hasDraft ? "Carry on with your report" : "Start now",
            to: ReportRoute.step(.what, isChange: false).path, style: .main)
        }
        p { a(.href(ReportRoute.track.path)) { "See or add to a report you made" } }
        if let phone = lines.phoneWords {
          h2 { "Rather talk to someone?" }
          p { CallWords(line: phone) }
        }
      }
    }
  }
}

/// Whom to call, the most urgent first.
struct Danger: HTML {
  var body: some HTML {
    section(.class("danger"), .aria("label", "If someone is in danger")) {
      div {
        span(.class("call")) { "999" }
        p {
          strong { "Danger, or a crime happening now." }
          " Cannot speak on a mobile? Call, then press 55 when asked; it does not work from a "
          "landline. Deaf: text 999 if you have registered, or call 18000."
        }
      }
      div {
        span(.class("call")) { "101" }
        p {
          strong { "A crime, not an emergency." }
          " Or tell Crimestoppers, without your name: 0800 555 111."
        }
      }
    }
  }
}
