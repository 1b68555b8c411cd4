import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Tasking

@Suite("The restricted list of vehicles", .database)
struct VehicleTests {
  static let path = "/tasking/vehicles"
  static let form: [String: String] = [
    "act": "propose", "plate": "qq00 qiq", "purpose": "Seen at dumped rubbish. Note only",
    "source": "2", "assessment": "B", "handling": "P", "conditions": "", "expires-day": "20",
    "expires-month": "12", "expires-year": "2026",
  ]

  @discardableResult
  static func propose(
    _ fixture: TaskingFixture, _ changes: [String: String] = [:], as role: Role = .analyst
  ) throws -> Response {
    let fields = form.merging(changes) { $1 }.map { ($0.key, $0.value) }
    return try #require(try fixture.visit(path, as: role, form: fields))
  }

  static func authorise(_ fixture: TaskingFixture, _ id: Int, number: Int64? = nil) throws -> Int {
    try fixture.visit(
      "\(path)/\(id)", as: .manager, number: number, form: [("act", "authorise")])?.status ?? 404
  }

  @Test("holds a proposal back until somebody else answers for it", arguments: Engine.tested)
  func authorising(engine: Engine) throws {
    let fixture = try TaskingFixture(engine)
    #expect(try Self.propose(fixture).status == 303)
    let proposed = try #require(try fixture.visit(Self.path)).words
    #expect(proposed.contains("No vehicle is on the list"))
    #expect(proposed.contains("QQ00 QIQ") && proposed.contains("2 B P"))
    #expect(try fixture.status("\(Self.path)/1", as: .officer, form: [("act", "authorise")]) == 404)
    #expect(try Self.authorise(fixture, 1) == 303)
    let list = try #require(try fixture.visit(Self.path, as: .officer)).words
    #expect(!list.contains("No vehicle is on the list"))
    #expect(list.contains("Person 2"))
    #expect(
      try fixture.actions() == [
        "tasking.vehicle-proposed", "tasking.vehicles-read", "tasking.vehicle-authorised",
        "tasking.vehicles-read",
      ])
    #expect(!(try fixture.trail().joined().uppercased().contains("QIQ")))
  }

  @Test("is not authorised by whoever proposed it")
  func own() throws {
    let fixture = try TaskingFixture()
    try Self.propose(fixture, as: .manager)
    #expect(try Self.authorise(fixture, 1) == 422)
    #expect(try Self.authorise(fixture, 1, number: 77) == 303)
  }

  @Test("holds ten at most")
  func ten() throws {
    let fixture = try TaskingFixture()
    for number in 0...10 {
      #expect(try Self.propose(fixture, ["plate": "QQ\(10 + number) QIQ"]).status == 303)
    }
    for id in 1...10 { #expect(try Self.authorise(fixture, id) == 303) }
    #expect(try Self.authorise(fixture, 11) == 422)
    #expect(try fixture.status("\(Self.path)/1", as: .analyst, form: [("act", "remove")]) == 303)
    #expect(try Self.authorise(fixture, 11) == 303)
  }

  @Test(
    "refuses a proposal field by field",
    arguments: [
      ("plate", "??", "Enter the registration mark"), ("purpose", "", "Enter why"),
      ("source", "4", "grade of the source"), ("assessment", "F", "grade of the intelligence"),
      ("handling", "", "how it may be shared"), ("handling", "C", "Enter the conditions"),
      ("expires-day", "", "Last day must include a day"),
      ("expires-month", "11", "Choose a day after today"),
      ("expires-year", "2027", "within 90 days"),
    ])
  func refused(field: String, value: String, words: String) throws {
    let fixture = try TaskingFixture()
    let response = try Self.propose(fixture, [field: value])
    #expect(response.status == 422)
    #expect(response.words.contains(words))
  }

  @Test("finds a vehicle by its mark, and the mark stands in no address, title or trail")
  func finding() throws {
    let fixture = try TaskingFixture()
    try Self.propose(fixture)
    let found = try #require(
      try fixture.visit(Self.path, form: [("act", "find"), ("wanted", "QQ00QIQ")]))
    #expect(found.words.contains("That vehicle is on the list or proposed"))
    let other = try #require(
      try fixture.visit(Self.path, form: [("act", "find"), ("wanted", "ZZ99 ZZZ")]))
    #expect(other.words.contains("That vehicle is not on the list"))
    #expect(try Self.propose(fixture, ["plate": "QQ00-QIQ"]).words.contains("already"))
    #expect(try fixture.actions().count { $0 == "tasking.vehicle-looked-up" } == 2)
    let trail = try fixture.trail().joined().uppercased()
    #expect(!trail.contains("QQ00") && !trail.contains("ZZ99"))
    #expect(!found.text.prefix { $0 != "\n" }.contains("QQ00"))
  }

  @Test("loses an entry on the day after its last, and takes the mark again")
  func expiry() throws {
    let keyring = Keyring.forTests()
    let fixture = try TaskingFixture(keyring: keyring)
    try Self.propose(fixture)
    _ = try Self.authorise(fixture, 1)
    let store = VehicleStore(keyring: keyring)
    let last = try #require(Day("2026-12-20"))
    let counts = try fixture.services.database.read { read in
      try [last, last.adding(days: 1)].map { try store.current(on: $0, read).count }
    }
    #expect(counts == [1, 0])
    let plate = try #require(NumberPlate("QQ00QIQ"))
    let again = NewVehicle(
      plate: plate, purpose: Sensitive("Again"),
      grading: SourceGrading(source: .reliable, assessment: .direct, handling: .permitted),
      conditions: Sensitive(""), expires: last.adding(days: 30))
    let id = try fixture.services.database.write { write in
      try store.add(
        again, by: nil, at: London.start(of: last.adding(days: 2)), in: write)
    }
    #expect(id == ID(2))
  }

  @Test("keeps mark, purpose and conditions sealed, under the newest key after a rotation")
  func sealed() throws {
    let keyring = Keyring.forTests()
    let fixture = try TaskingFixture(keyring: keyring)
    try Self.propose(fixture, ["handling": "C", "conditions": "Police only"])
    let rows = try fixture.services.database.read { read in
      try read.all("SELECT plate, purpose, conditions, plate_token FROM tasking_vehicle") { row in
        [try row.bytes(), try row.bytes(), try row.bytes(), try row.bytes()]
      }
    }
    for bytes in rows[0] {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["QQ00", "QIQ", "rubbish", "Police"] { #expect(!text.contains(word)) }
    }
    let store = VehicleStore(keyring: keyring)
    let count = try fixture.services.database.write { try store.sealAnew(after: 0, in: $0).count }
    #expect(count == 1)
    let entry = try fixture.services.database.read { read in
      try store.standing(try #require(NumberPlate("QQ00QIQ")), read)
    }
    #expect(entry?.purpose.reveal(for: "test") == "Seen at dumped rubbish. Note only")
    #expect(entry?.conditions.reveal(for: "test") == "Police only")
  }

  @Test("shows the auditor who used it, and never the list")
  func trail() throws {
    let fixture = try TaskingFixture()
    try Self.propose(fixture)
    try fixture.visit(Self.path)
    let sent = try #require(try fixture.visit(Self.path, as: .auditor))
    #expect(sent.header("Location") == "\(Self.path)/trail")
    let page = try #require(try fixture.visit("\(Self.path)/trail", as: .auditor)).words
    #expect(page.contains("Restricted list of vehicles read"))
    #expect(page.contains("Person 4"))
    #expect(!page.contains("QQ00"))
    #expect(try fixture.status("\(Self.path)/trail", as: .officer) == 404)
  }

  @Test("is read through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try TaskingFixture(engine)
    let database = fixture.services.database
    let plans = [
      (VehicleStore.currentQuery(on: TaskingFixture.today), "tasking_vehicle_current"),
      (VehicleStore.standingQuery([[1], [2]]), "tasking_vehicle_standing"),
    ]
    for (query, index) in plans {
      let plan = try QueryPlan.of(query, database)
      #expect(!plan.readsAll(of: "v") && !plan.readsAll(of: "tasking_vehicle"), "\(plan)")
      // Of an empty table PostgreSQL takes whichever of the two comes first.
      if engine == .sqlite { #expect(plan.uses(index: index), "\(plan)") }
    }
  }
}
