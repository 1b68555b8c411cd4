import Markup

/// A way to leave at once, on every page that it may be dangerous to be seen at.
///
/// With script it puts the other site in the place of the page, so that "back" does not lead here.
struct QuickExit: HTML {
  let address: String

  var body: some HTML {
    aside(.class("quick-exit no-print"), .aria("label", "Leave this page quickly")) {
      div(.class("wrap")) {
        p { "Opens the weather. Your browser’s history still shows that you were here." }
        a(
          .class("btn bad sm"), .href(address), .rel("nofollow noreferrer"),
          .data("leave", "now")
        ) { "Leave this page" }
      }
    }
  }
}
