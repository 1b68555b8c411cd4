import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Application

@Suite("A try at a record that is not shown", .database)
struct TryTests {
  private static let subjects: [(String, String?)] = [
    ("/orders/TM-7K42-0931", "order/TM-7K42-0931"),
    ("/orders/tm-7k42-0931/notice.pdf", "order/TM-7K42-0931"), ("/orders", nil),
    ("/orders/new/injunction", nil), ("/orders/Quagga%20Sample", nil),
    ("/reports/TM-7K42-0931", "report/TM-7K42-0931"),
    ("/reports/reviews/TM-7K42-0931/papers/account-1", "case-review/TM-7K42-0931"),
    ("/reports/reviews/panels", nil), ("/work/triage/TM-7K42-0931", "report/TM-7K42-0931"),
    ("/work/procedures/samples/2026-11/TM-7K42-0931", "case/TM-7K42-0931"),
    ("/cases/TM-7K42-0931/bundles/1", "case/TM-7K42-0931"),
    ("/cases/shared/TM-7K42-0931", "case/TM-7K42-0931"),
    ("/data-requests/TM-7K42-0931/people", "access/TM-7K42-0931"),
    ("/retention/case/TM-7K42-0931", "case/TM-7K42-0931"),
    ("/retention/review/TM-7K42-0931", "case-review/TM-7K42-0931"),
    ("/retention/request/TM-7K42-0931", "access/TM-7K42-0931"),
    ("/retention/Quagga/TM-7K42-0931", nil),
    ("/evidence/add/TM-7K42-0931", "report/TM-7K42-0931"), ("/evidence/9", nil),
    ("/sharing/TM-7K42-0931/record.pdf", "share/TM-7K42-0931"),
    ("/sharing/requests/TM-7K42-0931", "share-request/TM-7K42-0931"),
    ("/sharing/agreements/4", "share-agreement/4"), ("/sharing/agreements/new", nil),
    ("/conferences/marac/cases/TM-7K42-0931", "apart/conference/marac"),
    ("/conferences/hate-panel", "conference/hate-panel"), ("/conferences/Quagga", nil),
    ("/outbox/7/letter.pdf", "message/7"), ("/admin/nothing", nil),
  ]

  private func tries(_ fixture: SiteFixture, apart: Bool = true) throws -> [String] {
    try fixture.services.audit.views.flush(fixture.services.audit, fixture.services.database)
    var filter = AuditFilter()
    filter.showsApart = apart
    return try fixture.services.database.read { read in
      try fixture.services.audit.page(filter, before: nil, limit: 100, read).entries
        .filter { $0.action == "record.refused" }.map(\.subject)
    }
  }

  @Test("is noted under the record, and under nothing that was typed", arguments: Engine.tested)
  func noted(engine: Engine) throws {
    let fixture = try SiteFixture(engine)
    defer { fixture.close() }
    let cookie = try fixture.session(.councillor)
    for (path, _) in Self.subjects { #expect(fixture.get(path, cookie).status == 404, "\(path)") }
    #expect(try tries(fixture).reversed() == Self.subjects.compactMap(\.1))
    #expect(try !tries(fixture, apart: false).contains { $0.hasPrefix("apart/") })
    #expect(House.actions["record.refused"] != nil)
  }

  @Test("is not noted of strangers, nor of pages that are shown")
  func others() throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    #expect(fixture.get("/orders/TM-7K42-0931").status == 303)
    #expect(fixture.get("/conferences/marac", try fixture.session(.administrator)).status == 404)
    #expect(fixture.get("/conferences", try fixture.session(.coordinator)).status == 200)
    #expect(try tries(fixture) == ["apart/conference/marac"])
  }
}
