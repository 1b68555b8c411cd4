import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("What the law refuses, at its field with its section", .database)
struct LimitTests {
  /// One edge of one limit: what is drafted, the field it is refused at and the words of the
  /// refusal; `nil` where it is allowed.
  struct Edge: CustomTestStringConvertible, Sendable {
    let name: String
    let power: Power
    var starts = "2026-11-20"
    var ends: String?
    var times: (Int, Int)?
    var born: String? = "1990-01-01"
    var isBody = false
    var authoriser: Authoriser?
    var support: SupportOffer?
    var reason = ""
    var review: String?
    var asksTeam = true
    var without: String?
    var served: String?
    var hearing: String?
    var warning: PrecedingWarning?
    /// Minutes from the direction to the beginning and the end of its authorisation.
    var authorised = (-60, 48 * 60 - 60)
    var field: String?
    var words = ""

    var testDescription: String { name }

    func draft() throws -> OrderDraft {
      var term = OrderTerm(starts: try #require(Day(starts)), ends: ends.flatMap { Day($0) })
      if let times { (term.startMinute, term.endMinute) = (times.0, times.1) }
      var draft = OrderDraft(power: power, term: term)
      draft.born = born.flatMap { Day($0) }
      draft.isBody = isBody
      draft.content.tests = power.tests.map(\.key).filter { $0 != without }
      draft.content.authoriser = authoriser
      draft.content.support = support
      draft.content.supportReason = reason
      draft.supportReview = review.flatMap { Day($0) }
      draft.asksYouthTeam = asksTeam
      draft.servedAt = served.flatMap { Instant($0) }
      draft.hearingAt = hearing.flatMap { Instant($0) }
      draft.warning = warning
      if power == .dispersal {
        func moment(_ minutes: Int) -> String {
          term.startsAt.adding(seconds: Double(minutes) * 60).description
        }
        draft.content.authorisedFrom = moment(authorised.0)
        draft.content.authorisedTo = moment(authorised.1)
      }
      return draft
    }
  }

  static func warned(
    _ isProtection: Bool = true, served: String? = "2026-11-19T10:00:00Z", same: Bool = true
  ) -> PrecedingWarning {
    PrecedingWarning(
      reference: "TM-7K42-0931", isProtectionWarning: isProtection,
      servedAt: served.flatMap { Instant($0) }, isOfSameSubject: same)
  }

  static let notices: [Edge] = [
    Edge(
      name: "a notice without a warning", power: .protectionNotice, field: "warning",
      words: "section 43(5)(a)"),
    Edge(name: "a notice after a warning", power: .protectionNotice, warning: warned()),
    Edge(
      name: "a notice after another kind of warning", power: .protectionNotice,
      warning: warned(false), field: "warning", words: "section 43(5)(a)"),
    Edge(
      name: "a notice after a warning to somebody else", power: .protectionNotice,
      warning: warned(same: false), field: "warning", words: "section 43(5)(a)"),
    Edge(
      name: "a notice after a warning not served", power: .protectionNotice,
      warning: warned(served: nil), field: "warning", words: "section 43(5)(a)"),
    Edge(
      name: "a notice on the day of its warning", power: .protectionNotice,
      warning: warned(served: "2026-11-20T08:00:00Z"), field: "warning",
      words: "section 43(5)(a)"),
    Edge(
      name: "a notice at 15", power: .protectionNotice, born: "2010-11-21", support: .accepted,
      warning: warned(), field: "born-day", words: "section 43(1)"),
    Edge(
      name: "a notice on the 16th birthday", power: .protectionNotice, born: "2010-11-20",
      support: .accepted, warning: warned()),
    Edge(
      name: "a notice to a body", power: .protectionNotice, born: nil, isBody: true,
      warning: warned()),
    Edge(
      name: "a notice though there was no time", power: .protectionNotice, without: "enough-time",
      warning: warned(), field: "test", words: "section 43(5)(b)"),
    Edge(
      name: "a notice for what is reasonable", power: .protectionNotice, without: "unreasonable",
      warning: warned(), field: "test", words: "section 43(1)(b)"),
  ]

  static let spaces: [Edge] = [
    Edge(
      name: "a public spaces order of 3 years", power: .publicSpaces, ends: "2029-11-19", born: nil),
    Edge(
      name: "a public spaces order of a day more", power: .publicSpaces, ends: "2029-11-20",
      born: nil, field: "ends-day", words: "section 60(1)"),
    Edge(
      name: "a public spaces order without an end", power: .publicSpaces, born: nil,
      field: "ends-day", words: "Enter the last day"),
    Edge(
      name: "a public spaces order without its first condition", power: .publicSpaces,
      ends: "2027-11-19", born: nil, without: "first-condition", field: "test",
      words: "section 59(2)"),
    Edge(
      name: "a public spaces order without its second condition", power: .publicSpaces,
      ends: "2027-11-19", born: nil, without: "second-condition", field: "test",
      words: "section 59(3)"),
    Edge(
      name: "a public spaces order without consultation", power: .publicSpaces, ends: "2027-11-19",
      born: nil, without: "consultation", field: "test", words: "section 72(3)"),
    Edge(
      name: "a public spaces order without regard to rights", power: .publicSpaces,
      ends: "2027-11-19", born: nil, without: "rights", field: "test", words: "section 72(1)"),
    Edge(
      name: "an expedited order of 6 months", power: .expeditedPublicSpaces, ends: "2027-05-19",
      born: nil),
    Edge(
      name: "an expedited order of a day more", power: .expeditedPublicSpaces, ends: "2027-05-20",
      born: nil, field: "ends-day", words: "section 60A(1)"),
    Edge(
      name: "an expedited order away from a school and a site", power: .expeditedPublicSpaces,
      ends: "2027-01-19", born: nil, without: "vicinity", field: "test", words: "section 59A(2)"),
    Edge(
      name: "an expedited order without a protest", power: .expeditedPublicSpaces,
      ends: "2027-01-19", born: nil, without: "protest", field: "test", words: "section 59A(3)"),
    Edge(
      name: "an expedited order for what does not last", power: .expeditedPublicSpaces,
      ends: "2027-01-19", born: nil, without: "third-condition", field: "test",
      words: "section 59A(4)"),
    Edge(
      name: "an expedited order within a year of another", power: .expeditedPublicSpaces,
      ends: "2027-01-19", born: nil, without: "year-before", field: "test",
      words: "section 59A(9) to (11)"),
    Edge(
      name: "an expedited order without the consents", power: .expeditedPublicSpaces,
      ends: "2027-01-19", born: nil, without: "rights", field: "test",
      words: "section 72A(1) and (3)"),
  ]

  private static func closure(
    _ name: String, _ ends: String, _ end: Int, by authoriser: Authoriser,
    starts: String = "2026-11-20", served: String? = nil, hearing: String? = "2026-11-21T10:00:00Z",
    field: String? = nil, words: String = ""
  ) -> Edge {
    Edge(
      name: name, power: .closureNotice, starts: starts, ends: ends, times: (600, end), born: nil,
      authoriser: authoriser, served: served, hearing: hearing, field: field, words: words)
  }

  static let closures: [Edge] = [
    closure("a closure notice of 24 hours", "2026-11-21", 600, by: .inspector),
    closure(
      "a closure notice of a minute more", "2026-11-21", 601, by: .inspector, field: "ends-day",
      words: "section 77(2)"),
    closure(
      "48 hours by an officer of the council", "2026-11-22", 600, by: .councilOfficer,
      field: "ends-day", words: "section 77(2)"),
    closure("48 hours by a superintendent", "2026-11-22", 600, by: .superintendent),
    closure("48 hours by the chief executive", "2026-11-22", 600, by: .chiefExecutive),
    closure(
      "a minute over 48 hours", "2026-11-22", 601, by: .superintendent, field: "ends-day",
      words: "section 77(2)"),
    closure(
      "48 hours over Christmas Day", "2026-12-26", 600, by: .superintendent, starts: "2026-12-23",
      hearing: "2026-12-24T10:00:00Z"),
    closure(
      "a minute over them", "2026-12-26", 601, by: .superintendent, starts: "2026-12-23",
      hearing: "2026-12-24T10:00:00Z", field: "ends-day", words: "Christmas Day not counted"),
    closure(
      "a closure notice by a constable", "2026-11-21", 600, by: .constable, field: "authoriser",
      words: "section 76(1)"),
    closure(
      "a closure notice without a hearing", "2026-11-21", 600, by: .inspector, hearing: nil,
      field: "hearing-day", words: "section 80(3)"),
    closure(
      "a hearing 48 hours after service", "2026-11-21", 600, by: .inspector,
      served: "2026-11-20T10:30:00Z", hearing: "2026-11-22T10:30:00Z"),
    closure(
      "a hearing a minute later", "2026-11-21", 600, by: .inspector,
      served: "2026-11-20T10:30:00Z", hearing: "2026-11-22T10:31:00Z", field: "hearing-day",
      words: "section 80(3)"),
    closure(
      "a hearing over Christmas", "2026-12-26", 600, by: .superintendent, starts: "2026-12-24",
      served: "2026-12-24T10:00:00Z", hearing: "2026-12-27T10:00:00Z"),
    closure(
      "a hearing a minute later over Christmas", "2026-12-26", 600, by: .superintendent,
      starts: "2026-12-24", served: "2026-12-24T10:00:00Z", hearing: "2026-12-27T10:01:00Z",
      field: "hearing-day", words: "Christmas Day not counted"),
    Edge(name: "a closure order of 3 months", power: .closureOrder, ends: "2027-02-19", born: nil),
    Edge(
      name: "a closure order of a day more", power: .closureOrder, ends: "2027-02-20", born: nil,
      field: "ends-day", words: "section 80(6)"),
  ]

  static let people: [Edge] = [
    Edge(
      name: "48 hours of dispersal", power: .dispersal, ends: "2026-11-22", times: (600, 600),
      authoriser: .inspector),
    Edge(
      name: "a minute over 48 hours of dispersal", power: .dispersal, ends: "2026-11-22",
      times: (600, 601), authoriser: .inspector, field: "ends-day", words: "section 35(4)"),
    Edge(
      name: "a dispersal authorised by a constable", power: .dispersal, ends: "2026-11-21",
      times: (600, 600), authoriser: .constable, field: "authoriser", words: "section 34(1)"),
    Edge(
      name: "a dispersal without regard to rights", power: .dispersal, ends: "2026-11-21",
      times: (600, 600), authoriser: .inspector, without: "rights", field: "test",
      words: "section 36(5)"),
    Edge(
      name: "a dispersal at 9", power: .dispersal, ends: "2026-11-21", times: (600, 600),
      born: "2016-11-21", authoriser: .inspector, field: "born-day", words: "section 36(1)"),
    Edge(
      name: "a dispersal on the 10th birthday", power: .dispersal, ends: "2026-11-21",
      times: (600, 600), born: "2016-11-20", authoriser: .inspector, support: .urgent,
      reason: "A fight had begun", review: "2026-11-27"),
    Edge(
      name: "a dispersal at 17 without a word on support", power: .dispersal, ends: "2026-11-21",
      times: (600, 600), born: "2009-01-01", authoriser: .inspector, field: "support",
      words: "young people"),
    Edge(
      name: "a dispersal at 17 too urgent to wait without a review", power: .dispersal,
      ends: "2026-11-21", times: (600, 600), born: "2009-01-01", authoriser: .inspector,
      support: .urgent, reason: "A fight had begun", field: "support-review-day",
      words: "support is looked at again"),
    Edge(
      name: "a dispersal at 18 without a word on support", power: .dispersal, ends: "2026-11-21",
      times: (600, 600), born: "2008-11-20", authoriser: .inspector),
    Edge(
      name: "2 years of an adult's criminal behaviour order", power: .criminalBehaviour,
      ends: "2028-11-19"),
    Edge(
      name: "a day less", power: .criminalBehaviour, ends: "2028-11-18", field: "ends-day",
      words: "section 334(5)"),
    Edge(
      name: "18 months of an adult's criminal behaviour order", power: .criminalBehaviour,
      ends: "2028-05-19", field: "ends-day", words: "2 years at least"),
    Edge(name: "an adult's criminal behaviour order without end", power: .criminalBehaviour),
    Edge(
      name: "a youth's criminal behaviour order of 3 years", power: .criminalBehaviour,
      ends: "2029-11-19", born: "2010-01-01", support: .declined),
    Edge(
      name: "a day over 3 years", power: .criminalBehaviour, ends: "2029-11-20",
      born: "2010-01-01", support: .declined, field: "ends-day", words: "section 334(4)"),
    Edge(
      name: "a youth's criminal behaviour order of a year", power: .criminalBehaviour,
      ends: "2027-11-19", born: "2010-01-01", support: .declined),
    Edge(
      name: "a day under a year", power: .criminalBehaviour, ends: "2027-11-18",
      born: "2010-01-01", support: .declined, field: "ends-day", words: "section 334(4)"),
    Edge(
      name: "a youth's criminal behaviour order without end", power: .criminalBehaviour,
      born: "2010-01-01", support: .declined, field: "ends-day", words: "Enter the last day"),
    Edge(
      name: "a youth injunction of 12 months", power: .injunction, ends: "2027-11-19",
      born: "2010-01-01", support: .accepted),
    Edge(
      name: "a youth injunction of 13 months", power: .injunction, ends: "2027-12-19",
      born: "2010-01-01", support: .accepted, field: "ends-day", words: "section 1(6)"),
    Edge(
      name: "an injunction of 13 months on the 18th birthday", power: .injunction,
      ends: "2027-12-19", born: "2008-11-20"),
    Edge(
      name: "one of 13 months on the day before", power: .injunction, ends: "2027-12-19",
      born: "2008-11-21", support: .accepted, field: "ends-day", words: "section 1(6)"),
    Edge(name: "an adult's injunction without end", power: .injunction),
    Edge(
      name: "an injunction at 9", power: .injunction, ends: "2027-11-19", born: "2016-11-21",
      support: .accepted, field: "born-day", words: "section 1(1)"),
    Edge(
      name: "an injunction at 10", power: .injunction, ends: "2027-11-19", born: "2016-11-20",
      support: .accepted),
  ]

  private static func dispersal(
    _ name: String, _ authorised: (Int, Int), field: String? = nil, words: String = ""
  ) -> Edge {
    Edge(
      name: name, power: .dispersal, ends: "2026-11-21", times: (600, 600), authoriser: .inspector,
      authorised: authorised, field: field, words: words)
  }

  static let authorisations: [Edge] = [
    dispersal("an authorisation of 48 hours", (-60, 2820)),
    dispersal(
      "an authorisation of a minute more", (-60, 2821), field: "authorised-end-day",
      words: "section 34(1)"),
    dispersal("a direction as the authorisation begins", (0, 60)),
    dispersal(
      "a direction a minute before it", (1, 60), field: "starts-day", words: "section 35(1)"),
    dispersal("a direction in its last minute", (-60, 1)),
    dispersal("a direction as it ends", (-60, 0), field: "starts-day", words: "section 35(1)"),
    dispersal(
      "an authorisation that ends before it begins", (0, -60), field: "authorised-end-day",
      words: "after the beginning"),
  ]

  static let warnings: [Edge] = [
    Edge(
      name: "a community protection warning at 15", power: .protectionWarning, born: "2010-11-21",
      field: "born-day", words: "section 43(1)"),
    Edge(
      name: "one on the 16th birthday", power: .protectionWarning, born: "2010-11-20",
      support: .accepted),
    Edge(
      name: "a criminal behaviour order at 9", power: .criminalBehaviour, ends: "2028-11-19",
      born: "2016-11-21", support: .accepted, field: "born-day", words: "section 331(1)"),
    Edge(
      name: "one on the 10th birthday", power: .criminalBehaviour, ends: "2028-11-19",
      born: "2016-11-20", support: .accepted),
    Edge(
      name: "a contract of 12 months", power: .acceptableBehaviour, ends: "2027-11-19"),
    Edge(
      name: "a contract of a day more", power: .acceptableBehaviour, ends: "2027-11-20",
      field: "ends-day", words: "contracts"),
    Edge(
      name: "a contract without an end", power: .acceptableBehaviour, field: "ends-day",
      words: "Enter the last day"),
  ]

  static let young: [Edge] = [
    Edge(
      name: "a youth injunction without support offered", power: .injunction, ends: "2027-05-19",
      born: "2010-01-01", field: "support", words: "young people"),
    Edge(
      name: "a youth injunction without the youth offending team", power: .injunction,
      ends: "2027-05-19", born: "2010-01-01", support: .declined, asksTeam: false,
      field: "youth-team", words: "first hearing with notice (section 14(1)(a) and (2)(a)"),
    Edge(
      name: "a youth's criminal behaviour order without the team", power: .criminalBehaviour,
      ends: "2028-05-19", born: "2010-01-01", support: .declined, asksTeam: false,
      field: "youth-team", words: "section 331(5)"),
    Edge(
      name: "an urgent one without a reason", power: .injunction, ends: "2027-05-19",
      born: "2010-01-01", support: .urgent, review: "2026-12-01", field: "support-reason",
      words: "why it could not wait"),
    Edge(
      name: "an urgent one without a review", power: .injunction, ends: "2027-05-19",
      born: "2010-01-01", support: .urgent, reason: "Threats", field: "support-review-day",
      words: "support is looked at again"),
    Edge(
      name: "an urgent one with both", power: .injunction, ends: "2027-05-19", born: "2010-01-01",
      support: .urgent, reason: "Threats", review: "2026-12-01"),
    Edge(
      name: "a warning letter at 17 without support", power: .warning, born: "2008-11-21",
      field: "support", words: "young people"),
    Edge(name: "a warning letter at 18 without support", power: .warning, born: "2008-11-20"),
    Edge(
      name: "a warning letter at 17 with support declined", power: .warning, born: "2008-11-21",
      support: .declined),
    Edge(
      name: "a community protection warning at 17 without support", power: .protectionWarning,
      born: "2008-11-21", field: "support", words: "young people"),
    Edge(
      name: "a community protection warning at 18 without support", power: .protectionWarning,
      born: "2008-11-20"),
    Edge(
      name: "a contract at 17 without support", power: .acceptableBehaviour, ends: "2027-05-19",
      born: "2009-01-01", field: "support", words: "procedure"),
    Edge(
      name: "a contract at 18 without support", power: .acceptableBehaviour, ends: "2027-05-19",
      born: "2008-11-20"),
    Edge(
      name: "a respect order before its Act is in force", power: .respectOrder, field: "starts-day",
      words: "No rule in force"),
    Edge(
      name: "an end before the beginning", power: .injunction, ends: "2026-11-19",
      field: "ends-day", words: "after the beginning"),
    Edge(
      name: "a birth after the order", power: .injunction, born: "2027-01-01", support: .accepted,
      field: "born-day", words: "after the order"),
  ]

  @Test(
    "is as the table says on both sides of each limit",
    arguments: notices + spaces + closures + people + authorisations + warnings + young)
  func edges(edge: Edge) throws {
    let draft = try edge.draft()
    let rules = OrderRules(draft, try OrdersFixture().law(draft.term.starts))
    guard let field = edge.field else {
      #expect(rules.refused.isEmpty, "\(edge.name): \(rules.refused)")
      return
    }
    let message = rules.refused.first { $0.field == field }?.message
    #expect(message?.contains(edge.words) == true, "\(edge.name): \(rules.refused)")
  }

  /// Every part of every power's own test.
  static let parts = Power.allCases.flatMap { power in power.tests.map { (power, $0.key) } }

  @Test("needs each part of a power's own test, with its section", arguments: parts)
  func test(power: Power, key: String) throws {
    let part = try #require(power.tests.first { $0.key == key })
    let draft = try Edge(name: "", power: power, ends: "2027-01-19", without: key).draft()
    let law = try OrdersFixture().law()
    guard law.has(power) else { return }
    let message = OrderRules(draft, law).refused.first { $0.field == "test" }?.message
    #expect(message?.contains("(\(part.section))") == true, "\(message ?? "allowed")")
    let whole = OrderRules(try Edge(name: "", power: power, ends: "2027-01-19").draft(), law)
    #expect(!whole.refused.contains { $0.field == "test" })
  }

  @Test("needs the authorisation of a direction (section 34(1))")
  func authorised() throws {
    var draft = try Edge(
      name: "", power: .dispersal, ends: "2026-11-21", times: (600, 600), authoriser: .inspector
    ).draft()
    draft.content.authorisedTo = nil
    let refused = OrderRules(draft, try OrdersFixture().law()).refused
    #expect(
      refused.first { $0.field == "authorised-day" }?.message.contains("section 34(1)") == true)
  }

  @Test(
    "takes no order of a kind that can no longer be made, and changes none",
    arguments: Power.allCases.filter { $0.kind == .legacy })
  func legacy(power: Power) throws {
    let fixture = try OrdersFixture()
    #expect(try fixture.status("/orders/new/\(power.rawValue)", as: .officer) == 404)
    let day = try #require(Day("2012-05-01"))
    let reference = try fixture.services.database.write { write in
      try OrderStore(fixture.services).add(
        NewOrder(
          draft: OrderDraft(power: power, term: OrderTerm(starts: day)), rules: [],
          organisation: ID(1), organisationName: "Council"), by: nil, at: OrdersFixture.now,
        in: write)
    }
    let page = try #require(try fixture.visit("/orders/\(reference)")).words
    #expect(page.contains("State Kept record"))
    for act in OrderChange.Act.allCases {
      let form =
        [("act", act.rawValue), ("version", "1"), ("reason", "x"), ("why", "x")]
        + RegisterTests.day("until", "2027-01-01").map { ($0.key, $0.value) }
        + RegisterTests.day("discharged", "2026-11-20").map { ($0.key, $0.value) }
        + RegisterTests.day("extended", "2026-11-20").map { ($0.key, $0.value) }
      #expect(try fixture.status("/orders/\(reference)", as: .officer, form: form) == 404, "\(act)")
    }
  }

  @Test(
    "gives a review of a youth's order only where they are still under 18 at its end",
    arguments: [
      ("2010-01-01", "2029-11-19", "2027-11-19"), ("2009-11-20", "2029-11-19", "2027-11-19"),
      ("2009-11-19", "2029-11-19", nil), ("2010-01-01", "2027-11-19", "2027-11-19"),
      ("2010-01-01", "2027-11-18", nil), ("1990-01-01", "2029-11-19", nil),
    ] as [(String, String, String?)])
  func reviews(born: String, ends: String, review: String?) throws {
    let edge = Edge(name: "", power: .criminalBehaviour, ends: ends, born: born)
    let draft = try edge.draft()
    let dues = OrderDue.all(of: draft, rules: try OrdersFixture().law().rules(of: draft.power))
    #expect(dues.first { $0.kind == .youthReview }?.day.description == review)
    #expect(dues.first { $0.kind == .expiry }?.day.description == ends)
  }

  @Test(
    "reads times as people write them",
    arguments: [
      ("14:30", 870), ("9:05", 545), ("09.05", 545), ("2:30pm", 870), ("2pm", 840),
      ("12am", 0), ("12:15pm", 735), ("00:00", 0), ("23:59", 1439), ("24:00", nil), ("14", nil),
      ("13pm", nil), ("9:5", nil), ("", nil), ("noon", nil), ("14:60", nil), ("1:2:3", nil),
    ] as [(String, Int?)])
  func times(text: String, minutes: Int?) { #expect(TimeOfDay.minutes(text) == minutes) }
}
