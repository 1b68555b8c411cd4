import Markup
import Testing

@Suite("Elements")
struct ElementTests {
  @Test("carry their attributes in order and their content within")
  func attributes() {
    expect(p(.id("a"), .class("quiet")) { "Hello" }, is: #"<p id="a" class="quiet">Hello</p>"#)
    expect(
      a(.href("/plans?of=2025#top")) { "Plans" }, is: ##"<a href="/plans?of=2025#top">Plans</a>"##)
    expect(th(.scope(.row), .colspan(2)) { "Year" }, is: #"<th scope="row" colspan="2">Year</th>"#)
    expect(
      input(.type(.radio), .name("ward"), .value("7"), .checked, .aria("describedby", "h")),
      is: #"<input type="radio" name="ward" value="7" checked aria-describedby="h">"#)
    expect(td(.data("l", "Change")) { "+1" }, is: #"<td data-l="Change">+1</td>"#)
    expect(br(), is: "<br>")
    // Attributes belong to their elements: td(.href("/")), p(.scope(.col)) and
    // label(.value("x")) do not compile.
  }

  @Test("leave out an attribute whose condition fails")
  func conditions() {
    expect(
      option(.value("1"), .selected.when(false)) { "One" }, is: #"<option value="1">One</option>"#)
    expect(
      a(.href("/"), .aria("current", "page").when(true)) { "Home" },
      is: #"<a href="/" aria-current="page">Home</a>"#)
  }

  @Test("of a drawing close themselves and keep at most two decimals")
  func drawing() {
    expect(
      line(.x1(.percent(9)), .x2(.percent(97.456)), .y1(.px(12.5)), .y2(.px(-0.001))),
      is: #"<line x1="9%" x2="97.46%" y1="12.5" y2="0"/>"#)
    expect(
      polyline(.points([Point(1, 2.05), Point(3, .nan)])), is: #"<polyline points="1,2.05 3,0"/>"#)
    expect(
      svg(.viewBox(0, 0, 100, 34), .preserveAspectRatio("none"), .width(.percent(100))) {
        title_ { "Ward" }
        text_(.x(.percent(50)), .y(.px(8))) { "7" }
      },
      is: #"<svg viewBox="0 0 100 34" preserveAspectRatio="none" width="100%">"#
        + #"<title>Ward</title><text x="50%" y="8">7</text></svg>"#)
  }
}

@Suite("Builders")
struct BuilderTests {
  @Test("join text, pieces, choices and loops in order")
  func builder() {
    let names = ["Tannery", "Millwharf"]
    let note: String? = nil
    let page = Group {
      "Wards: "
      for name in names { em { name } }
      note
      if names.count > 2 { "many" } else { "few" }
      if names.isEmpty { "none" }
      switch names.count {
      case 0: "0"
      case 1: b { "1" }
      default: AnyHTML { b { "2" } }
      }
    }
    expect(page, is: "Wards: <em>Tannery</em><em>Millwharf</em>few<b>2</b>")
  }

  @Test("make a page of structs made of structs")
  func structs() {
    struct Item: HTML {
      let name: String
      var body: some HTML { li { name } }
    }
    struct Items: HTML {
      let names: [String]
      var body: some HTML {
        ul(.role("list")) {
          for name in names { Item(name: name) }
        }
      }
    }
    expect(Items(names: ["a", "b"]), is: #"<ul role="list"><li>a</li><li>b</li></ul>"#)
  }

  @Test("take many pieces at once")
  func many() {
    let row = tr {
      td { "1" }
      td { "2" }
      td { "3" }
      td { "4" }
      td { "5" }
      td { "6" }
      td { "7" }
      td { "8" }
      td { "9" }
      td { "10" }
      td { "11" }
      td { "12" }
      td { "13" }
    }
    #expect(row.renderedText().hasSuffix("<td>12</td><td>13</td></tr>"))
  }
}

/// Expects the bytes a piece is written as.
func expect(
  _ piece: some HTML, is expected: String, at location: SourceLocation = #_sourceLocation
) {
  #expect(piece.renderedText() == expected, sourceLocation: location)
}
