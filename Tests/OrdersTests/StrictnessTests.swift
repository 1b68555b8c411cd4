import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("A rule of the partnership's own", .database)
struct StrictnessTests {
  /// Every limit: which way is stricter, and of a power whose Act says so a value at, within and beyond it.
  static let limits: [(LawLimit, LawStrictness, Power?, ok: Int, loose: Int)] = [
    (.minimumAge, .more, .protectionNotice, 17, 15),
    (.warningFirst, .more, .protectionNotice, 1, 0),
    (.longestHours, .less, .dispersal, 47, 49),
    (.longestHoursSenior, .less, .closureNotice, 47, 49),
    (.extensionHours, .less, .closureNotice, 23, 25),
    (.authorisationHours, .less, .dispersal, 47, 49),
    (.longestMonths, .less, .publicSpaces, 35, 37),
    (.longestMonthsYouth, .less, .injunction, 11, 13),
    (.extensionMonths, .less, .publicSpaces, 35, 37),
    (.longestMonthsInAll, .less, .closureOrder, 5, 7),
    (.shortestMonths, .more, .criminalBehaviour, 25, 23),
    (.shortestMonthsYouth, .more, .criminalBehaviour, 13, 11),
    (.hearingHours, .less, .closureNotice, 47, 49),
    (.reviewMonthsYouth, .less, .criminalBehaviour, 11, 13),
    (.youthTeam, .more, .injunction, 1, 0), (.supportFirst, .more, nil, 1, 0),
    (.appealDays, .fixed, .protectionNotice, 21, 22), (.penaltyDays, .fixed, .publicSpaces, 14, 13),
    (.penaltyPounds, .less, .publicSpaces, 99, 101),
    // Where an Act has no exception, what it would be one from holds.
    (.longestHoursSenior, .less, .dispersal, 48, 49),
    (.extensionMonths, .less, .expeditedPublicSpaces, 6, 7),
    (.longestMonthsYouth, .less, .publicSpaces, 36, 37),
  ]

  @Test("is known of every limit")
  func whole() { #expect(Set(Self.limits.map(\.0)) == Set(LawLimit.allCases)) }

  private func rule(_ power: Power, _ limit: LawLimit, _ value: Int) -> LawRule {
    LawRule(power: power, limit: limit, value: value, section: "paragraph 1")
  }

  private func add(_ rule: LawRule, isLaw: Bool = false, _ fixture: OrdersFixture) throws {
    try fixture.services.database.write { write in
      let new = NewLawSet(
        key: "own", title: "Own", source: "our procedure", isLaw: isLaw, note: "")
      try LawStore.add(new, by: nil, at: OrdersFixture.now, in: write)
      try LawStore.add(rule, to: try #require(try LawStore.find("own", write)), in: write)
      let set = try #require(try LawStore.find("own", write))
      try LawStore.date(set, from: OrdersFixture.today, through: nil, in: write)
    }
  }

  @Test("may be stricter than the Act, and is passed over where it is looser", arguments: limits)
  func book(limit: LawLimit, way: LawStrictness, power: Power?, ok: Int, loose: Int) throws {
    #expect(limit.strictness == way)
    guard let power else { return }
    for (value, applies) in [(ok, true), (loose, false)] {
      let fixture = try OrdersFixture()
      let before = try fixture.law()[power, limit]
      try add(rule(power, limit, value), fixture)
      let found = try fixture.law()[power, limit]
      let same = before?.value == value
      #expect(found?.set == (applies && !same ? "own" : before?.set), "\(limit) \(value)")
      let book = try fixture.services.database.read { try LawStore.book($0) }
      let set = try #require(book.sets.first { $0.key == "own" })
      #expect(book.passedOver(in: set, on: OrdersFixture.today).isEmpty == applies)
      let page = try #require(try fixture.visit("/orders/law/own", as: .analyst)).words
      #expect(page.contains("Not applied") == !applies)
    }
  }

  @Test("is refused at its field with the Act's section where it is looser", arguments: limits)
  func form(limit: LawLimit, way: LawStrictness, power: Power?, ok: Int, loose: Int) throws {
    guard let power else { return }
    let fixture = try OrdersFixture()
    let new = [
      ("title", "Own"), ("key", "own"), ("source", "our procedure"), ("kind", "own"),
    ]
    #expect(try fixture.status("/orders/law/new", as: .administrator, form: new) == 303)
    let act = try fixture.law()
    let said = try #require(
      act[power, limit] ?? limit.exceptionFrom.flatMap { act[power, $0] })
    for (value, status) in [(loose, 422), (ok, 303)] {
      let form = [
        ("act", "rule"), ("version", "1"), ("power", power.rawValue), ("limit", limit.rawValue),
        ("value", String(value)), ("section", "paragraph 1"),
      ]
      let response = try #require(
        try fixture.visit("/orders/law/own", as: .administrator, form: form))
      #expect(response.status == status, "\(limit) \(value): \(response.words)")
      if status == 422 {
        #expect(response.words.contains("rule of your own"))
        #expect(response.words.contains(said.citation))
      }
    }
  }

  @Test("is no rule of an Act, which may be looser than the one before")
  func law() throws {
    let fixture = try OrdersFixture()
    try add(rule(.publicSpaces, .penaltyPounds, 500), isLaw: true, fixture)
    #expect(try fixture.law()[.publicSpaces, .penaltyPounds]?.value == 500)
  }
}
