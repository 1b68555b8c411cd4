import FeatureKit
import Access
import Database
import Geography
import HTTP
import Kernel
import Partnership
import Statistics
import TestKit
import Testing

@testable import Tasking

@Suite("Exceptions", .database)
struct ExceptionTests {
  static let week = TaskingFixture.week

  private func report(
    _ source: TestSource, _ period: CountPeriod? = nil
  ) throws -> ExceptionReport {
    let fixture = try TaskingFixture(sources: [source.events])
    return try fixture.services.database.read { read in
      let reader = ExceptionReader(services: fixture.services)
      return try reader.report(
        try #require(try reader.source(source.key, read)), period, read)
    }
  }

  @Test("say that nothing stands out of a quiet past", arguments: [40, 160, 330])
  func quiet(weeks: Int) throws {
    let report = try report(.quiet(weeks: weeks))
    #expect(report.lines.isEmpty)
    #expect(report.headline == "Nothing stands out this week")
    #expect(report.tested == 4 && report.untested.isEmpty)
    #expect(report.period == Self.week.description)
  }

  @Test(
    "name the ward and kind of a rise, by the method its past bears",
    arguments: [(20, SeriesTest.Method.ears), (160, .farrington), (330, .farrington)])
  func rise(weeks: Int, method: SeriesTest.Method) throws {
    var source = TestSource.quiet(weeks: weeks)
    source.add(40, "Graffiti", ward: 1, in: Self.week)
    let report = try report(source)
    let line = try #require(report.lines.first)
    #expect(report.lines.count == 1)
    #expect((line.ward, line.category) == ("Eastcroft", "Graffiti"))
    #expect(line.method == method)
    #expect(line.observed >= 40 && line.expected < 10 && line.upper < 30)
    #expect(line.chance < 0.001 && line.adjusted <= 0.05)
    #expect(line.recent.count <= 26 && line.recent.last == line.observed)
    #expect(report.headline == "1 ward and kind stands out this week")
  }

  @Test("say since when a rise lasts")
  func since() throws {
    var source = TestSource.quiet(weeks: 160)
    for back in 0..<3 { source.add(30, "Noise", in: Self.week.adding(weeks: -back)) }
    let line = try #require(try report(source).lines.first)
    #expect(line.run == 3)
    #expect(line.since == Self.week.adding(weeks: -2).description)
    #expect(line.sinceWords == "3 weeks, since the week of 26 October to 1 November 2026")
  }

  @Test("are the same, with the same hash, for the same counts in another order")
  func deterministic() throws {
    var source = TestSource.quiet(weeks: 120)
    source.add(40, in: Self.week)
    let first = try report(source)
    source.spots.shuffle()
    #expect(try report(source) == first)
    source.add(1, in: Self.week)
    #expect(try report(source).hash != first.hash)
  }

  @Test(
    "are not looked for where the past is too short or too small, and say how often",
    arguments: [
      (8, 6.0, SeriesTest.Reason.short), (10, 6, .short), (20, 0.15, .few), (160, 0.05, .few),
    ])
  func untested(weeks: Int, mean: Double, reason: SeriesTest.Reason) throws {
    var source = TestSource.quiet(weeks: weeks, mean: mean)
    for ward in 0...1 {
      for kind in TestSource.kinds { source.add(3, kind, ward: ward, in: Self.week) }
    }
    let report = try report(source)
    #expect(report.tested == 0 && report.lines.isEmpty)
    #expect(report.untested == [reason.rawValue: 4])
    #expect(report.coverage.contains("4 \(reason.words)"))
  }

  @Test("never compare across a change of recording")
  func broken() throws {
    var source = TestSource.quiet(weeks: 160)
    source.add(60, in: Self.week)
    source.breaks = [EventBreak(Self.week.adding(weeks: -4).firstDay, "reports come by app too")]
    let report = try report(source)
    #expect(report.lines.isEmpty)
    #expect(report.untested == [SeriesTest.Reason.changed.rawValue: 4])
    #expect(report.cautions.first?.contains("reports come by app too") == true)
    // Nine weeks on there is enough of the new way to compare with.
    source.breaks = [EventBreak(Self.week.adding(weeks: -12).firstDay, "reports come by app too")]
    let later = try self.report(source)
    #expect(later.tested == 4 && later.lines.first?.method == .ears)
    #expect(later.lines.first?.recent.first == .some(nil))
  }

  @Test("leave out what belongs to no one week, and count it")
  func undated() throws {
    var source = TestSource.quiet(weeks: 30)
    source.add(5, in: Self.week, hours: 24 * 8)
    // Of a weekend before a Monday the middle counts.
    source.add(1, "Noise", in: Self.week.adding(weeks: -1), on: 7, hours: 20)
    let report = try report(source)
    #expect(report.undated == 5)
    #expect(report.unlocated == 3)
  }

  @Test("warn where the whole source moved")
  func whole() throws {
    var source = TestSource.quiet(weeks: 160)
    for ward in 0...1 {
      for kind in TestSource.kinds { source.add(30, kind, ward: ward, in: Self.week) }
    }
    let report = try report(source)
    #expect(report.lines.count == 4)
    #expect(report.cautions.contains { $0.hasPrefix("The whole source is up") })
  }

  @Test("look at the last whole week, and at no week the source does not cover")
  func period() throws {
    var source = TestSource.quiet(weeks: 30)
    source.lastDay = Self.week.lastDay.adding(days: -1)
    #expect(try report(source).period == Self.week.adding(weeks: -1).description)
    #expect(throws: ExceptionProblem.self) { try report(source, .week(Self.week)) }
    #expect(throws: ExceptionProblem.otherStep(.week)) {
      try report(source, .month(Self.week.firstDay.month))
    }
    #expect(throws: ExceptionProblem.noEvents) { try report(TestSource()) }
  }

  @Test("go by month, in its words, where the source knows no days")
  func months() throws {
    var source = TestSource()
    source.precision = .policeUK
    var generator = SeededGenerator(seed: 3)
    let last = try #require(Month("2026-09"))
    source.lastDay = last.lastDay
    for back in 0..<40 {
      let week = Week(last.adding(months: -back).firstDay.adding(days: 10))
      source.add(TestSource.poisson(20, &generator), in: week)
    }
    #expect(try report(source).headline == "Nothing stands out this month")
    source.add(50, in: Week(last.firstDay.adding(days: 10)))
    let report = try report(source)
    #expect(report.period == "2026-09")
    #expect(report.headline == "1 ward and kind stands out this month")
    #expect(report.lines.first?.sinceWords == "This month alone")
    #expect(report.repeats.refusal == "The source's places are not addresses")
  }

  @Test("hold to their rate: quiet pages rarely name anything")
  func calibration() throws {
    // 120 pages of 40 lines each in which nothing happens: at a rate of 5 % some 6 name a line.
    var named = 0
    for seed in 0..<120 {
      var generator = SeededGenerator(seed: UInt64(seed) &* 977 &+ 5)
      var tails: [Double] = []
      for line in 0..<40 {
        let mean = [0.5, 2, 6, 15][line % 4]
        let counts = (0..<160).map { _ in Optional(TestSource.poisson(mean, &generator)) }
        if case .success(let finding) = SeriesTest(step: .week, isBroken: false).judge(counts) {
          tails.append(finding.now.tail)
        }
      }
      #expect(tails.count == 40)
      if FalseDiscovery.adjusted(tails).contains(where: { $0 <= 0.05 }) { named += 1 }
    }
    #expect(named <= 14, "\(named) of 120 quiet pages named a line")
  }

  @Test("tell addresses with several incidents where addresses are known")
  func repeats() throws {
    var source = TestSource.quiet(weeks: 12, mean: 1)
    let door = TaskingFixture.inside(1, 700)
    source.add(2, "Noise", in: Self.week, at: door)
    source.add(1, "Graffiti", in: Self.week.adding(weeks: -2), on: 6, at: door)
    source.add(9, "Noise", in: Self.week.adding(weeks: -5), at: TaskingFixture.inside(0, 900))
    let places = try report(source).repeats.places
    #expect(places.count == 1)
    let place = try #require(places.first)
    #expect((place.ward, place.count, place.place) == ("Eastcroft", 3, "Wherry Quay"))
    #expect(place.categories == ["Noise", "Graffiti"])
    #expect(place.last == Self.week.firstDay.adding(days: 1).description)
  }
}

@Suite("Kept reports", .database)
struct ReportTests {
  @Test("are made by those who may, shown, and kept once", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    var source = TestSource.quiet(weeks: 30)
    source.add(40, in: TaskingFixture.week)
    let fixture = try TaskingFixture(engine, sources: [source.events])
    let path = "/tasking/exceptions"
    #expect(try fixture.visit(path)?.words.contains("Nobody has tested Council reports") == true)
    let form = [("source", "council"), ("period", TaskingFixture.week.description)]
    for _ in 0..<2 { #expect(try fixture.visit(path, form: form)?.status == 303) }
    #expect(try fixture.actions() == ["tasking.exceptions-tested"])
    let words = try #require(try fixture.visit(path)).words
    #expect(words.contains("1 ward and kind stands out this week"))
    #expect(words.contains("4 of 4 wards and kinds with any incident were tested"))
    #expect(words.contains("Westgate: Noise"))
    #expect(words.contains("about 1 in 20 may be by chance"))
    #expect(try fixture.status(path, as: .officer, form: form) == 404)
  }

  @Test(
    "are refused with words at the field",
    arguments: [
      ("council", "2026-W01", "The source covers"), ("council", "2026-09", "tested by week"),
      ("council", "soon", "tested by week"), ("other", "2026-W46", "There is no such source"),
    ])
  func refused(source: String, period: String, words: String) throws {
    let fixture = try TaskingFixture(sources: [TestSource.quiet(weeks: 30).events])
    let response = try #require(
      try fixture.visit("/tasking/exceptions", form: [("source", source), ("period", period)]))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
    #expect(try fixture.actions().isEmpty)
  }

  @Test("are shown for the latest week where the one asked for is no week of the source")
  func chosen() throws {
    let fixture = try TaskingFixture(sources: [TestSource.quiet(weeks: 30).events])
    let unread = try #require(try fixture.visit("/tasking/exceptions?period=soon"))
    #expect(unread.status == 422)
    #expect(unread.words.contains("enter a week such as 2026-W47"))
    #expect(unread.text.contains(#"value="soon""#))
    let other = try #require(try fixture.visit("/tasking/exceptions?period=2026-09"))
    #expect(other.status == 200 && other.text.contains(#"value="2026-W46""#))
  }

  @Test("open to their incidents, which is on record with the question", arguments: Engine.tested)
  func incidents(engine: Engine) throws {
    var source = TestSource.quiet(weeks: 30)
    source.add(70, "Noise", ward: 1, in: TaskingFixture.week)
    let fixture = try TaskingFixture(engine, sources: [source.events])
    try fixture.visit(
      "/tasking/exceptions",
      form: [("source", "council"), ("period", TaskingFixture.week.description)])
    let first = try #require(try fixture.visit("/tasking/exceptions/1/1")).words
    #expect(first.contains("Eastcroft: Noise"))
    #expect(first.contains("Page 1 of 2"))
    #expect(!first.contains("are shown"))
    #expect(
      try fixture.trail().last
        == "tasking.incidents-read kind=Noise page=1 period=2026-W46 source=council ward=Eastcroft")
    #expect(try fixture.visit("/tasking/exceptions/1/1?page=2") != nil)
    #expect(try fixture.visit("/tasking/exceptions/1/2") == nil)
    #expect(try fixture.visit("/tasking/exceptions/9/1") == nil)
    for role in [.partner, .auditor] as [Role] {
      #expect(try fixture.status("/tasking/exceptions/1/1", as: role) == 404)
    }
  }

  @Test("are found through their index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try TaskingFixture(engine)
    let week = CountPeriod.week(TaskingFixture.week)
    for query in [ReportStore.latestQuery("a", week), ReportStore.untilQuery("a", week)] {
      let plan = try QueryPlan.of(query, fixture.services.database)
      #expect(plan.uses(index: "tasking_report_of"), "\(plan)")
    }
  }
}
