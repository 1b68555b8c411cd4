import Access
import Commands
import Database
import FeatureKit
import Glibc
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Who may do what with risks", .database)
struct RiskPolicyTests {
  /// One letter a right, in their order: instruments, configure, open, assess.
  static let table: [(Role, String)] = [
    (.administrator, "yynn"), (.manager, "yyyy"), (.officer, "ynyy"), (.analyst, "nnnn"),
    (.coordinator, "ynnn"), (.partner, "nnnn"), (.councillor, "nnnn"), (.auditor, "nnnn"),
  ]

  @Test("is as the table says, and names every role", arguments: table)
  func row(role: Role, letters: String) {
    let actor = CaseworkFixture.actor(role)
    let found = RiskRight.allCases.map { RiskPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
    #expect(Set(Self.table.map(\.0)) == Set(Role.all))
  }

  @Test("holds for every page", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let fields = RiskAnswers.fields(3, in: try RiskInstrumentTests.matrix.get())
    _ = try fixture.answer("/cases/\(file)/risk/asb-matrix", form: fields + [("step", "keep")])
    let rights = letters.map { $0 == "y" }
    let pages: [(String, Int)] = [
      ("/work/instruments", 0), ("/work/instruments/asb-matrix/1", 0),
      ("/work/instruments/asb-matrix/1.csv", 0), ("/work/instruments/new", 1),
      ("/work/instruments/new?from=asb-matrix", 1), ("/cases/\(file)/risk", 2),
      ("/cases/\(file)/assessments/1", 2), ("/cases/\(file)/risk/asb-matrix", 3),
    ]
    for (path, right) in pages {
      #expect(try fixture.work(path, as: role) == (rights[right] ? 200 : 404), "\(path)")
    }
    #expect(
      try fixture.work("/work/instruments/new", as: role, form: []) == (rights[1] ? 422 : 404))
    #expect(
      try fixture.work("/cases/\(file)/risk/asb-matrix", as: role, form: [])
        == (rights[3] ? 422 : 404))
  }

  @Test(
    "gives no page of what is not there",
    arguments: [
      "/work/instruments/asb-matrix/2", "/work/instruments/none/1", "/cases/FILE/risk/none",
      "/cases/FILE/assessments/9", "/cases/TM-7K42-0931/risk",
    ])
  func absent(path: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let path = path.replacing("FILE", with: file.description)
    #expect(try fixture.work(path, as: .manager) == 404)
  }

  @Test("and its paths are read as they are written")
  func routes() throws {
    let file = try #require(Reference("TM-7K42-0931"))
    let routes: [RiskRoute] = [
      .history(file), .assess(file, key: "asb-matrix"), .assessment(file, ID(7)), .instruments,
      .add(from: nil), .add(from: "estates"), .instrument(key: "estates", version: 2),
      .sheet(key: "estates", version: 2),
    ]
    for route in routes {
      let request = try Request(route.path)
      #expect(RiskRoute(.get, request.path, request.query)?.path == route.path)
    }
  }

  @Test("puts each reading and each change on record, and no word of it")
  func audit() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let fields = RiskAnswers.fields(20, in: try RiskInstrumentTests.matrix.get())
    _ = try fixture.answer(
      "/cases/\(file)/risk/asb-matrix",
      form: fields + [("risk-notes", "Planted"), ("step", "keep")])
    _ = try fixture.answer("/cases/\(file)/assessments/1")
    let trail = try fixture.trail()
    #expect(
      trail.suffix(2).map { $0.split(separator: " ")[0] }
        == ["casework.risk-assessed", "casework.risk-opened"])
    #expect(!trail.joined().contains("Planted"))
    #expect(Set(RiskActions.words.keys).isSubset(of: Casework.feature.actions.keys))
  }
}

@Suite("Risk instruments from the shell", .database)
struct RiskCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(RiskCommands.all, arguments)
  }

  @Test("are listed, shown as sheets, and added from them", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    #expect(run(fixture, ["risk", "list"]).out.contains("list-24  Domestic abuse list of 24"))
    #expect(run(fixture, ["risk", "list", "--json"]).out.contains("\"highest\":54"))
    let shown = run(fixture, ["risk", "show", "asb-matrix"])
    #expect(shown.out == ShippedInstruments.matrix + "\n")
    let path = "/tmp/risk-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).csv"
    defer { unlink(path) }
    func write(_ text: String) throws {
      let file = try #require(fopen(path, "w"))
      fputs(text, file)
      fclose(file)
    }
    try write(shown.out.replacing("band,High,32", with: "band,High,40"))
    let added = run(fixture, ["risk", "add", "asb-matrix", path])
    #expect(added.status == .done)
    #expect(added.out.contains("version 2: Standard 0 to 15, Medium 16 to 39, High 40 to 54"))
    #expect(try fixture.trail().last?.hasPrefix("casework.risk-instrument-added") == true)
    try write("row,text,points,days\nwrong\n")
    let refused = run(fixture, ["risk", "add", "estates", path])
    #expect(refused.status == .inputRefused)
    #expect(refused.messages.contains("line 2"))
    #expect(run(fixture, ["risk", "add", "Not a key", path]).status == .wrongUse)
    #expect(run(fixture, ["risk", "add", "estates", path + ".none"]).status == .wrongUse)
    #expect(run(fixture, ["risk", "show", "none"]).status == .wrongUse)
  }
}
