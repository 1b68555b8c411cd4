import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Finding people", .database)
struct PeopleSearchTests {
  @Test("finds nine of ten names however they are spelt", arguments: Engine.tested)
  func recall(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.emptyCase()
    try fixture.add(NamePairs.all.map(\.kept), to: file.id)
    let missed = try NamePairs.all.filter { pair in
      try !fixture.names(pair.sought).contains(pair.kept)
    }
    #expect(NamePairs.all.count == 50)
    #expect(missed.count <= 5, "not found: \(missed)")
  }

  /// What is stated in the guide: of those shown as fitting, how many are the right person.
  @Test("shows few others among two thousand")
  func precision() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.emptyCase()
    try fixture.add(NamePairs.others + NamePairs.all.map(\.kept), to: file.id)
    var (right, wrong) = (0, [String]())
    for pair in NamePairs.all {
      let found = try fixture.names(pair.sought)
      right += found.contains(pair.kept) ? 1 : 0
      let spelt = Set(NamePairs.all.filter { $0.sought == pair.sought }.map(\.kept))
      wrong += Set(found).subtracting(spelt).map { "\(pair.sought): \($0)" }
    }
    #expect(right >= 45)
    let precision = Double(right) / Double(right + wrong.count)
    #expect(precision >= 0.9, "\(precision): \(wrong)")
  }

  @Test("ranks the same name first, and tells what fits in part", arguments: Engine.tested)
  func ranks(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.emptyCase()
    try fixture.add(
      ["Jane Planted", "Jayne Planted", "Rosa Planted", "J Planted", "Zebedee Other"], to: file.id)
    #expect(try fixture.names("jane planted") == ["Jane Planted", "Jayne Planted", "J Planted"])
    let all = try fixture.search("jane planted").people.map { $0.name.reveal(for: "test") }
    #expect(all == ["Jane Planted", "Jayne Planted", "J Planted", "Rosa Planted"])
    #expect(try fixture.names("Planted").count == 4)
    #expect(try fixture.names("Nobody").isEmpty)
  }

  @Test("finds by earlier names and by date of birth", arguments: Engine.tested)
  func earlier(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.emptyCase()
    try fixture.add(["Jane Cartwright"], to: file.id) {
      $0.otherNames = "Holroyd"
      $0.born = "1980-03-12"
    }
    try fixture.add(["Jane Cartwright"], to: file.id) { $0.born = "1991-01-01" }
    try fixture.add(["Jane Cartwright"], to: file.id)
    #expect(try fixture.names("Jane Holroyd") == ["Jane Cartwright"])
    let day = try #require(Day("1980-03-12"))
    #expect(try fixture.names("", born: day) == ["Jane Cartwright"])
    let found = try fixture.search("Jane Cartwright", born: day).people
    let query = try SearchQuery("Jane Cartwright", born: day, letters: "TM")
    #expect(found.map(\.isBornThen) == [true, false, false])
    // Who has another date of birth fits in part alone; who has none may be the one.
    #expect(found.map { $0.isFull(query) } == [true, true, false])
  }

  @Test("finds who reported, and who a report complains of", arguments: Engine.tested)
  func reports(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report {
      $0.subject = Sensitive(ReportSubject(name: "Quentin Planted"))
    }
    let found = try fixture.search("Planted").people
    #expect(Set(found.map(\.part)) == ["Reporter", "Complained of"])
    #expect(Set(found.map(\.place.reference)) == [report])
    #expect(try fixture.search("Zebedee").people.map(\.part) == ["Reporter"])
  }

  @Test("keeps no name and no date in the database")
  func sealed() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.emptyCase()
    try fixture.add(["Quentin Planted"], to: file.id) { $0.born = "1931-07-29" }
    _ = try fixture.searching("/search", [("sought", "Quentin Planted")])
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      let text = try Bytes.latin(of: file).lowercased()
      for word in ["planted", "quentin", "1931-07-29", "s673530"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test(
    "finds under a new key before and after tokens are worked out anew", arguments: Engine.tested)
  func rotation(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try fixture.report()
    let file = try fixture.emptyCase()
    try fixture.add(["Jane Holroyd"], to: file.id)
    let before = try tokens(fixture)
    try fixture.services.keyring.rotate(at: fixture.now)
    #expect(try fixture.names("Jayne Holroyd") == ["Jane Holroyd"])
    try fixture.database.write { write in
      for sealing in [SearchReseal.people, SearchReseal.reports, SearchReseal.cases] {
        let ids = try (sealing(fixture.services, 0, write), sealing(fixture.services, 1000, write))
        #expect(!ids.0.isEmpty && ids.1.isEmpty)
      }
    }
    let after = try tokens(fixture)
    #expect(before.count == after.count && before.isDisjoint(with: after))
    #expect(try fixture.names("Jayne Holroyd") == ["Jane Holroyd"])
    #expect(try fixture.names("Zebedee Planted") == ["Zebedee Planted"])
  }

  private func tokens(_ fixture: CaseworkFixture) throws -> Set<[UInt8]> {
    try fixture.database.read { read in
      Set(try read.all("SELECT token FROM search_token LIMIT 10000") { row in try row.bytes() })
    }
  }

  @Test(
    "reads tokens by their index alone, and never more than it compares", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let search = PeopleSearch(keyring: fixture.services.keyring)
    let query = try SearchQuery("Jane Holroyd", born: Day("1980-03-12"), letters: "TM")
    let sql = search.sql(PersonKeys.sought(query.name, born: query.born))
    let plan = try QueryPlan.of(sql, fixture.database)
    #expect(!plan.readsAll(of: "search_token"), "\(plan)")
    for words in [["ropewalk"], ["noise", "ropewalk"], ["noise", "on", "rope"]] {
      let plan = try QueryPlan.of(TextSearch.sql(words), fixture.database)
      for table in ["search_word", "w", "o"] {
        #expect(!plan.readsAll(of: table), "\(words): \(plan)")
      }
    }
  }

  @Test("shows fifty and says that there are more")
  func cut() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.emptyCase()
    try fixture.add((0..<60).map { _ in "Jane Holroyd" }, to: file.id)
    let found = try fixture.search("Holroyd")
    #expect(found.people.count == PeopleSearch.shown && found.hasMorePeople)
    let page = try #require(try fixture.searching("/search", [("sought", "Holroyd")]))
    #expect(page.words.contains("There are more: add a name or a date of birth."))
  }
}
