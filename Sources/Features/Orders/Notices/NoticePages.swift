internal import Design
internal import Markup
internal import Partnership

/// The wordings in use.
struct NoticesPage: HTML {
  let wordings: [(title: String, path: String, wording: DatedWording?)]

  var body: some HTML {
    PageHead(
      "Wordings of notices",
      lede: "What a printed notice says. A change is a new version from a day on; none is lost.")
    WordingsInUse("Notice", wordings)
  }
}
