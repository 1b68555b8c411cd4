import Kernel
import Testing

@testable import Casework

@Suite("The rules of giving somebody their own data")
struct AccessRuleTests {
  static let months: [(received: String, proved: String?, isExtended: Bool, due: String)] = [
    // The corresponding day; the last of a shorter month.
    ("2026-09-03", nil, false, "2026-10-05"), ("2026-09-04", nil, false, "2026-10-05"),
    ("2026-09-07", nil, false, "2026-10-07"), ("2027-01-29", nil, false, "2027-03-01"),
    ("2028-01-31", nil, false, "2028-02-29"), ("2026-08-31", nil, false, "2026-09-30"),
    // From a day nobody works on to the next working day: Christmas, Easter.
    ("2026-11-25", nil, false, "2026-12-29"), ("2026-11-24", nil, false, "2026-12-24"),
    ("2026-12-01", nil, false, "2027-01-04"), ("2027-02-26", nil, false, "2027-03-30"),
    // From the day they showed who they are; an earlier one changes nothing.
    ("2026-09-07", "2026-09-14", false, "2026-10-14"),
    ("2026-09-07", "2026-09-01", false, "2026-10-07"),
    // Two months more.
    ("2026-09-07", nil, true, "2026-12-07"), ("2026-11-30", nil, true, "2027-03-01"),
  ]

  @Test("is due after one month, or three", arguments: months)
  func due(received: String, proved: String?, isExtended: Bool, due: String) throws {
    let received = try #require(Day(received))
    let found = AccessClock.due(
      received: received, proved: proved.flatMap { Day($0) }, isExtended: isExtended,
      in: .statutory)
    #expect(found.description == due)
  }

  static let texts: [(text: String, struck: String, count: Int)] = [
    ("Ann met Bob Stone.", "Ann met [struck out].", 1),
    ("BOB rang; bob's dog bit Stone", "[struck out] rang; [struck out] dog bit [struck out]", 3),
    ("Bobbin and Stonehenge stay", "Bobbin and Stonehenge stay", 0),
    ("Bob Hill and Ann Hill", "[struck out] and Ann Hill", 1),
    ("Zoë spoke, Zoe listened", "[struck out] spoke, [struck out] listened", 2),
    ("Call 07700 900999 or (020) 7946 0000.", "Call [struck out] or ([struck out].", 2),
    (
      "Call me on 07700 900123 or +44 7700 900 123", "Call me on 07700 900123 or +44 7700 900 123",
      0
    ),
    ("On 12/03/2026 at 10.30", "On 12/03/2026 at 10.30", 0),
    (
      "Write to bob@stone.example, not ann@hill.example",
      "Write to [struck out], not ann@hill.example", 1
    ),
    ("The man in the Red Hat came", "The [struck out] came", 1),
    ("", "", 0),
  ]

  @Test("strikes others out, and leaves the person's own", arguments: texts)
  func strikes(text: String, struck: String, count: Int) {
    let striking = Striking(
      own: ["Ann Hill", "07700 900 123", "ann@hill.example"],
      others: ["Bob Stone", "Bob Hill", "Zoë"], passages: ["man in the red hat"])
    let found = striking.strike(text)
    #expect(found.text == struck && found.count == count, "\(found)")
  }
}
