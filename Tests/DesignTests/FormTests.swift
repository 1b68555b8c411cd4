import Design
import HTTP
import Kernel
import Markup
import Testing

@Suite("Fields of forms")
struct FieldTests {
  private let state = FormState(
    values: Fields([("name", "A \"B\" & C"), ("kind", "b"), ("day", "mon"), ("day", "tue")]),
    refusal: Refusal("name", "Enter a name"))

  @Test("name their hint and error, in the order label, hint, error, input")
  func text() {
    let field = TextField("name", label: "Name", hint: "In full", in: state, width: .w20)
    #expect(
      field.renderedText() == """
        <div class="field wrong"><label for="name">Name</label>\
        <p class="hint" id="name-hint">In full</p>\
        <p class="error" id="name-error">\(Icon(.alert).renderedText())\
        <span><span class="hide">Error: </span>Enter a name</span></p>\
        <input class="input w20" id="name" name="name" type="text" value="A &#34;B&#34; &amp; C" \
        aria-describedby="name-hint name-error" aria-invalid="true"></div>
        """)
  }

  @Test("are plain where nothing was refused")
  func plain() {
    #expect(
      TextField("title", label: "Title").renderedText()
        == #"<div class="field"><label for="title">Title</label>"#
        + #"<input class="input" id="title" name="title" type="text" value=""></div>"#)
  }

  @Test("never show a password again")
  func password() {
    let posted = FormState(values: Fields([("password", "thornmere demonstration")]))
    let field = TextField("password", label: "Password", in: posted, type: .password)
    #expect(!field.renderedText().contains("thornmere"))
  }

  @Test("keep a line end that text begins with, and what looks like markup")
  func area() {
    let posted = FormState(values: Fields([("note", "\n</textarea><script>")]))
    #expect(
      TextArea("note", label: "Note", in: posted).renderedText()
        .hasSuffix("\n\n&lt;/textarea&gt;&lt;script&gt;</textarea></div>"))
  }

  @Test("show again what was chosen")
  func choices() {
    let kinds = [Choice("a", "One"), Choice("b", "Two", hint: "Or more")]
    let radios = RadioField("kind", legend: "Kind", choices: kinds, in: state).renderedText()
    #expect(radios.contains(#"<input type="radio" id="kind" name="kind" value="a">"#))
    #expect(radios.contains(#"id="kind-2" name="kind" value="b" checked "#))
    let days = [Choice("mon", "Monday"), Choice("tue", "Tuesday"), Choice("wed", "Wednesday")]
    let boxes = CheckboxField("day", legend: "Days", choices: days, in: state).renderedText()
    #expect(boxes.matches(of: /\schecked>/).count == 2)
    let list = SelectField("kind", label: "Kind", choices: kinds, empty: "Choose", in: state)
    #expect(
      list.renderedText().contains(
        #"<option value="">Choose</option><option value="a">One</option>"#
          + #"<option value="b" selected>Two</option>"#))
  }

  @Test("of a date mark only the part that was refused")
  func date() {
    let refused = FormState(
      values: Fields([("met-day", "16")]), refusal: Refusal("met-year", "Must include a year"))
    let field = DateField("met", legend: "Date of the meeting", in: refused).renderedText()
    #expect(field.contains("Must include a year"))
    #expect(field.matches(of: /aria-invalid/).count == 1)
    #expect(
      field.contains(#"id="met-day" name="met-day" type="text" inputmode="numeric" value="16">"#))
  }

  @Test("are sent with the token of the page")
  func form() {
    #expect(
      PostForm(to: "/plans", csrf: "t&", upload: true) { SubmitButton("Save") }.renderedText()
        == #"<form method="post" action="/plans" enctype="multipart/form-data" novalidate>"#
        + #"<input type="hidden" name="csrf" value="t&amp;">"#
        + #"<button class="btn" type="submit">Save</button></form>"#)
  }

  @Test("are linked from the summary of errors")
  func summary() {
    let refusal = Refusal([
      Refusal.Entry(field: "name", message: "Enter a name"),
      Refusal.Entry(field: "", message: "The plan is closed"),
    ])
    let text = ErrorSummary(refusal).renderedText()
    #expect(
      text.contains(##"<li><a href="#name">Enter a name</a></li><li>The plan is closed</li>"##))
    #expect(text.contains(#"role="alert" tabindex="-1" autofocus"#))
    #expect(ErrorSummary(nil).renderedText().isEmpty)
  }
}

@Suite("Dates that were typed")
struct DateInputTests {
  @Test(
    "are read as numbers or names",
    arguments: [
      ("16", "4", "2026", "2026-04-16"), (" 1 ", "Sept", "2025", "2025-09-01"),
      ("29", "february", "2024", "2024-02-29"),
    ])
  func read(day: String, month: String, year: String, expected: String) throws {
    #expect(
      try DateInput.day("met", "Date of the meeting", in: fields(day, month, year)).description
        == expected)
  }

  @Test(
    "are refused by the part that is missing or wrong",
    arguments: [
      ("", "", "", "met-day", "Enter the date of the meeting"),
      ("16", "4", "", "met-year", "Date of the meeting must include a year"),
      ("", "4", "", "met-day", "Date of the meeting must include a day and a year"),
      ("32", "4", "2026", "met-day", "The day of the date of the meeting must be from 1 to 31"),
      ("-1", "4", "2026", "met-day", "The day of the date of the meeting must be from 1 to 31"),
      (
        "16", "13", "2026", "met-month", "The month of the date of the meeting must be from 1 to 12"
      ),
      (
        "16", "Ma", "2026", "met-month", "The month of the date of the meeting must be from 1 to 12"
      ),
      ("16", "4", "26", "met-year", "The year of the date of the meeting must have four figures"),
      (
        "31", "4", "2026", "met-day",
        "Date of the meeting must be a real date: that month has fewer days"
      ),
    ])
  func refuse(day: String, month: String, year: String, field: String, message: String) {
    #expect(throws: Refusal(field, message)) {
      try DateInput.day("met", "Date of the meeting", in: fields(day, month, year))
    }
  }

  @Test("come back as they were")
  func round() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 20))
    #expect(try DateInput.day("met", "Date", in: Fields(DateInput.fields("met", day))) == day)
  }

  private func fields(_ day: String, _ month: String, _ year: String) -> Fields {
    Fields([("met-day", day), ("met-month", month), ("met-year", year)])
  }
}
