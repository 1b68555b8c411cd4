import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("Law as dated data", .database)
struct LawTests {
  private static let age = " (Children and Young Persons Act 1933, section 50)"

  /// Every limit the program came with: power, limit, value, section and source.
  static let shipped: [(Power, LawLimit, Int, String)] = [
    (.injunction, .minimumAge, 10, "section 1(1)"),
    (.injunction, .longestMonthsYouth, 12, "section 1(6)"),
    (.injunction, .youthTeam, 1, "section 14(1)(a) and (2)(a)"),
    (.dispersal, .minimumAge, 10, "section 36(1)"),
    (.dispersal, .longestHours, 48, "section 35(4)"),
    (.dispersal, .authorisationHours, 48, "section 34(1)"),
    (.protectionWarning, .minimumAge, 16, "section 43(1)"),
    (.protectionNotice, .minimumAge, 16, "section 43(1)"),
    (.protectionNotice, .warningFirst, 1, "section 43(5)(a)"),
    (.protectionNotice, .appealDays, 21, "section 46(2)"),
    (.protectionNotice, .penaltyPounds, 100, "section 52(7)"),
    (.protectionNotice, .penaltyDays, 14, "section 52(5)"),
    (.publicSpaces, .appealDays, 42, "section 66(3)"),
    (.publicSpaces, .penaltyDays, 14, "section 68(4)"),
    (.expeditedPublicSpaces, .appealDays, 42, "section 66(3)"),
    (.expeditedPublicSpaces, .penaltyDays, 14, "section 68(4)"),
    (.expeditedPublicSpaces, .penaltyPounds, 100, "section 68(6)"),
    (.closureOrder, .appealDays, 21, "section 84(5)"),
    (.possession, .appealDays, 7, "section 96 (Housing Act 1985, section 85ZA(2))"),
    (
      .criminalBehaviour, .minimumAge, 10,
      "section 331(1)\(age)"
    ),
    (.criminalBehaviour, .youthTeam, 1, "section 331(5)"),
    (.publicSpaces, .longestMonths, 36, "section 60(1)"),
    (.publicSpaces, .extensionMonths, 36, "section 60(3)(a)"),
    (.publicSpaces, .penaltyPounds, 100, "section 68(6)"),
    (.expeditedPublicSpaces, .longestMonths, 6, "section 60A(1)"),
    (.expeditedPublicSpaces, .longestMonthsInAll, 6, "section 60A(1) and (2)"),
    (.closureNotice, .longestHours, 24, "section 77(1)"),
    (.closureNotice, .longestHoursSenior, 48, "section 77(2)"),
    (.closureNotice, .extensionHours, 24, "section 77(4)"),
    (.closureNotice, .hearingHours, 48, "section 80(3) and (4)"),
    (.closureOrder, .longestMonths, 3, "section 80(6)"),
    (.closureOrder, .extensionMonths, 3, "section 82(7)"),
    (.closureOrder, .longestMonthsInAll, 6, "section 82(8)"),
    (.criminalBehaviour, .shortestMonths, 24, "section 334(5)"),
    (.criminalBehaviour, .shortestMonthsYouth, 12, "section 334(4)"),
    (.criminalBehaviour, .longestMonthsYouth, 36, "section 334(4)"),
    (.criminalBehaviour, .reviewMonthsYouth, 12, "section 337(1) and (2)"),
  ]

  @Test("names every limit in force of the Acts, so that none goes untested")
  func whole() throws {
    let law = try OrdersFixture().law()
    let found = Power.allCases.flatMap { law.rules(of: $0) }.filter { $0.set != "local" }
    let named = Set(Self.shipped.map { "\($0.0.rawValue) \($0.1.rawValue)" })
    #expect(
      Set(found.map { "\($0.rule.power.rawValue) \($0.rule.limit.rawValue)" }) == named)
  }

  @Test("holds the limits in force, each with its section", arguments: Engine.tested)
  func limits(engine: Engine) throws {
    let law = try OrdersFixture(engine).law()
    for (power, limit, value, section) in Self.shipped {
      let finding = try #require(law[power, limit], "\(power) \(limit)")
      #expect(finding.value == value && finding.rule.section == section, "\(power) \(limit)")
    }
  }

  @Test(
    "changes with the day",
    arguments: [
      ("2014-10-19", LawLimit.shortestMonths, nil as String?),
      ("2014-10-20", .shortestMonths, "asbcpa-2014-part-2"),
      ("2020-11-30", .shortestMonths, "asbcpa-2014-part-2"),
      ("2020-12-01", .shortestMonths, "sentencing-2020"),
    ])
  func days(day: String, limit: LawLimit, set: String?) throws {
    let law = try OrdersFixture().law(try #require(Day(day)))
    #expect(law[.criminalBehaviour, limit]?.set == set)
  }

  /// The sections of the orders of 2014 to 2020, which the Sentencing Code took the place of.
  @Test(
    "holds the limits of criminal behaviour orders before the Sentencing Code",
    arguments: [
      (LawLimit.minimumAge, 10, "section 22(1)\(age)"), (.shortestMonths, 24, "section 25(5)"),
      (.shortestMonthsYouth, 12, "section 25(4)"), (.longestMonthsYouth, 36, "section 25(4)"),
      (.youthTeam, 1, "section 22(8)"), (.reviewMonthsYouth, 12, "section 28(1) and (2)"),
    ])
  func earlier(limit: LawLimit, value: Int, section: String) throws {
    let law = try OrdersFixture().law(try #require(Day("2020-11-30")))
    let finding = try #require(law[.criminalBehaviour, limit])
    #expect(finding.value == value && finding.rule.section == section)
  }

  @Test(
    "names the other law that its reader may read",
    arguments: [(Role.analyst, false), (.administrator, true)])
  func others(role: Role, mayRead: Bool) throws {
    let other = NavigationEntry("Other law", path: "/elsewhere/law", roles: [.administrator])
    let fixture = try OrdersFixture(law: [other])
    let page = try #require(try fixture.visit("/orders/law", as: role)).text
    #expect(page.contains("href=\"/elsewhere/law\"") == mayRead)
  }

  @Test("does not apply a set without a date, and says to check commencement")
  func unset() throws {
    let fixture = try OrdersFixture()
    #expect(!(try fixture.law().has(.respectOrder)))
    let page = try #require(try fixture.visit("/orders/law", as: .analyst)).words
    #expect(page.contains("Check commencement"))
    let set = try #require(try fixture.visit("/orders/law/cpa-2026-dispersal", as: .analyst)).words
    #expect(set.contains("Check commencement: passed on 29 April 2026"))
    #expect(!set.contains("Save the dates"))
  }

  @Test(
    "lists what the Act of 2026 brings, each set without a date",
    arguments: [
      "cpa-2026-dispersal", "cpa-2026-penalties", "cpa-2026-respect", "cpa-2026-youth-injunctions",
      "cpa-2026-housing-injunctions", "cpa-2026-risk-assessment", "cpa-2026-closure-providers",
      "cpa-2026-policing-body-review", "cpa-2026-data", "cpa-2026-expedited-penalties",
    ])
  func act2026(key: String) throws {
    let fixture = try OrdersFixture()
    let set = try fixture.services.database.read { try LawStore.find(key, $0) }
    let found = try #require(set)
    #expect(found.from == nil && found.isLaw && found.note.contains("Check commencement"))
    let page = try #require(try fixture.visit("/orders/law/\(key)", as: .analyst))
    #expect(page.status == 200 && page.words.contains("Check commencement"))
  }

  @Test("raises the penalty of an expedited order once its set is dated")
  func expeditedPenalty() throws {
    let fixture = try OrdersFixture()
    #expect(try fixture.law()[.expeditedPublicSpaces, .penaltyPounds]?.value == 100)
    let path = "/orders/law/cpa-2026-expedited-penalties"
    #expect(try fixture.status(path, as: .administrator, form: Self.date) == 303)
    let later = try fixture.law(try #require(Day("2027-04-01")))
    #expect(later[.expeditedPublicSpaces, .penaltyPounds]?.value == 500)
  }

  static let date: [(String, String)] = [
    ("act", "date"), ("version", "1"), ("from-day", "1"), ("from-month", "4"),
    ("from-year", "2027"),
  ]

  @Test("applies a set from the day an administrator gives it", arguments: Engine.tested)
  func dating(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = "/orders/law/cpa-2026-dispersal"
    #expect(try fixture.status(path, as: .manager, form: Self.date) == 404)
    #expect(try fixture.status(path, as: .administrator, form: Self.date) == 303)
    let before = try fixture.law(try #require(Day("2027-03-31")))
    #expect(before[.dispersal, .longestHours]?.value == 48)
    let after = try fixture.law(try #require(Day("2027-04-01")))
    #expect(after[.dispersal, .longestHours]?.value == 72)
    #expect(after[.dispersal, .longestHours]?.set == "cpa-2026-dispersal")
    #expect(after[.dispersal, .minimumAge]?.value == 10)
    #expect(
      try fixture.trail() == [
        "orders.law-dated orders-law/cpa-2026-dispersal from=2027-04-01 through=no end"
      ])
    // A form opened before is not saved over it.
    #expect(try fixture.status(path, as: .administrator, form: Self.date) == 409)
  }

  @Test("takes a set of the partnership's own, rule by rule, until it has a date")
  func adding() throws {
    let fixture = try OrdersFixture()
    let new = [
      ("title", "Contracts"), ("key", "local-2027"), ("source", "our procedure of 2027"),
      ("kind", "own"),
    ]
    #expect(try fixture.status("/orders/law/new", as: .officer, form: new) == 404)
    #expect(try fixture.status("/orders/law/new", as: .administrator, form: new) == 303)
    #expect(try fixture.status("/orders/law/new", as: .administrator, form: new) == 422)
    let path = "/orders/law/local-2027"
    func rule(_ version: Int) -> [(String, String)] {
      [
        ("act", "rule"), ("version", String(version)), ("power", "acceptable-behaviour"),
        ("limit", "longest-months"), ("value", "6"), ("section", "paragraph 4"),
      ]
    }
    #expect(try fixture.status(path, as: .administrator, form: rule(1)) == 303)
    #expect(try fixture.status(path, as: .administrator, form: rule(2)) == 422)
    let dated = Self.date.map { $0.0 == "version" ? ("version", "2") : $0 }
    #expect(try fixture.status(path, as: .administrator, form: dated) == 303)
    #expect(try fixture.status(path, as: .administrator, form: rule(3)) == 404)
    let law = try fixture.law(try #require(Day("2027-04-01")))
    #expect(law[.acceptableBehaviour, .longestMonths]?.value == 6)
    #expect(
      try fixture.actions() == ["orders.law-added", "orders.law-rule-added", "orders.law-dated"])
  }

  @Test(
    "refuses dates field by field",
    arguments: [
      (
        [
          "from-day": "", "from-month": "", "from-year": "", "through-day": "1",
          "through-month": "5", "through-year": "2027",
        ], "Enter the first day in force"
      ),
      (
        ["through-day": "31", "through-month": "3", "through-year": "2027"], "on or after the first"
      ),
      (["from-month": "13"], "month of the first day in force must be from 1 to 12"),
    ] as [([String: String], String)])
  func refused(changes: [String: String], words: String) throws {
    let fixture = try OrdersFixture()
    let base = Dictionary(uniqueKeysWithValues: Self.date).merging(changes) { $1 }
    let response = try #require(
      try fixture.visit(
        "/orders/law/cpa-2026-dispersal", as: .administrator,
        form: base.map { ($0.key, $0.value) }))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
  }

  @Test(
    "says lengths in words",
    arguments: [
      (LawLimit.longestMonths, 36, "3 years"), (.longestMonths, 12, "12 months"),
      (.longestMonths, 1, "1 month"), (.longestHours, 48, "48 hours"),
      (.penaltyPounds, 100, "£100"), (.warningFirst, 1, "Yes"), (.minimumAge, 16, "16 years"),
    ])
  func words(limit: LawLimit, value: Int, words: String) { #expect(limit.words(value) == words) }
}
