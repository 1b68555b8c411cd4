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
        h2 { "If nobody is in danger now" }
        p {
          "It takes about 5 minutes. You do not have to give your name, and you can stop at any "
          "time. We tell you who may see each answer before you give it."
        }
        p(.class("row")) {
          LinkButton(
            hasDraft ? "Carry on with your report" : "Start now",
            to: ReportRoute.step(.what, isChange: false).path, style: .main)
        }
        p { a(.href(ReportRoute.track.path)) { "See or add to a report you made" } }
        if let phone = lines.phoneWords {
          p { "You can also report by telephone: \(phone)." }
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
          strong { "Somebody is in danger, or a crime is happening now." }
          " Call 999. If you cannot speak on a mobile phone, press 55 when you are asked; that does "
          "not work from a landline. Deaf or hard of hearing: use 18000 or text 999 if you have "
          "registered."
        }
      }
      div {
        span(.class("call")) { "101" }
        p {
          strong { "A crime, but not an emergency." }
          " Call 101, or tell Crimestoppers without giving your name: 0800 555 111."
        }
      }
    }
  }
}
