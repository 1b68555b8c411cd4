import Access
import Commands
import Database
import FeatureKit
import Foundation
import Geography
import HTTP
import Kernel
import Partnership
import Secrets
import Statistics
import TestKit
import Testing

@testable import Orders

@Suite("Who receives orders, for the equality analysis", .database)
struct EqualityTests {
  private static let wards = AreaDirectory(
    editions: { _ in [AreaEdition(kind: .ward, year: 2022, count: 2, stamp: 1)] },
    areas: { _, _, _ in
      [
        Area(id: ID(1), kind: .ward, edition: 2022, code: "W0", name: "Millwharf"),
        Area(id: ID(2), kind: .ward, edition: 2022, code: "W1", name: "Tannery"),
      ]
    }, shapes: { _, _, _ in [] },
    people: { _, _, _, _ in
      [
        "W0": AreaPeople(year: 2024, people: 10_000, households: nil),
        "W1": AreaPeople(year: 2024, people: 30_000, households: nil),
      ]
    }, changed: { _ in })

  static let female = EqualityFacts(sex: .female, sexSource: .said)

  /// Adds orders as they would have been made, each with what is known of its subject.
  static func add(
    _ count: Int, _ facts: EqualityFacts, _ power: Power = .injunction,
    on day: String = "2025-06-01",
    born: String? = "1990-01-01", to fixture: OrdersFixture
  ) throws {
    try fixture.services.database.write { write in
      for _ in 0..<count {
        try add(facts, power, on: day, born: born, to: fixture, in: write)
      }
    }
  }

  static func add(
    _ facts: EqualityFacts, _ power: Power = .injunction, on day: String = "2025-06-01",
    born: String? = "1990-01-01", to fixture: OrdersFixture, in write: Write
  ) throws {
    var draft = OrderDraft(power: power, term: OrderTerm(starts: try #require(Day(day))))
    draft.content.name = "Sample"
    draft.content.born = born ?? ""
    draft.born = born.flatMap { Day($0) }
    try OrderStore(fixture.services).add(
      NewOrder(
        draft: draft, rules: [], organisation: ID(1), organisationName: "Council", facts: facts),
      by: nil, at: OrdersFixture.now, in: write)
  }

  static func reading(
    _ fixture: OrdersFixture, _ power: Power? = nil
  ) throws -> EqualityReading {
    try fixture.services.database.read { read in
      try EqualityReading(power, fixture.services, on: OrdersFixture.today, read)
    }
  }

  static func line(
    _ dimension: EqualityDimension, _ key: String, _ reading: EqualityReading
  ) throws -> EqualityTable.Line {
    let table = try #require(reading.tables.first { $0.dimension == dimension })
    return try #require(table.lines.first { $0.key == key })
  }

  @Test(
    "counts orders by group with shares and rates of the people there are",
    arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.wards)
    try Self.add(40, EqualityFacts(sex: .male, sexSource: .said, ward: "W0"), to: fixture)
    try Self.add(
      20, EqualityFacts(sex: .male, sexSource: .perceived, ward: "W1"), to: fixture)
    try Self.add(40, EqualityFacts(sex: .female, sexSource: .said, ward: "W1"), to: fixture)
    let reading = try Self.reading(fixture)
    #expect(reading.years.words == "2023/24 to 2025/26")
    let men = try Self.line(.sex, "male", reading)
    #expect(men.count == 60 && men.said == 40 && men.perceived == 20)
    let table = try #require(reading.tables.first { $0.dimension == .sex })
    #expect(table.source == nil && men.rate == .noBase && men.people == nil)
    let share = try #require(table.share(of: men))
    #expect(share.value == 0.6)
    #expect(abs(share.interval.lower - 0.502) < 0.001 && abs(share.interval.upper - 0.691) < 0.001)
    let ward = try Self.line(.ward, "W0", reading)
    #expect(ward.count == 40 && ward.people == 10_000)
    guard case .told(let rate, let interval, let ratio, let times) = ward.rate else {
      Issue.record("no rate")
      return
    }
    #expect(rate == 40 && interval.lower < 40 && interval.upper > 40)
    // 40 of 10,000 over 60 of 30,000.
    #expect(ratio == 2 && (times?.lower ?? 0) > 1)
    #expect(try Self.line(.age, "35-49", reading).count == 100)
  }

  @Test("hides counts of 1 to 4 and what would give them away", arguments: [1, 4, 5])
  func small(count: Int) throws {
    let fixture = try OrdersFixture()
    try Self.add(30, EqualityFacts(sex: .male, sexSource: .said), to: fixture)
    try Self.add(count, Self.female, to: fixture)
    let reading = try Self.reading(fixture)
    let (women, men) = (
      try Self.line(.sex, "female", reading), try Self.line(.sex, "male", reading)
    )
    if count == 5 {
      #expect(women.count == 5 && women.rate == .noBase && men.count == 30)
    } else {
      #expect(women.count == nil && women.said == nil)
      // The whole is known from elsewhere: the difference would tell.
      #expect(men.count == nil)
      #expect(try Self.line(.age, "35-49", reading).count == 30 + count)
    }
    let page = try #require(try fixture.visit("/orders/equality", as: .analyst)).words
    // The page says twice how counts are hidden.
    #expect((page.components(separatedBy: "hidden").count > 3) == (count != 5))
  }

  @Test("gives nothing of one power away by another")
  func powers() throws {
    let fixture = try OrdersFixture()
    let man = EqualityFacts(sex: .male, sexSource: .said)
    try Self.add(20, man, to: fixture)
    try Self.add(20, man, .dispersal, to: fixture)
    try Self.add(10, Self.female, to: fixture)
    try Self.add(3, Self.female, .dispersal, to: fixture)
    let all = try Self.line(.sex, "female", Self.reading(fixture)).count
    let injunctions = try Self.line(.sex, "female", Self.reading(fixture, .injunction)).count
    let dispersals = try Self.line(.sex, "female", Self.reading(fixture, .dispersal)).count
    #expect(dispersals == nil)
    #expect(all == nil || injunctions == nil)
  }

  @Test("shows all powers together where too little was made to show one by itself")
  func sparse() throws {
    let fixture = try OrdersFixture()
    let man = EqualityFacts(sex: .male, sexSource: .said)
    try Self.add(30, man, to: fixture)
    try Self.add(12, Self.female, to: fixture)
    for power in [Power.dispersal, .acceptableBehaviour, .criminalBehaviour] {
      try Self.add(1, Self.female, power, to: fixture)
    }
    let one = try Self.reading(fixture, .dispersal)
    #expect(try Self.line(.sex, "female", one).count == nil)
    #expect(try Self.line(.age, "35-49", Self.reading(fixture)).count == 45)
  }

  /// The tables by power and of all together, as one sees them who reads every page.
  @Test("lets nobody who reads every table work a small count out", arguments: 1...60)
  func onlooker(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (groups, columns) = (2 + seed % 3, 1 + seed % 2 + seed % 3 / 2)
    let rows = (0..<groups).map { group in
      (0..<(group == 0 && seed.isMultiple(of: 3) ? 2 : 1)).map { _ in
        (0..<columns).map { _ in
          Int.random(in: 0...(seed.isMultiple(of: 2) ? 12 : 6), using: &generator)
        }
      }
    }
    let tables =
      (0..<columns).map { EqualityCells(rows, column: $0) } + [EqualityCells(rows, column: nil)]
    var truth: [Int] = []
    var ranges: [ClosedRange<Int>] = []
    var sums: [(parts: [Int], total: Int)] = []
    /// Whoever reads a table knows which hidden counts are the small ones; of one that is withheld nothing.
    func add(_ count: Int, _ shown: Int?, _ isWithheld: Bool) -> Int {
      truth.append(count)
      let hidden = !isWithheld && (1...4).contains(count) ? 1...4 : 0...60
      ranges.append(shown.map { $0...$0 } ?? hidden)
      if let shown { #expect(shown == count && !(1...4).contains(shown)) }
      return truth.count - 1
    }
    var places: [[Int]] = []
    for (column, cells) in tables.enumerated() {
      func count(_ row: [Int]) -> Int { column < columns ? row[column] : row.reduce(0, +) }
      var parts: [Int] = []
      var own: [Int] = []
      for (group, lines) in rows.enumerated() {
        let each = lines.enumerated().map {
          add(count($1), cells.row($0, of: group), cells.isWithheld)
        }
        let all = add(
          lines.reduce(0) { $0 + count($1) }, cells.group(group), cells.isWithheld)
        sums.append((each, all))
        parts.append(all)
        own += each + [all]
      }
      // Indicators tell the totals.
      let whole = truth.count
      truth.append(parts.reduce(0) { $0 + truth[$1] })
      ranges.append(truth[whole]...truth[whole])
      sums.append((parts, whole))
      places.append(own + [whole])
    }
    for place in places[columns].indices {
      sums.append(((0..<columns).map { places[$0][place] }, places[columns][place]))
    }
    let onlooker = Onlooker(ranges, sums: sums)
    let totals = Set(places.compactMap(\.last))
    for (place, count) in truth.enumerated()
    where (1...4).contains(count) && !totals.contains(place) {
      #expect(onlooker.values(of: place).count == 2, "\(rows)")
    }
  }

  @Test("tells no rate of fewer than 20 orders", arguments: [19, 20])
  func few(count: Int) throws {
    let fixture = try OrdersFixture(areas: Self.wards)
    try Self.add(count, EqualityFacts(ward: "W0"), to: fixture)
    try Self.add(30, EqualityFacts(ward: "W1"), to: fixture)
    let rate = try Self.line(.ward, "W0", Self.reading(fixture)).rate
    #expect((rate == .few) == (count == 19), "\(rate)")
  }

  @Test(
    "counts three whole years, and neither premises nor bodies",
    arguments: [
      ("2023-03-31", 0), ("2023-04-01", 10), ("2026-03-31", 10), ("2026-04-01", 0),
    ])
  func edges(day: String, count: Int) throws {
    let fixture = try OrdersFixture()
    try Self.add(10, Self.female, on: day, to: fixture)
    try Self.add(10, EqualityFacts(), .closureOrder, born: nil, to: fixture)
    try Self.add(10, EqualityFacts(), .protectionNotice, born: nil, to: fixture)
    #expect(try Self.line(.sex, "female", Self.reading(fixture)).count == count)
    #expect(try Self.line(.sex, "unknown", Self.reading(fixture)).count == 0)
  }

  @Test(
    "counts no year twice: the next three begin where these end",
    arguments: [
      ("2026-03-31", "2020/21 to 2022/23"), ("2026-04-01", "2023/24 to 2025/26"),
      ("2027-04-01", "2023/24 to 2025/26"), ("2029-03-31", "2023/24 to 2025/26"),
      ("2029-04-01", "2026/27 to 2028/29"), ("2019-06-01", "2014/15 to 2016/17"),
    ])
  func threes(today: String, years: String) throws {
    #expect(EqualityYears(overOn: try #require(Day(today))).words == years)
  }

  @Test("takes the age of orders written down before facts were kept", arguments: Engine.tested)
  func earlier(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    try Self.add(10, EqualityFacts(), born: "2009-01-01", to: fixture)
    try fixture.services.database.write { write in
      try write.run("UPDATE orders_order SET equality = NULL")
    }
    #expect(try Self.line(.age, "10-17", Self.reading(fixture)).count == 10)
  }

  @Test(
    "has bands of age with both edges",
    arguments: [
      (10, "10-17"), (17, "10-17"), (18, "18-24"), (24, "18-24"), (25, "25-34"), (34, "25-34"),
      (35, "35-49"), (49, "35-49"), (50, "50+"), (99, "50+"),
    ])
  func bands(age: Int, band: String) { #expect(AgeBand(age: age).rawValue == band) }

  @Test(
    "is never required, is sealed, and what is said is told apart from what was seen",
    arguments: Engine.tested)
  func form(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.wards)
    let plain = try RegisterTests.add(fixture, .injunction, RegisterTests.injunction)
    let refused = try #require(
      try fixture.visit(
        "\(plain)/facts", form: [("version", "1"), ("sex", "male"), ("ward", "W9")]))
    #expect(refused.status == 422 && refused.words.contains(EqualityForm.noSource))
    #expect(refused.words.contains("Choose a ward of the list"))
    let form = [
      ("version", "1"), ("sex", "male"), ("sex-source", "self"), ("ethnicity", "mixed"),
      ("ethnicity-source", "officer"), ("ward", "W1"),
    ]
    #expect(try fixture.status("\(plain)/facts", as: .coordinator, form: form) == 404)
    #expect(try fixture.visit("\(plain)/facts", form: form)?.status == 303)
    #expect(try fixture.visit("\(plain)/facts", form: form)?.status == 409, "opened before")
    let page = try #require(try fixture.visit(plain))
    #expect(page.text.contains("value=\"mixed\" selected"))
    let seen = try #require(try fixture.visit(plain, as: .coordinator))
    #expect(!seen.text.contains("mixed"), "who may not write it down does not read it")
    let trail = try fixture.trail()
    #expect(trail.contains { $0.hasPrefix("orders.described") })
    #expect(!trail.contains { $0.contains("mixed") || $0.contains("male") })
    let texts = try fixture.services.database.read { read in
      try read.all("SELECT equality FROM orders_order") { row in try row.optionalBytes() ?? [] }
    }
    #expect(texts.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("mixed") })
  }

  @Test("is asked on the form that writes an order down")
  func issuing() throws {
    let fixture = try OrdersFixture(areas: Self.wards)
    let page = try #require(try fixture.visit("/orders/new/injunction")).words
    #expect(page.contains("For the equality analysis (optional)") && page.contains("Tannery"))
    let area = try #require(try fixture.visit("/orders/new/public-spaces")).words
    #expect(!area.contains("equality analysis"))
    let facts = ["sex": "female", "sex-source": "officer", "ward": "outside"]
    let path = try RegisterTests.add(
      fixture, .injunction, RegisterTests.injunction.merging(facts) { $1 })
    #expect(try #require(try fixture.visit(path)).text.contains("value=\"outside\" selected"))
  }

  @Test("is the same as CSV, on the page and in the shell", arguments: Engine.tested)
  func file(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.wards)
    try Self.add(40, EqualityFacts(sex: .male, sexSource: .said, ward: "W0"), to: fixture)
    try Self.add(3, Self.female, to: fixture)
    let csv = try #require(try fixture.visit("/orders/equality.csv", as: .councillor)).text
    let line = try #require(csv.split(separator: "\r\n").first { $0.contains("Millwharf") })
    #expect(line.contains("Estimates of people by ward, 2024"), "\(line)")
    #expect(csv.contains("hidden") && !csv.contains(",3,"))
    #expect(try fixture.trail().contains { $0.hasPrefix("orders.compared") })
    let said = fixture.services.shell(EqualityCommands.all, ["orders", "equality"])
    #expect(said.status == .done)
    #expect(said.out.split(separator: "\n").count == csv.split(separator: "\r\n").count)
    let wrong = fixture.services.shell(
      EqualityCommands.all, ["orders", "equality", "--power", "asbo"])
    #expect(wrong.status == .wrongUse)
  }

  @Test(
    "reads how many people there are by group, and refuses a file with its line",
    arguments: [
      (
        "dimension,group,people\nsex,female,100\nsex,male,300\n", Commands.ExitStatus.done,
        "2 groups"
      ),
      ("dimension,group,people\nsex,female,100\n", .inputRefused, "each of female, male once"),
      ("dimension,group,people\nsex,woman,100\n", .inputRefused, "line 2: “woman” is no group"),
      ("dimension,group,people\nward,W0,100\n", .inputRefused, "line 2: the dimension is"),
      ("dimension,group,people\nsex,female,many\n", .inputRefused, "is not a number of people"),
      ("group,people\n", .inputRefused, "line 1: the columns are"),
      ("dimension,group,people\n", .inputRefused, "no row of people"),
    ] as [(String, Commands.ExitStatus, String)])
  func bases(text: String, status: Commands.ExitStatus, words: String) throws {
    let fixture = try OrdersFixture()
    let file = try TemporaryFolder.ofCase().path + "/people.csv"
    try Data(text.utf8).write(to: URL(filePath: file))
    let said = fixture.services.shell(
      EqualityCommands.all,
      ["orders", "bases", file, "--source", "Census", "--year", "2021"])
    #expect(said.status == status && said.all.contains(words), "\(said.all)")
    try Self.add(30, EqualityFacts(sex: .male, sexSource: .said), to: fixture)
    try Self.add(30, Self.female, to: fixture)
    let table = try #require(try Self.reading(fixture).tables.first { $0.dimension == .sex })
    #expect(table.source == (status == .done ? "Census, 2021" : nil))
  }

  @Test("says where no base is held, and shows shares alone")
  func noBase() throws {
    let fixture = try OrdersFixture()
    try Self.add(30, Self.female, to: fixture)
    let page = try #require(try fixture.visit("/orders/equality", as: .manager)).words
    #expect(
      page.contains("How many people live here by sex is not held, so only shares are shown."))
    #expect(!page.contains("Per 10,000 in three years"))
  }

  @Test("is read through an index, and sealed anew after a rotation", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let query = EqualityStore.query(from: OrdersFixture.today, through: OrdersFixture.today)
    let plan = try QueryPlan.of(query, fixture.services.database)
    #expect(!plan.readsAll(of: "o"), "\(plan)")
    try Self.add(10, Self.female, to: fixture)
    let store = OrderStore(fixture.services)
    let sealed: SQL = "SELECT equality FROM orders_order ORDER BY id LIMIT 1"
    func bytes() throws -> [UInt8] {
      try fixture.services.database.read { try $0.first(sealed) { try $0.bytes() } ?? [] }
    }
    let before = try bytes()
    _ = try fixture.services.database.write { try store.sealAnew(after: 0, in: $0) }
    #expect(try bytes() != before)
    #expect(try Self.line(.sex, "female", Self.reading(fixture)).count == 10)
  }
}
