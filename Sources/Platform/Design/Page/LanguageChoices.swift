import Markup

/// The languages a page can be read in, each by the name its speakers give it.
struct LanguageChoices: HTML {
  let links: [LanguageLink]

  var body: some HTML {
    nav(.class("languages"), .aria("label", "Languages")) {
      ul(.role("list"), .translate(false)) {
        for link in links {
          li {
            if link.isCurrent {
              strong(.lang(link.code), .aria("current", "true")) { link.name }
            } else {
              a(.lang(link.code), .href(link.path)) { link.name }
            }
          }
        }
      }
    }
  }
}
