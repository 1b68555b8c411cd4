import Markup
import Testing
import Translation

@Suite("Pages in another language")
struct WordingTests {
  private static let welsh = Language(code: "cy", name: "Cymraeg", isRightToLeft: false)

  /// A line of words in Welsh, from a piece of a page.
  private func said(
    _ words: [String: String], @HTMLBuilder _ content: () -> some HTML
  ) throws -> String {
    let wording = Wording(try #require(Self.welsh), words)
    return String(decoding: wording.page(content().rendered()), as: UTF8.self)
  }

  @Test("words are found whole, with what stands around them left as it is")
  func whole() throws {
    let words = ["Back": "Yn ôl", "Tea & cake": "Te & chacen"]
    #expect(
      try said(words) { p { a(.href("/")) { " Back " } } } == #"<p><a href="/"> Yn ôl </a></p>"#)
    #expect(try said(words) { li { "Tea & cake" } } == "<li>Te &amp; chacen</li>")
  }

  @Test("elements within a sentence are moved with their words")
  func moved() throws {
    let text = try said(["Call {1}999{/1} now": "Nawr {1}999{/1} ffoniwch"]) {
      p {
        "Call "; strong(.class("n")) { "999" }; " now"
      }
    }
    #expect(text == #"<p>Nawr <strong class="n">999</strong> ffoniwch</p>"#)
  }

  @Test("elements side by side are texts of their own, but within a sentence")
  func siblings() throws {
    let words = [
      "Back": "Yn ôl", "Help": "Cymorth", "{1}Back{/1} or {2}Help{/2}": "{2}C{/2} {1}B{/1}",
    ]
    #expect(
      try said(words) {
        p {
          b { "Back" }; " "; em { "Help" }
        }
      } == "<p><b>Yn ôl</b> <em>Cymorth</em></p>")
    #expect(
      try said(words) {
        p {
          b { "Back" }; " or "; em { "Help" }
        }
      } == "<p><em>C</em> <b>B</b></p>")
    #expect(
      try said(words) {
        div {
          a(.translate(false)) { "Back" }; span { a { "Help" } }
        }
      }
        == #"<div><a translate="no">Back</a><span><a>Cymorth</a></span></div>"#)
  }

  @Test("values are put where the translation has them; dates are translated word by word")
  func values() throws {
    let words = [
      "By {date}": "Erbyn {date}", "Friday": "dydd Gwener", "May": "Mai",
      "File {number} of {number2}": "{number2} ffeil, {number}", "Change: {text}": "Newid: {text}",
      "Where": "Ble",
    ]
    #expect(
      try said(words) { p { "By Friday 1 May 2026" } } == "<p>Erbyn dydd Gwener 1 Mai 2026</p>")
    #expect(try said(words) { p { "File 2 of 1,034" } } == "<p>1,034 ffeil, 2</p>")
    #expect(try said(words) { p { "Change: Where" } } == "<p>Newid: Ble</p>")
    #expect(try said(words) { p { "Change: Rowan" } } == "<p>Newid: Rowan</p>")
    #expect(try said(words) { p { "File x of 3" } }.contains("File x of 3"))
  }

  @Test("the pattern that gives most of a text is the one")
  func mostGiven() throws {
    let words = ["{text} sent": "1 {text}", "File {text} sent": "2 {text}"]
    #expect(try said(words) { p { "File A sent" } } == "<p>2 A</p>")
  }

  @Test("what people wrote stays as it is, even where it is a text of ours")
  func written() throws {
    let words = ["Yes": "Ie", "Said: {1/}": "Dywedwyd: {1/}"]
    #expect(try said(words) { dd(.translate(false)) { "Yes" } } == #"<dd translate="no">Yes</dd>"#)
    #expect(
      try said(words) {
        p {
          "Said: "; span(.translate(false)) { "Yes" }
        }
      }
        == #"<p>Dywedwyd: <span translate="no">Yes</span></p>"#)
    #expect(
      try said(words) { textarea(.name("a")) { "Yes" } } == #"<textarea name="a">Yes</textarea>"#)
    #expect(try said(words) { dd { "Yes" } } == "<dd>Ie</dd>")
  }

  @Test("what has no translation is marked as English, but where no mark may stand")
  func unknown() throws {
    #expect(
      try said([:]) { p { "Hello" } } == #"<p><span lang="en-GB" dir="ltr">Hello</span></p>"#)
    #expect(try said([:]) { option { "Hello" } } == "<option>Hello</option>")
    #expect(try said([:]) { p { "101" } } == "<p>101</p>")
  }

  @Test("what is read out is translated, what a machine reads is not")
  func attributes() throws {
    let words = ["Main": "Prif", "main": "prif"]
    #expect(
      try said(words) { nav(.aria("label", "Main"), .class("main")) {} }
        == #"<nav aria-label="Prif" class="main"></nav>"#)
  }

  @Test("the parts of a title are texts, and so is the mark of an error")
  func titles() throws {
    let words = ["Where?": "Ble?", "Error:": "Gwall:"]
    #expect(try said(words) { title { "Where? - A & B" } } == "<title>Ble? - A &amp; B</title>")
    #expect(
      try said(words) { title { "Error: Where? - Thornmere" } }
        == "<title>Gwall: Ble? - Thornmere</title>")
  }

  @Test("the document says its language and which way it runs")
  func language() throws {
    #expect(try said([:]) { html(.lang("en-GB")) {} } == #"<html lang="cy" dir="ltr"></html>"#)
    let page = html(.lang("en-GB")) {}.rendered()
    let mirrored = PseudoLanguage.mirrored.wording([])
    #expect(
      String(decoding: mirrored.page(page), as: UTF8.self)
        == #"<html lang="ar-XB" dir="rtl"></html>"#)
  }

  @Test("the texts of a page are what it looks up")
  func texts() {
    let page = Markup.body {
      nav(.aria("label", "Main")) { a(.href("/")) { "Back" } }
      p {
        "Call "; strong { "999" }; " now"
      }
      p { "Back" }
      span(.translate(false)) { "Rowan" }
    }
    #expect(Wording.texts(of: page.rendered()) == ["Main", "Back", "Call {1}999{/1} now"])
  }
}

@Suite("Translations")
struct PhraseFaultTests {
  @Test(
    "a translation has what the text has in braces, each once, in any order",
    arguments: [
      ("Call {1}999{/1}", "{1}999{/1} ffoniwch", nil),
      ("By {date}", "", .empty),
      ("By {date}", "Erbyn", .otherBraces(missing: ["{date}"], unknown: [])),
      ("By {date}", "{date} {date}", .otherBraces(missing: [], unknown: ["{date}"])),
      ("Call {1}us{/1}", "Call {1}us", .otherBraces(missing: ["{/1}"], unknown: [])),
      ("Back", "{1}Back{/1}", .otherBraces(missing: [], unknown: ["{1}", "{/1}"])),
      ("Back", "{back}", nil),
    ] as [(String, String, PhraseFault?)])
  func braces(_ text: String, _ translation: String, _ fault: PhraseFault?) {
    #expect(PhraseFault(of: translation, for: text) == fault)
  }

  @Test("a fault says what to do")
  func words() {
    #expect(
      PhraseFault.otherBraces(missing: ["{date}"], unknown: ["{1}"]).words
        == "Put {date} where the English has it. Take out {1}: the English has it not")
  }

  @Test(
    "a language has a code of its standard and a name",
    arguments: [
      ("cy", "Cymraeg", true), ("pa-Arab", "پنجابی", true), ("Welsh", "Cymraeg", false),
      ("c", "C", false),
      ("cy-", "Cymraeg", false), ("", "", false), ("cy", "", false), ("cy/..", "C", false),
    ])
  func codes(_ code: String, _ name: String, _ isOne: Bool) {
    #expect((Language(code: code, name: name, isRightToLeft: false) != nil) == isOne)
  }

  @Test("a language nobody speaks changes every word and leaves what is in braces")
  func pseudo() {
    #expect(PseudoLanguage.accented.words(of: "By {date}") == "[Ɓý {date}~]")
    for language in PseudoLanguage.allCases {
      #expect(
        PhraseFault(
          of: language.words(of: "Call {1}us{/1} by {date}"), for: "Call {1}us{/1} by {date}")
          == nil)
      #expect(Language(code: language.rawValue, name: "x", isRightToLeft: false) != nil)
    }
  }
}
