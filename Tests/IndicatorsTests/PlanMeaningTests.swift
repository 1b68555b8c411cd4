import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Changing what a plan says of an indicator", .database)
struct PlanMeaningTests {
  private static let reason = ("reason", "Board of 3 March")
  private static let quarters = ["2025/26 Q3", "2025/26 Q4", "2026/27 Q1", "2026/27 Q2"]

  /// A plan whose burglaries rise by a tenth each year.
  private func rising(_ engine: Engine) throws -> EntryFixture {
    let fixture = try EntryFixture(engine)
    try fixture.burglaries("2024-04", Array(repeating: 100, count: 12))
    try fixture.burglaries("2025-04", Array(repeating: 110, count: 12))
    try fixture.burglaries("2026-04", Array(repeating: 121, count: 6))
    return fixture
  }

  @Test("from April on leaves last year's quarters as they were", arguments: Engine.tested)
  func polarity(engine: Engine) throws {
    let fixture = try rising(engine)
    #expect(try fixture.states(0, Self.quarters) == [.red, .red, .red, .red])
    let task = PlanTask.wanted(fixture.members[0].id)
    let change = [("wanted", "higher"), ("from", "2026-04"), Self.reason]
    let page = try fixture.checked(task, change).page?.text ?? ""
    #expect(page.contains("States that stay as they were"))
    #expect(try fixture.change(task, change)?.status == 303)
    #expect(try fixture.states(0, Self.quarters) == [.red, .red, .green, .green])
    // The month that has a version is corrected; the one before it stays.
    try fixture.change(task, [("wanted", "neutral"), ("from", "2026-04"), Self.reason])
    #expect(try fixture.states(0, Self.quarters) == [.red, .red, .none, .none])
    let versions = try fixture.services.database.read {
      try MembershipStore.polarities(of: fixture.members[0].id, in: $0)
    }
    #expect(versions.map(\.polarity) == [.lower, .neutral])
    #expect(try fixture.changes().map(\.earlier) == ["up", "down"])
  }

  @Test("can turn at a month, which must be given with its way")
  func phased() throws {
    let fixture = try rising(.sqlite)
    let task = PlanTask.wanted(fixture.members[0].id)
    let refused = try fixture.checked(
      task, [("wanted", "phased"), ("from", "2026-04"), Self.reason])
    #expect(refused.page?.text.contains("Enter the month it turns in, such as 2027-04") == true)
    #expect(refused.page?.text.contains("Choose which way is wanted from that month on") == true)
    try fixture.change(
      task,
      [
        ("wanted", "phased"), ("until", "2026-07"), ("then", "lower"), ("from", "2025-04"),
        Self.reason,
      ])
    #expect(try fixture.states(0, Self.quarters) == [.green, .green, .green, .red])
  }

  @Test("withdraws the sign-off of a quarter whose state moves, and of no other")
  func signOff() throws {
    let fixture = try rising(.sqlite)
    let form = [("act", "sign"), ("reason", "Because")]
    let place = FiguresPlace(plan: "safe", period: Sample.period("2025/26 Q4"))
    for place in [place, EntryFixture.place] {
      let signed = try fixture.send(
        EntryFixture.manager, .signOff(place, fixture.safe), form: form)
      #expect(signed?.status == 303)
    }
    try fixture.change(
      .wanted(fixture.members[0].id), [("wanted", "higher"), ("from", "2026-04"), Self.reason])
    #expect(try fixture.list().priorities[0].signOff == nil)
    let before = try fixture.services.database.read {
      try SignOffStore.all(of: fixture.plan.id, place.period, in: $0)
    }
    #expect(before.map(\.withdrawnAt) == [nil])
    #expect(
      try fixture.actions().suffix(2) == [
        "indicators.sign-off-withdrawn", "indicators.plan-changed",
      ])
  }

  @Test("leaves published issues as they are", arguments: Engine.tested)
  func published(engine: Engine) throws {
    let fixture = try rising(engine)
    let published = try fixture.send(
      EntryFixture.manager, .publication(EntryFixture.place),
      form: [("reason", "No lead could sign"), ("note", "")])
    #expect(published?.status == 303)
    let path = "performance/safe/fy2026-27-q2-issue-1"
    let page = try #require(try fixture.publicly(path)).text
    try fixture.change(.facts, [("tolerance", "50"), ("title", "Another"), Self.reason])
    try fixture.change(
      .wanted(fixture.members[0].id), [("wanted", "higher"), ("from", "2025-04"), Self.reason])
    try fixture.change(
      .targets(fixture.members[0].id), [("target-2026", "900"), ("basis", "absolute"), Self.reason])
    #expect(try fixture.publicly(path)?.text == page)
  }

  @Test("asks for the basis of a percentage and guesses none", arguments: Engine.tested)
  func basis(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let task = PlanTask.targets(fixture.members[3].id)
    let ni111 = [("baseline", "336"), ("target-2025", "-2%"), ("target-2026", "-5%"), Self.reason]
    let refused = try fixture.checked(task, ni111 + [("basis", "absolute")])
    #expect(refused.page?.status == 422)
    #expect(refused.page?.text.contains("Choose what “-2%” is a percentage of") == true)
    try fixture.change(task, ni111 + [("basis", "not stated")])
    #expect(try targets(fixture, 3).last?.contains("319.20 on the baseline") == true)
    #expect(try targets(fixture, 3).last?.contains("312.82 on the year before") == true)
    try fixture.change(task, [("basis", "chained"), Self.reason])
    #expect(try targets(fixture, 3) == ["329.28 (-2%)", "312.82 (-5%)"])
    try fixture.change(task, [("basis", "of baseline"), Self.reason])
    #expect(try targets(fixture, 3) == ["329.28 (-2%)", "319.20 (-5%)"])
    let emptied = try fixture.checked(task, [("target-2025", ""), Self.reason])
    #expect(emptied.page?.text.contains("A target cannot be emptied") == true)
  }

  @Test("warns of odd targets and takes them all the same")
  func odd() throws {
    let fixture = try EntryFixture()
    let task = PlanTask.targets(fixture.members[0].id)
    let fields = [
      ("baseline", "17.4"), ("basis", "absolute"), ("target-2025", "18"),
      ("target-2026", "as before, roughly"), ("target-2027", "Delayed 09/08"),
      ("target-2028", "120%"), Self.reason,
    ]
    let page = try fixture.checked(task, fields).page
    #expect(page?.status == 200)
    #expect(
      page?.text.contains("is above the baseline, 17.4, though the plan wants it down") == true)
    #expect(page?.text.contains("not understood; it is kept as it stands") == true)
    #expect(page?.text.contains("120% is more than the whole: is it a sum of shares?") == true)
    #expect(try fixture.change(task, fields)?.status == 303)
    #expect(try targets(fixture, 0).count == 4)
  }

  private func targets(_ fixture: EntryFixture, _ index: Int) throws -> [String] {
    try fixture.services.database.read { read in
      try PlanModel(fixture.plan, in: read).groups.flatMap(\.rows)
        .first { $0.member.id == fixture.members[index].id }
        .map { row in row.targets.map { $0.words(row.kind) } } ?? []
    }
  }
}

@Suite("Defining an indicator", .database)
struct PlanDefinitionTests {
  private static let reason = ("reason", "The police count sheds too")

  private static let filled = [
    ("kind", "count"), ("unit", "offence"), ("numerator", "burglaries"), ("source", "Police"),
    ("agency", "2"), ("frequency", "month"), ("from", "2026-07"), reason,
  ]

  @Test(
    "from a month on keeps the version before, and can part the series", arguments: Engine.tested)
  func versions(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let member = fixture.members[0]
    let task = PlanTask.definition(member.id)
    try fixture.change(
      task, [("unit", "home"), ("from", "2026-07"), ("breaks", "yes"), Self.reason])
    let (versions, breaks) = try fixture.services.database.read {
      (
        try IndicatorStore.definitions(of: member.indicator, in: $0),
        try IndicatorStore.breaks(of: member.indicator, in: $0)
      )
    }
    #expect(versions.map(\.unit) == ["offence", "home"])
    #expect(versions.holding(in: Sample.month("2026-06"))?.number == 1)
    #expect(versions.holding(in: Sample.month("2026-07"))?.number == 2)
    #expect(breaks.map(\.reason) == [Self.reason.1])
    let early = try fixture.checked(task, [("unit", "shed"), ("from", "2026-06"), Self.reason])
    #expect(early.page?.text.contains("Enter July 2026 to correct the present definition") == true)
    try fixture.change(task, [("unit", "shed"), ("from", "2026-07"), Self.reason])
    let corrected = try fixture.services.database.read {
      try IndicatorStore.definitions(of: member.indicator, in: $0)
    }
    #expect(corrected.map(\.unit) == ["offence", "shed"])
  }

  @Test(
    "is refused with words a person can act on",
    arguments: [
      ("kind", "", "Choose what kind of number it is"),
      ("unit", "", "Enter what one of the counted is, such as offence"),
      ("numerator", "", "Enter what is counted"),
      ("denominator", "homes", "Leave this empty: a number counted is out of nothing"),
      ("source", "", "Enter where the figures come from"),
      ("frequency", "", "Choose how often there is a figure"),
      ("from", "July", "Enter the first month counted this way, such as 2029-04"),
      ("from", "1989-12", "Enter a month from 1990-01 to 2099-12"),
    ])
  func refused(field: String, text: String, message: String) throws {
    let fixture = try EntryFixture()
    let fields = Self.filled.filter { $0.0 != field } + [(field, text)]
    let answer = try fixture.checked(.definition(fixture.members[0].id), fields).page
    #expect(answer?.status == 422)
    #expect(answer?.text.contains(message) == true)
  }

  @Test(
    "draws on records of the same unit alone, refused at the field",
    arguments: [
      ("incident", true), ("Incidents", true), ("call", false), ("offence", false),
      ("robbery", false), ("knife offence", false),
    ])
  func sameUnit(unit: String, isTaken: Bool) throws {
    let fixture = try EntryFixture()
    let fields =
      Self.filled.filter { $0.0 != "unit" } + [
        ("unit", unit), ("measure", "incidents.asb"),
      ]
    let answer = try fixture.checked(.definition(fixture.members[0].id), fields).page
    #expect((answer?.status == 422) == !isTaken)
    #expect(
      answer?.text.contains("Choose other records: these count each incident") == !isTaken)
  }

  @Test(
    "breaks the series where one of the counted becomes another thing",
    arguments: ["call", "Offences"])
  func otherUnit(unit: String) throws {
    let fixture = try EntryFixture()
    let member = fixture.members[0]
    try fixture.change(
      .definition(member.id), [("unit", unit), ("from", "2026-07"), Self.reason])
    let breaks = try fixture.services.database.read {
      try IndicatorStore.breaks(of: member.indicator, in: $0)
    }
    #expect(breaks.map(\.month) == (unit == "call" ? [Sample.month("2026-07")] : []))
  }

  @Test("of shares asks what they are out of", arguments: ["percentage", "rate"])
  func denominator(kind: String) throws {
    let fixture = try EntryFixture()
    let fields = Self.filled.filter { $0.0 != "kind" } + [("kind", kind)]
    let answer = try fixture.checked(.definition(fixture.members[0].id), fields).page
    #expect(answer?.text.contains("Enter what the number counted is out of") == true)
  }

  @Test("leaves the years of published and closed plans as they are")
  func settled() throws {
    let fixture = try EntryFixture()
    try fixture.services.database.write { try Archive.load(at: Sample.now, in: $0) }
    let (existing, title) = try fixture.services.database.read { read in
      let plan = try #require(try PlanStore.find("strategy-2008-11", in: read))
      let member = try #require(try MembershipStore.find(code: "NI16", in: plan.id, read).first)
      return (member.indicator, member.title)
    }
    try fixture.change(
      .newIndicator(fixture.safe),
      [("existing", existing.description), ("wanted", "lower"), ("from", "2025-04"), Self.reason])
    let member = try #require(
      try fixture.services.database.read {
        try MembershipStore.all(of: fixture.plan.id, in: $0).last
      })
    #expect(member.indicator == existing)
    let taken = try fixture.services.database.read { try IndicatorStore.find(existing, in: $0) }
    #expect(member.title == taken?.title)
    #expect(!title.isEmpty)
    let shared = Self.filled.filter { $0.0 != "from" } + [("denominator", "")]
    let early = try fixture.checked(.definition(member.id), shared + [("from", "2011-03")]).page
    #expect(early?.text.contains("Enter a month after March 2011") == true)
    let broken = try fixture.checked(
      .breaks(member.id), [("kind", "method"), ("from", "2011-03"), Self.reason]
    ).page
    #expect(broken?.text.contains("Enter a month after March 2011") == true)
    #expect(
      try fixture.change(.definition(member.id), shared + [("from", "2011-04")])?.status == 303)
  }

  @Test("is noted in every open plan that holds the indicator")
  func shared() throws {
    let fixture = try EntryFixture()
    #expect(try fixture.plan(EntryFixture.manager, .new, form: NewPlanTests.filled)?.status == 303)
    let other = try fixture.services.database.write { write -> PlanIndicator in
      let plan = try #require(try PlanStore.find("safer-borough-2029-33", in: write))
      var editor = PlanEditor(plan, author: "Test", reason: "Test", at: Sample.now)
      let priority = try editor.add(PriorityText(code: "", title: "Homes"), in: write)
      return try editor.add(
        MemberText(title: "Burglary"), to: priority, as: fixture.members[0].indicator, in: write)
    }
    try fixture.change(
      .breaks(fixture.members[0].id), [("kind", "method"), ("from", "2026-07"), Self.reason])
    let noted = try fixture.services.database.read {
      try PlanChangeStore.latest(of: other.id, in: $0).first?.change
    }
    #expect(noted?.what == "Break in July 2026")
    #expect(noted?.reason == "The police count sheds too (changed in Safe plan)")
  }

  @Test("lists breaks and other codes once")
  func twice() throws {
    let fixture = try EntryFixture()
    let member = fixture.members[0].id
    let again: [(PlanTask, [(String, String)], String)] = [
      (.breaks(member), [("kind", "method"), ("from", "2026-07")], "marked already"),
      (.alias(member), [("alias", "NI 115")], "has this code already"),
    ]
    for (task, fields, message) in again {
      #expect(try fixture.change(task, fields + [Self.reason])?.status == 303)
      let second = try fixture.checked(task, fields + [Self.reason]).page
      #expect(second?.text.contains(message) == true)
    }
    let page = try #require(try fixture.plan(EntryFixture.analyst, .indicator("safe", member))).text
    #expect(page.contains("The way of counting changed in July 2026"))
    #expect(page.contains("NI 115"))
  }
}
