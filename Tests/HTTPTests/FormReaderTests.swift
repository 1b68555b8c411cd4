import HTTP
import Testing

@Suite("Reading the fields of a form")
struct FormReaderTests {
  private enum Colour: String { case red, green }

  @Test("trims text, and tells empty from missing by the same word")
  func text() throws {
    var form = FormReader(Fields([("a", "  x y \n"), ("b", " \t "), ("c", "")]))
    #expect(form.text("a", or: "Enter a") == "x y")
    #expect(form.optionalText("b") == nil)
    #expect(form.optionalText("c") == nil)
    #expect(form.optionalText("missing") == nil)
    try form.finish()
    #expect(form.text("b", or: "Enter b") == "")
    #expect(throws: Refusal("b", "Enter b")) { try form.finish() }
  }

  @Test("counts characters as people do", arguments: [(5, true), (4, false)])
  func limit(limit: Int, isTaken: Bool) {
    var form = FormReader(Fields([("a", "crème")]))
    _ = form.text("a", or: "Enter a", limit: limit)
    #expect(form.refused.isEmpty == isTaken)
    if !isTaken {
      #expect(form.refused.first?.message == "Use 4 characters or fewer: there are 5")
    }
  }

  @Test("reads values, choices and ticks")
  func values() throws {
    var form = FormReader(Fields([("n", " 42 "), ("colour", "red"), ("box", "on")]))
    let number: Int? = form.value("n", or: "Enter n")
    let colour: Colour? = form.choice("colour", or: "Choose")
    #expect(number == 42)
    #expect(colour == .red)
    #expect(form.ticked("box") && !form.ticked("other"))
    try form.finish()
  }

  @Test("gathers what it refuses, each field once, in order")
  func refuses() {
    var form = FormReader(Fields([("n", "x"), ("colour", "blue")]))
    let number: Int? = form.value("n", or: "Enter n as a number")
    let colour: Colour? = form.choice("colour", or: "Choose a colour")
    form.refuse("n", "A second reason")
    #expect(number == nil && colour == nil)
    let expected = Refusal([
      .init(field: "n", message: "Enter n as a number"),
      .init(field: "colour", message: "Choose a colour"),
    ])
    #expect(throws: expected) { try form.finish() }
    #expect(expected.message(for: "colour") == "Choose a colour")
    #expect(expected.message(for: "other") == nil)
  }

  @Test("gives every value of a name, and the first")
  func several() {
    let fields = Fields([("a", "1"), ("b", "2"), ("a", "3")])
    #expect(fields["a"] == "1")
    #expect(fields.all("a") == ["1", "3"])
    #expect(fields["c"] == nil)
    #expect(fields.urlEncoded == "a=1&b=2&a=3")
  }
}
