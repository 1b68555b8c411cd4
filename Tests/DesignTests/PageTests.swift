import HTTP
import Markup
import Testing

@testable import Design

@Suite("Pages")
struct PageTests {
  @Test("have a title with the partnership, and Error: first where a form was refused")
  func title() {
    let plain = Page(frame: .sample, title: "Plans") { h1 { "Plans" } }.renderedText()
    #expect(plain.contains("<title>Plans - Thornmere Community Safety Partnership</title>"))
    let refused = Page(frame: .sample, title: "Plans", refusal: Refusal("a", "Enter a")) {}
    #expect(
      refused.renderedText().contains(
        "<title>Error: Plans - Thornmere Community Safety Partnership"))
  }

  @Test("hold their parts in order, in one language, without inline style or script")
  func order() throws {
    var frame = Frame.sample
    frame.notice = "Saved & done"
    frame.warning = "Not yet for real personal data."
    let text = Page(frame: frame, title: "Plans", crumbs: [Crumb("Home", "/")]) {
      PageHead("Plans")
    }.renderedText()
    let marks = [
      "<!doctype html>", #"<html lang="en-GB">"#, #"<body class="desk">"#, "Skip to main content",
      "Demonstration.", "Not yet for real personal data.", "Sign out", #"aria-label="Main""#,
      #"aria-current="page""#, #"<main id="main""#, #"aria-label="Breadcrumb""#, "Saved &amp; done",
      "<h1", "</main>", "<footer",
    ]
    var rest = text[...]
    for mark in marks {
      let range = try #require(rest.firstRange(of: mark), "\(mark) is missing or out of order")
      rest = rest[range.upperBound...]
    }
    #expect(!text.contains(" style="))
    #expect(text.matches(of: /<script/).count == 1)
    #expect(text.matches(of: /<h1/).count == 1)
  }

  @Test("for residents have no sign-out, and leave out what they are not given")
  func open() {
    let text = Page(frame: Frame(partnership: "P", isPublic: true), title: "T") {}.renderedText()
    #expect(text.contains(#"<body class="public">"#))
    for absent in ["Sign out", "Demonstration", #"aria-label="Main""#, "notice"] {
      #expect(!text.contains(absent))
    }
  }

  @Test("name assets by their bytes")
  func assets() {
    let one = Asset(name: "a", extension: "css", contentType: "text/css", bytes: Array("x".utf8))
    let two = Asset(name: "a", extension: "css", contentType: "text/css", bytes: Array("y".utf8))
    #expect(one.path == "/assets/a.af63f54c86021707.css")
    #expect(one.path != two.path)
    #expect(Assets.embedded.all.allSatisfy { $0.bytes.count > 200 })
  }

  @Test("of the style guide give every icon, one main heading and no id twice")
  func guide() {
    let text = StyleGuide(frame: .sample).renderedText()
    for icon in Icon.Name.allCases {
      #expect(text.contains("<symbol id=\"i-\(icon.rawValue)\""))
      #expect(text.contains("href=\"#i-\(icon.rawValue)\""))
    }
    #expect(text.matches(of: /<h1/).count == 1)
    let ids = text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(!text.contains(" style="))
    for svg in text.matches(of: /<svg[^>]*>/) {
      #expect(svg.0.contains(" width=") && svg.0.contains(" height="), "\(svg.0)")
    }
  }
}
