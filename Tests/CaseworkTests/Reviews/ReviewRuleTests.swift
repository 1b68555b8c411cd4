import HTTP
import Kernel
import Testing

@testable import Casework

@Suite("The threshold of a case review")
struct ReviewRuleTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Days that happened, with the last day of the month and of the six months that begin with them.
  static let edges = [
    ("2026-03-15", "2026-04-14", "2026-09-14"), ("2026-01-31", "2026-02-28", "2026-07-30"),
    ("2026-01-30", "2026-02-28", "2026-07-29"), ("2026-02-28", "2026-03-27", "2026-08-27"),
    ("2028-01-31", "2028-02-29", "2028-07-30"),
  ]

  @Test("counts the first day as the first, to the day (section 104(11))", arguments: edges)
  func counting(first: String, month: String, sixth: String) throws {
    let (first, month, sixth) = (
      try Self.day(first), try Self.day(month), try Self.day(sixth)
    )
    func test(_ reported: Day, _ applied: Day) -> ComplaintTest {
      ComplaintTest(behaviour: first, reported: reported, applied: applied)
    }
    #expect(test(month, month).qualifies)
    #expect(test(month.adding(days: 1), month.adding(days: 1)).daysLate == 1)
    #expect(test(first, sixth).qualifies)
    #expect(test(first, sixth.adding(days: 1)).daysLapsed == 1)
    #expect(test(first, sixth).applyBy == sixth)
    #expect(test(first, first).reportBy == month)
  }

  private func verdict(
    _ complaints: [(happened: String?, reported: String?, incident: Int64)], applied: String,
    rule: ReviewRule? = nil
  ) throws -> ReviewVerdict {
    let applied = try Self.day(applied)
    return ReviewVerdict(
      try complaints.map { complaint in
        ReviewVerdict.Complaint(
          test: ComplaintTest(
            behaviour: try complaint.happened.map(Self.day),
            reported: try complaint.reported.map(Self.day), applied: applied),
          incident: complaint.incident)
      }, applied: applied, rule: rule, law: .act2014)
  }

  private static func rule(
    needed: Int = 3, within: Int? = 6, apply: Int? = 1
  ) throws -> ReviewRule {
    ReviewRule(
      number: 1, validFrom: try day("2024-04-01"), needed: needed, withinMonths: within,
      applyMonths: apply, acknowledgeDays: 5, decideDays: 10, meetDays: 21, appealDays: 15)
  }

  @Test("is met by three complaints at one, two and three months")
  func met() throws {
    let found = try verdict(
      [
        ("2026-08-20", "2026-08-20", 1), ("2026-09-20", "2026-09-20", 2),
        ("2026-10-20", "2026-10-20", 3),
      ], applied: "2026-11-20")
    #expect(found.isFloorMet && found.complaints == 3 && !found.dependsOnCounting)
  }

  @Test("is not met where two of three were reported late")
  func late() throws {
    let found = try verdict(
      [
        ("2026-06-01", "2026-07-01", 1), ("2026-08-01", "2026-09-02", 2),
        ("2026-10-01", "2026-10-02", 3),
      ], applied: "2026-11-20")
    #expect(!found.isFloorMet && found.complaints == 1)
  }

  @Test("counts two of three a day after six months from the earliest")
  func lapsed() throws {
    let complaints: [(String?, String?, Int64)] = [
      ("2026-05-20", "2026-05-20", 1), ("2026-08-01", "2026-08-02", 2),
      ("2026-10-01", "2026-10-02", 3),
    ]
    #expect(try verdict(complaints, applied: "2026-11-19").complaints == 3)
    #expect(try verdict(complaints, applied: "2026-11-20").complaints == 2)
  }

  @Test("shows where a local rule would refuse what the law grants")
  func conflict() throws {
    let found = try verdict(
      [
        ("2026-07-12", "2026-07-14", 1), ("2026-08-30", "2026-09-02", 2),
        ("2026-08-30", "2026-09-03", 2), ("2026-10-14", "2026-10-16", 3),
        ("2026-04-02", "2026-05-20", 4),
      ], applied: "2026-11-20", rule: Self.rule())
    #expect(found.isFloorMet && found.complaints == 4 && found.incidents == 3)
    #expect(found.local?.applyBy == (try Self.day("2026-11-15")))
    #expect(found.local?.daysLate == 5)
    #expect(found.conflicts)
    let late = ComplaintTest(
      behaviour: try Self.day("2026-04-02"), reported: try Self.day("2026-05-20"),
      applied: try Self.day("2026-11-20"))
    #expect(late.daysLate == 19 && late.daysLapsed == 1)
    #expect(late.words == "Reported 19 days too late, applied 1 day after its 6 months")
  }

  @Test("holds by the larger number where one incident was told to several bodies")
  func bodies() throws {
    let found = try verdict(
      [
        ("2026-10-01", "2026-10-02", 1), ("2026-10-01", "2026-10-03", 1),
        ("2026-10-10", "2026-10-11", 2),
      ], applied: "2026-11-20")
    #expect(found.isFloorMet && found.dependsOnCounting)
    #expect(found.complaints == 3 && found.incidents == 2)
  }

  @Test("takes a day that nobody knows for the applicant")
  func doubt() throws {
    let applied = try Self.day("2026-11-20")
    let unknown = ComplaintTest(behaviour: nil, reported: applied, applied: applied)
    #expect(unknown.qualifies && unknown.isDoubted)
    let lapsed = ComplaintTest(
      behaviour: nil, reported: try Self.day("2026-05-01"), applied: applied)
    #expect(!lapsed.qualifies)
    #expect(ComplaintTest(behaviour: applied, reported: nil, applied: applied).isDoubted)
  }

  @Test("needs fewer complaints where the procedure says so, never more", arguments: [1, 2, 3])
  func needed(count: Int) throws {
    let complaints: [(String?, String?, Int64)] = (1...count).map {
      ("2026-11-0\($0)", "2026-11-0\($0)", Int64($0))
    }
    let rule = try Self.rule(needed: count, within: nil, apply: nil)
    #expect(try verdict(complaints, applied: "2026-11-20", rule: rule).isFloorMet)
    #expect(
      try !verdict(Array(complaints.dropLast()), applied: "2026-11-20", rule: rule).isFloorMet)
  }

  @Test(
    "takes the months of the procedure to apply where they are more than six (section 104(11)(b))",
    arguments: [
      (nil, "2026-05-21", true), (nil, "2026-05-20", false), (3, "2026-05-21", true),
      (3, "2026-05-20", false), (6, "2026-05-20", false), (12, "2025-11-21", true),
      (12, "2025-11-20", false),
    ] as [(Int?, String, Bool)])
  func months(within: Int?, reported: String, qualifies: Bool) throws {
    let applied = try Self.day("2026-11-20")
    let complaint = ReviewComplaint(
      id: ID(1), body: .council, behaviour: try Self.day(reported),
      reported: try Self.day(reported),
      sameAs: nil, addedBy: nil, content: Sensitive(ReviewComplaint.Content()))
    let rule = try Self.rule(needed: 1, within: within, apply: nil)
    let tested = complaint.tested(applied: applied, rule: rule, law: .act2014)
    #expect(tested.test.qualifies == qualifies)
    #expect(
      ReviewVerdict([tested], applied: applied, rule: rule, law: .act2014).isFloorMet == qualifies)
    #expect(complaint.tested(applied: applied, rule: nil, law: .act2014).test.months == 6)
  }

  static let refused: [(String, String, String)] = [
    ("needed", "4", ReviewRuleHandlers.tooMany), ("needed", "0", ReviewRuleHandlers.tooMany),
    ("needed", "three", ReviewRuleHandlers.tooMany), ("within", "25", "from 1 to 24"),
    ("apply", "0", "from 1 to 24"), ("acknowledge", "", "from 1 to 60"),
    ("meet", "61", "from 1 to 60"), ("from-day", "", "First day must include a day"),
  ]

  @Test("cannot be set above the law, nor without its days", arguments: refused)
  func setting(field: String, value: String, words: String) throws {
    let whole = [
      ("from-day", "1"), ("from-month", "4"), ("from-year", "2026"), ("needed", "3"),
      ("within", ""), ("apply", "24"), ("acknowledge", "5"), ("decide", "60"), ("meet", "1"),
      ("appeal", "15"),
    ]
    #expect(
      try ReviewRuleHandlers.rule(Fields(whole), number: 2, sets: [.act2014]).applyMonths == 24)
    let refusal = #expect(throws: Refusal.self) {
      try ReviewRuleHandlers.rule(
        Fields(whole.filter { $0.0 != field } + [(field, value)]), number: 2,
        sets: [.act2014])
    }
    #expect(refusal?.entries.contains { $0.field == field && $0.message.contains(words) } == true)
  }

  @Test("sets the day of each step in working days from the application")
  func clocks() throws {
    let clocks = ReviewClocks(try Self.rule(), applied: try Self.day("2026-11-20"))
    #expect(clocks.acknowledge == (try Self.day("2026-11-27")))
    #expect(clocks.decide == (try Self.day("2026-12-04")))
    #expect(clocks.meet == (try Self.day("2026-12-21")))
  }
}
