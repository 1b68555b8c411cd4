import Design
import HTTP
import Markup
import Partnership
import Testing
import Translation

@testable import Application

@Suite("Words of the site’s own public pages")
struct SiteTextsTests {
  static let frames: [Frame] = [
    SiteFacts(partnership: "Thornmere", isDemonstration: true).publicFrame(),
    SiteFacts(partnership: "Thornmere", isDemonstration: false).publicFrame(isSignedIn: true),
  ]

  @Test("all of them can be put into other languages", arguments: 0..<2)
  func known(_ frame: Int) {
    var frame = Self.frames[frame]
    frame.quickExit = "https://example.org"
    frame.languages = [LanguageLink("Cymraeg", code: "cy", path: "/", isCurrent: false)]
    hold(HomePage(frame: frame), SiteTexts.front)
    hold(AccessibilityPage(frame: frame), SiteTexts.accessibility)
    hold(PrivacyPage(frame: frame), SiteTexts.privacy)
    let refusal = Refusal("name", "Enter a name")
    let form = Page(frame: frame, title: "Back", refusal: refusal) {
      ErrorSummary(refusal)
      TextField("name", label: "Back", in: FormState(refusal: refusal))
    }
    hold(form, PublicTexts("", "", at: [], ["Enter a name", "Back"]))
  }

  @Test(
    "what went wrong is said in them too",
    arguments: [
      400, 403, 404, 405, 409, 413, 422, 429, 500, 503, 507,
    ])
  func problems(_ status: Int) {
    let page = ProblemPage(
      frame: Self.frames[0], title: ProblemPage.title(of: status), message: "Back",
      reference: "A1-B2")
    hold(page, PublicTexts("", "", at: [], ["Back"]))
  }

  private func hold(_ page: some HTML, _ texts: PublicTexts) {
    let wording = PseudoLanguage.accented.wording(texts.texts + SiteTexts.everywhere.texts)
    for text in Wording.texts(of: page.rendered())
    where text != "Thornmere" && wording.translation(of: text) == nil {
      Issue.record("“\(text)” is not among the texts of \(texts.page)")
    }
  }

  @Test(
    "none promises more than the rules keep",
    arguments: [
      "see each answer before", "in this browser for 7 days", "are not told who",
      "nothing of it", "who work on it", "make the agencies", "agencies must look",
      "to any other company", "officer wrote to you",
    ])
  func promises(_ words: String) {
    for page in House.publicTexts {
      #expect(!page.texts.contains { $0.contains(words) }, "\(page.page)")
    }
  }

  @Test("no page has a text twice, and no two pages one name")
  func once() {
    for page in House.publicTexts {
      #expect(Set(page.texts).count == page.texts.count, "\(page.page)")
    }
    #expect(Set(House.publicTexts.map(\.page)).count == House.publicTexts.count)
  }
}
