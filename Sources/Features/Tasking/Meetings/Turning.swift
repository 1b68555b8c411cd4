internal import Markup

/// Links to the pages before and after, where nobody counted how many there are.
struct Turning: HTML {
  let previous: String?
  let next: String?

  var body: some HTML {
    if previous != nil || next != nil {
      nav(.class("pager no-print"), .aria("label", "Pages")) {
        if let previous { a(.href(previous), .rel("prev")) { "Previous page" } }
        if let next { a(.href(next), .rel("next")) { "Next page" } }
      }
    }
  }
}
