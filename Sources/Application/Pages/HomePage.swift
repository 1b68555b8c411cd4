import Design
import Markup

/// The front page: what the public can do here today, and the way in for those who work here.
struct HomePage: HTML {
  let frame: Frame

  var body: some HTML {
    Page(frame: frame, title: "Safer together") {
      h1 { "Safer together" }
      p(.class("lede")) {
        "The council, police, housing, health, probation, fire and voluntary groups work together "
        "to cut crime and anti-social behaviour. This is where we say how we are doing."
      }
      ul(.class("doors"), .role("list")) {
        Door(
          title: "How we are doing", path: "/performance",
          text: "What we set out to change, what happened, and where each figure comes from.")
        Door(
          title: "Recorded crime and anti-social behaviour", path: "/performance/recorded",
          text: "What the police recorded in each ward, month by month.")
        Door(
          title: "Sign in", path: "/sign-in",
          text: "For people who work in the partnership’s agencies.")
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
