import Design
import Markup
import Testing

@Suite("Components")
struct ContentTests {
  @Test(
    "states are a shape and a word",
    arguments: [
      (MarkState.good, "Green"), (.warn, "Amber"), (.bad, "Red"), (.none, "No comparison"),
    ])
  func state(state: MarkState, word: String) {
    #expect(
      StateMark(state, word).renderedText()
        == "<span class=\"rag \(state.rawValue)\"><svg class=\"icon\" width=\"16\" height=\"16\" "
        + "aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-\(state.rawValue)\"/></svg>"
        + "\(word)</span>")
  }

  @Test("an answer's link says what it changes")
  func summary() {
    let list = SummaryList([("Source", "Police <monthly>", "/change"), ("Unit", "Number", nil)])
    let text = list.renderedText()
    #expect(text.contains("<dt>Source</dt><dd>Police &lt;monthly&gt;</dd>"))
    #expect(text.contains(#"<a href="/change">Change<span class="hide"> Source</span></a>"#))
    #expect(text.matches(of: /Change/).count == 1)
  }

  @Test("progress is a bar and words, and never over the whole")
  func progress() {
    let bar = ProgressBar(done: 1_300, total: 1_200, label: "Reading").renderedText()
    #expect(bar.contains(#"<progress aria-label="Reading" value="1200" max="1200">"#))
    #expect(bar.contains("1,300 of 1,200 (100%)"))
    let unknown = ProgressBar(done: 12, total: nil, label: "Unpacking").renderedText()
    #expect(unknown.contains(#"<progress aria-label="Unpacking">12 so far</progress>"#))
  }

  @Test("a part that changes offers a link where there is no script, until it is done")
  func live() {
    let going = LivePart(id: "job", path: "/jobs/1", isLive: true) { "Half" }.renderedText()
    #expect(going.contains(#"data-live="2""#) && going.contains(#"<a href="/jobs/1">"#))
    let done = LivePart(id: "job", path: "/jobs/1", isLive: false) { "Done" }.renderedText()
    #expect(done == #"<div id="job" aria-live="polite">Done</div>"#)
  }
}

@Suite("Tables")
struct TableTests {
  @Test("have a caption, headers, labels for folded rows, and sort by links")
  func table() {
    let table = DataTable(
      caption: "Plans",
      columns: [
        .text("Plan", sort: .init("?sort=plan", order: .ascending)),
        .number("Count", sort: .init("?sort=count")),
      ],
      rows: [
        .group("Live"), [.link("2025 to 2029", to: "/plans/1"), "12"],
        .noted([.text("2017 to 2021"), .missing("Not supplied")]) { p { "Published" } },
      ])
    let text = table.renderedText()
    for part in [
      #"<caption>Plans</caption>"#,
      #"<th scope="col" aria-sort="ascending"><a href="?sort=plan">Plan<svg"#,
      #"<th scope="col" class="n"><a href="?sort=count">Count</a></th>"#,
      #"<tr class="group"><th scope="colgroup" colspan="2">Live</th></tr>"#,
      #"<th scope="row"><a href="/plans/1">2025 to 2029</a></th><td class="n" data-l="Count">12</td>"#,
      #"<span class="quiet">Not supplied</span></td></tr><tr class="note"><td colspan="2"><p>Published"#,
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("say so where there are no rows")
  func empty() {
    let table = DataTable(
      caption: "Plans", columns: [.text("Plan")], rows: [], empty: "No plan yet.")
    #expect(table.renderedText().contains("No plan yet."))
    #expect(!table.renderedText().contains("<table"))
  }

  @Test(
    "lead to the pages before and after",
    arguments: [(1, 1, 0, 0), (1, 3, 0, 1), (2, 3, 1, 1), (3, 3, 1, 0)])
  func pager(page: Int, of count: Int, back: Int, on: Int) {
    let text = Pager(page: page, of: count) { "?page=\($0)" }.renderedText()
    #expect(text.matches(of: /rel="prev"/).count == back)
    #expect(text.matches(of: /rel="next"/).count == on)
    #expect(text.contains("Page \(page) of \(count)") == (count > 1))
  }
}

@Suite("A QR code")
struct QRCodeTests {
  /// Seven by seven with a ring of light: what a camera looks for, in three corners.
  @Test("has the marks a camera looks for, and a margin of four modules")
  func marks() {
    let code = QRCode("HAMLET", "An example").renderedText()
    // Six bytes at level M fit version 1: 21 modules and the margins.
    #expect(code.contains(#"viewBox="0 0 29 29""#))
    #expect(code.contains("M4 4h7v1h-7z"))
    #expect(code.contains("M18 4h7v1h-7z"))
    #expect(code.contains("M4 24h7v1h-7z"))
    #expect(!code.contains("M18 24h7v1h-7z"))
    #expect(code.contains(#"aria-label="An example""#))
  }

  @Test("draws nothing of what is too long, rather than half of it")
  func long() {
    #expect(QRCode(String(repeating: "a", count: 2331), "Fits").renderedText().contains("<svg"))
    #expect(QRCode(String(repeating: "a", count: 2332), "Too long").renderedText().isEmpty)
  }
}
