import Design
import Markup

/// The front page: what the public can do here today, and the way in for those who work here.
struct HomePage: HTML {
  let frame: Frame

  var body: some HTML {
    Page(frame: frame, title: "Safer together", isWide: true) {
      section(.class("danger slim"), .aria("label", "If someone is in danger")) {
        div(.class("wrap")) {
          p {
            b { "999" }
            span { "In danger, or a crime happening now." }
          }
          p {
            b { "101" }
            span { "A crime, but not an emergency." }
          }
        }
      }
      div(.class("band band-river")) {
        div(.class("wrap")) {
          h1(.class("display")) { "Something wrong where you live? Tell us." }
          p(.class("lede")) {
            "Noise, drinking, drug use, threats, hate, vandalism, dumped rubbish. It takes about 5 "
            "minutes and you do not have to give your name."
          }
          p(.class("row flush")) {
            a(.class("btn light"), .href("/report")) { "Report something" }
            a(.href("/report/track")) { "See or add to a report" }
          }
        }
      }
      div(.class("band wrap")) {
        p(.class("measure")) {
          "The council, police, housing, health, probation, fire and voluntary groups work together "
          "to cut crime and anti-social behaviour. This is where you tell us, and where we say how "
          "we are doing."
        }
        ul(.class("doors"), .role("list")) {
          Door(
            title: "How we are doing", path: "/performance",
            text: "What we set out to change, what happened, and where each figure comes from.")
          Door(
            title: "Recorded crime and anti-social behaviour", path: "/performance/recorded",
            text: "What the police recorded in each ward, month by month.")
          Door(
            title: "Ask for a case review", path: "/case-review",
            text:
              "If you reported again and again and it has not stopped, ask the agencies to look at "
              + "it together. They must decide, and hold a review if it meets the threshold.")
          Door(
            title: "Sign in", path: "/sign-in",
            text: "For people who work in the partnership’s agencies.")
        }
      }
    }
  }
}

private struct Door: HTML {
  let title: String
  let path: String
  let text: String

  var body: some HTML {
    li {
      h2 { a(.href(path)) { title } }
      p { text }
    }
  }
}
