import Database
import Glibc
import Kernel
import TestKit
import Testing

@testable import Incidents

@Suite("An import killed at a named point", .database)
struct KilledImportTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    /// Rows that count afterwards: none until the last transaction is kept.
    let visible: Int
    var testDescription: String { name }
  }

  private static let rows = 20_000
  static let faults = [
    Fault(name: "incidents.batch:1", visible: 0), Fault(name: "incidents.batch:3", visible: 0),
    Fault(name: "incidents.publish", visible: 0), Fault(name: "incidents.published", visible: 0),
    Fault(name: "incidents.acknowledge", visible: rows),
  ]

  @Test(
    "leaves nothing half done, and the next import finishes the work", arguments: Engine.tested,
    faults)
  func killed(engine: Engine, fault: Fault) async throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let path = try folder.write("2023-01-test-street.csv", rows: StreetCSV.rows(Self.rows))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [address = fixture.address as String, path = path as String, name = fault.name as String] in
      setenv("HAMLET_FAULT", name, 1)
      try ImportFixture(address: address).importFiles(path)
    }
    let before = try fixture.count(CountQuery(by: []))
    #expect(before == [fault.visible == 0 ? " 0" : " \(fault.visible)"])
    let counts = try fixture.importFiles(path)
    #expect(counts.stored + counts.alreadyKnown == Self.rows)
    #expect(counts.alreadyKnown == fault.visible)
    #expect(try fixture.count(CountQuery(by: [])) == [" \(Self.rows)"])
    #expect(try fixture.number("SELECT COUNT(*) FROM incident") == Self.rows)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_snapshot") == 1)
  }
}
