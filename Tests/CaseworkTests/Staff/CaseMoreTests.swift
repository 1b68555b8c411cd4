import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The rest of a case", .database)
struct CaseMoreTests {
  /// The paths a page leads to that say `words`.
  private func links(_ page: String, _ words: String) -> [Substring] {
    page.split(separator: "<a ").filter { $0.contains(">\(words)</a>") }.compactMap { link in
      link.split(separator: "href=\"").last?.split(separator: "\"").first
    }
  }

  @Test("says who has looked, back to the first", arguments: Engine.tested)
  func seen(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    try fixture.looks(at: file, 20)
    #expect(links(try fixture.text("/cases/\(file)"), "Who looked before").isEmpty)
    try fixture.looks(at: file, CaseMoreHandlers.onPage + 1)
    let first = try #require(
      links(try fixture.text("/cases/\(file)"), "Who looked before").first)
    #expect(first.hasPrefix("/cases/\(file)/seen?before="))
    var (path, seen) = ("/cases/\(file)/seen", 0)
    while true {
      let page = try fixture.text(path)
      seen += page.split(separator: "Planted look", omittingEmptySubsequences: false).count - 1
      guard let next = links(page, "Next page").first else { break }
      path = String(next)
    }
    #expect(seen == 20 + CaseMoreHandlers.onPage + 1)
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.case-readers-read") })
  }

  @Test(
    "lists all its reports, a page at a time, and tells all who reported", arguments: Engine.tested)
  func reports(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let page = try fixture.text("/cases/\(file)/reports")
    #expect(page.contains("Reports: case \(file)") && links(page, "Next page").isEmpty)
    let id = try fixture.file(file).id
    let cases = CaseStore(fixture.services)
    let counts = try fixture.database.read { read in
      [
        try cases.reports(of: id, page: 1, read).reports.count,
        try cases.reports(of: id, page: 2, read).reports.count,
        try cases.reports(of: id, read).count,
      ]
    }
    #expect(counts == [1, 0, 1])
  }

  @Test(
    "is for those who open cases",
    arguments: [
      (Role.officer, 200), (.manager, 200), (.coordinator, 404), (.partner, 404),
      (.administrator, 404), (.auditor, 404), (.analyst, 404),
    ])
  func policy(role: Role, status: Int) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    for path in ["seen", "reports"] {
      #expect(try fixture.work("/cases/\(file)/\(path)", as: role) == status, "\(path)")
    }
    #expect(try fixture.work("/cases/TM-0000-0000/seen", as: role) == 404)
  }

  @Test("has addresses that read back")
  func routes() throws {
    let reference = try #require(Reference("TM-7K42-0931"))
    for route in [
      CaseMoreRoute.seen(reference, before: nil), .seen(reference, before: 12),
      .reports(reference, page: 1), .reports(reference, page: 3),
    ] {
      let request = try Request(route.path)
      let read = CaseMoreRoute(.get, request.path, request.query)
      #expect(read?.path == route.path)
    }
  }
}

extension CaseworkFixture {
  fileprivate func text(_ path: String) throws -> String { try answer(path)?.text ?? "" }

  /// So many readings of a case are in the trail.
  fileprivate func looks(at file: Reference, _ count: Int) throws {
    try database.write { write in
      for _ in 0..<count {
        try services.audit.record(
          AuditEvent(
            actor: Self.actor(.officer).account, action: "Planted look",
            subject: "case/\(file)", detail: [:], at: now),
          in: write)
      }
    }
  }
}
