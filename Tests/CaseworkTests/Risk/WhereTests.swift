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

@Suite("Places and vehicles of a case", .database)
struct WhereTests {
  private func opened(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference) {
    let fixture = try CaseworkFixture(engine)
    return (fixture, try fixture.openCase(try fixture.report()))
  }

  private func add(
    _ fixture: CaseworkFixture, _ file: Reference, _ act: String, _ form: [(String, String)]
  ) throws -> Response {
    try #require(try fixture.answer("/cases/\(file)/\(act)", form: form))
  }

  private func words(_ fixture: CaseworkFixture, _ path: String) throws -> String {
    try #require(try fixture.answer(path)).words
  }

  static let marks: [(typed: String, mark: String?)] = [
    ("AB12 CDE", "AB12CDE"), ("ab12cde", "AB12CDE"), (" ab-12.cde ", "AB12CDE"), ("A1", "A1"),
    ("B-MW 1234", "BMW1234"), ("12345678", "12345678"), ("123456789", nil), ("ABCDEF", nil),
    ("", nil), ("a white van, AB12 CDE, dented", "AB12CDE"),
    ("AB12CDE (blue Ford Fiesta)", "AB12CDE"),
    ("a blue car, plate not seen", nil), ("a car with 4 doors and 2 wings", nil),
  ]

  @Test("take what is entered as a mark however it is written", arguments: marks)
  func mark(typed: String, mark: String?) {
    #expect(RegistrationMark.of(typed) == mark)
  }

  @Test("find the other cases of a vehicle by its mark", arguments: Engine.tested)
  func vehicles(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let other = try fixture.openCase(try fixture.report())
    let form = [("mark", "ab12 cde"), ("vehicle-words", "White van of Planted")]
    #expect(try add(fixture, file, "vehicle", form).status == 303)
    #expect(try words(fixture, "/cases/\(file)").contains("AB12CDE White van of Planted None"))
    #expect(try add(fixture, other, "vehicle", [("mark", "AB12-CDE")]).status == 303)
    #expect(try words(fixture, "/cases/\(file)").contains("White van of Planted \(other)"))
    #expect(try words(fixture, "/cases/\(other)").contains("Nothing more \(file)"))
    let again = try add(fixture, file, "vehicle", form)
    #expect(again.status == 422)
    #expect(again.words.contains("The case has this vehicle already"))
    #expect(try add(fixture, other, "vehicle-off", [("vehicle", "2")]).status == 303)
    #expect(try words(fixture, "/cases/\(file)").contains("White van of Planted None"))
    #expect(try words(fixture, "/cases/\(other)").contains("Vehicle taken off AB12CDE"))
    #expect(try add(fixture, other, "vehicle-off", [("vehicle", "1")]).status == 422)
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      let bytes = try Bytes.latin(of: file)
      #expect(!bytes.contains("Planted"))
      #expect(!bytes.contains("AB12"))
    }
  }

  @Test("suggest the cases of the vehicle a report names", arguments: Engine.tested)
  func triage(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    _ = try add(fixture, file, "vehicle", [("mark", "AB12 CDE")])
    func report(_ vehicle: String) throws -> String {
      let reference = try fixture.report {
        $0.place = nil
        $0.reporter = Sensitive(Reporter())
        $0.subject = Sensitive(ReportSubject(vehicle: vehicle))
      }
      return try words(fixture, "/work/triage/\(reference)")
    }
    #expect(
      try report("A white van, ab12 cde").contains(
        "Cases with the vehicle this report names: \(file), Noise on the stairs (open)"))
    #expect(!(try report("AB12 CDF").contains("Cases with the vehicle")))
    #expect(!(try report("A white van").contains("Cases with the vehicle")))
  }

  @Test(
    "find a vehicle after the key was rotated, and after it was sealed anew",
    arguments: Engine.tested)
  func rotation(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    _ = try add(fixture, file, "vehicle", [("mark", "AB12 CDE")])
    let keyring = fixture.services.keyring
    try keyring.rotate(at: fixture.now)
    let token = try #require(ContactToken.vehicle("AB12CDE"))
    func found() throws -> [Reference] {
      try fixture.database.read {
        try VehicleStore(keyring: keyring).cases(of: token, $0).map(\.reference)
      }
    }
    #expect(try found() == [file])
    let (tokens, sealed) = try fixture.database.write { write -> ([UInt8], [UInt8]) in
      #expect(try VehicleStore.reseal(after: 0, keyring, in: write) == [1])
      #expect(try VehicleStore.reseal(after: 1, keyring, in: write) == [])
      return try #require(
        try write.first("SELECT token, content FROM case_vehicle") { row in
          (try row.bytes(), try row.bytes())
        })
    }
    #expect(tokens == token.hash(keyring))
    #expect(keyring.sealedVersion(sealed) == 2)
    #expect(try found() == [file])
  }

  @Test("are places of the gazetteer, chosen where several are called so", arguments: Engine.tested)
  func places(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let page = try words(fixture, "/cases/\(file)")
    #expect(page.contains("Ropewalk, Millwharf Reported there"))
    let asked = try add(
      fixture, file, "place", [("place", "Ropewalk"), ("place-words", "Planted")])
    #expect(asked.status == 422)
    #expect(asked.words.contains("Choose which of these it is"))
    #expect(asked.words.contains("Ropewalk Court, Tannery"))
    let form = [
      ("place", "Ropewalk"), ("place-key", "street/2"), ("place-words", "They meet there"),
    ]
    #expect(try add(fixture, file, "place", form).status == 303)
    #expect(
      try words(fixture, "/cases/\(file)").contains("Ropewalk Court, Tannery They meet there"))
    #expect(try add(fixture, file, "place", form).words.contains("The case has this place already"))
    #expect(try add(fixture, file, "place", [("place", "TM1 0AA")]).status == 303)
    #expect(
      try add(fixture, file, "place", [("place", "Nowhere")]).words.contains(
        "No street or postcode is called that"))
    #expect(
      try add(fixture, file, "place", [("place", " ")]).words.contains(
        "Enter a street or a postcode"))
  }

  @Test("show the markers of a place that was added", arguments: Engine.tested)
  func markers(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let other = try fixture.openCase(
      try fixture.report { $0.place = nil })
    _ = try add(fixture, file, "marker", MarkerTests.form)
    #expect(!(try words(fixture, "/cases/\(other)").contains("Planted dog")))
    #expect(try words(fixture, "/work").ranges(of: "Visiting risk").count == 1)
    _ = try add(fixture, other, "place", [("place", "Ropewalk"), ("place-key", "street/1")])
    #expect(try words(fixture, "/cases/\(other)").contains("Visiting risk, Ropewalk, Millwharf"))
    #expect(try words(fixture, "/work").ranges(of: "Visiting risk").count == 2)
  }

  @Test("refuse what is no registration mark", arguments: ["", "van", "a white van", "123456789"])
  func refused(mark: String) throws {
    let (fixture, file) = try opened()
    let answer = try add(
      fixture, file, "vehicle", [("mark", mark), ("vehicle-words", "Kept words")])
    #expect(answer.status == 422)
    #expect(answer.words.contains("Enter the registration mark"))
    #expect(answer.text.contains("Kept words"))
  }

  @Test("are found by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let (fixture, _) = try opened(engine)
    let plan = try QueryPlan.of(VehicleStore.query([[1], [2]], besides: ID(1)), fixture.database)
    #expect(plan.uses(index: "case_vehicle_token"), "\(plan)")
    #expect(!plan.readsAll(of: "c"), "\(plan)")
  }
}
