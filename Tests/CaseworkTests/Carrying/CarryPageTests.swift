import Access
import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Jobs
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The pages of bringing open cases along", .database)
struct CarryPageTests {
  private func save(_ fixture: CaseworkFixture) throws {
    let saved = try fixture.carryPage(
      "/carry/mapping", form: [("key", "old"), ("sheet", OldRegister.mapping)])
    #expect(saved?.status == 303)
  }

  private func trial(
    _ fixture: CaseworkFixture, _ tables: [CarryTable: String] = OldRegister.tables
  ) throws -> Response {
    let files = try tables.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      try CaseworkFixture.table($0.key, $0.value)
    }
    return try #require(
      try fixture.carryPage("/carry/try", form: [("mapping", "old")], files: files))
  }

  private func waiting(_ fixture: CaseworkFixture) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: fixture.services.settings.uploads)) ?? []
  }

  @Test("are an administrator's and a manager's", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try CaseworkFixture()
    let may = role == .administrator || role == .manager
    for path in [
      "/carry", "/carry/mapping", "/carry/mapping/sample.csv", "/carry/sample/cases.csv",
    ] {
      #expect(
        try FeatureKit.status { try fixture.carryPage(path, as: role) } == (may ? 200 : 404),
        "\(path)")
    }
    for path in ["/carry/try", "/carry/bring", "/carry/mapping"] {
      #expect(
        try FeatureKit.status { try fixture.carryPage(path, as: role, form: []) }
          == (may ? 422 : 404), "\(path)")
    }
  }

  @Test("try an import, do it in the background and take the files away", arguments: Engine.tested)
  func journey(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try save(fixture)
    let tried = try trial(fixture)
    #expect(tried.status == 200)
    #expect(tried.words.contains("Urgent priority 2 1, 2 or 3"))
    #expect(tried.words.contains("It is no date, or no such day"))
    #expect(!tried.words.contains("Planted"))
    #expect(try fixture.count("case_file") == 0)
    let hidden = tried.hiddenFields
    #expect(hidden.map(\.0).contains("waiting-cases"))
    let asked = try #require(try fixture.carryPage("/carry/bring", form: hidden))
    let page = try #require(asked.header("Location"))
    try fixture.runJobs()
    #expect(try fixture.count("case_file") == 3)
    let done = try #require(try fixture.carryPage(page))
    #expect(done.words.contains("3 cases, 2 people, 2 actions, 2 notes and 0 files were kept"))
    #expect(waiting(fixture).isEmpty)
    let gone = try #require(try fixture.carryPage("/carry/bring", form: hidden))
    #expect(gone.status == 422 && gone.words.contains("not there any more"))
  }

  @Test("forget files that were tried alone after a day")
  func forgetting() throws {
    let fixture = try CaseworkFixture()
    try save(fixture)
    _ = try trial(fixture)
    try fixture.runJobs()
    #expect(waiting(fixture).count == 4)
    fixture.clock.advance(seconds: 86_401)
    try fixture.runJobs()
    #expect(waiting(fixture).isEmpty)
  }

  @Test("refuse with what to do at the field")
  func refused() throws {
    let fixture = try CaseworkFixture()
    try save(fixture)
    let none = try #require(try fixture.carryPage("/carry/try", form: [("mapping", "old")]))
    #expect(none.status == 422 && none.words.contains("Choose at least one table"))
    let other = try trial(fixture, [.people: "Name,Role\nA,B\n"])
    #expect(other.status == 422)
    #expect(other.words.contains("there is no column “DOB” for born"))
    #expect(waiting(fixture).isEmpty)
    let file = try CaseworkFixture.table(.cases, "x")
    let unmapped = try #require(
      try fixture.carryPage("/carry/try", form: [("mapping", "none")], files: [file]))
    #expect(unmapped.words.contains("Choose the mapping"))
    for name in ["../../etc/passwd", "short", String(repeating: "/", count: 43)] {
      let form = [("mapping", "old"), ("version", "1"), ("waiting-cases", name)]
      #expect(try fixture.carryPage("/carry/bring", form: form)?.status == 422)
    }
    let sheet = try #require(
      try fixture.carryPage("/carry/mapping", form: [("key", "Old One"), ("sheet", "x")]))
    #expect(sheet.status == 422 && sheet.words.contains("Use small letters, figures and dashes"))
  }

  @Test("and their paths are read as they are written")
  func routes() throws {
    let routes: [CarryRoute] = [
      .start, .trial, .bring, .mapping(from: nil), .mapping(from: "old"), .sheet(key: "old"),
      .sample(name: "cases"), .job(ID(7)),
    ]
    for route in routes {
      let request = try Request(route.path, form: [])
      #expect(CarryRoute(.post, request.path, request.query)?.path == route.path)
    }
    #expect(CarryRoute(.get, ["carry", "try"], Fields()) == nil)
    #expect(CarryRoute(.get, ["carry", "x"], Fields()) == nil)
  }
}

extension Response {
  /// The hidden fields of its forms.
  fileprivate var hiddenFields: [(String, String)] {
    text.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/).map {
      (String($0.1), String($0.2))
    }
  }
}
