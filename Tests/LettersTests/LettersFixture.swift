import Access
import Database
import Design
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import Secrets
import TestKit

@testable import Letters

/// The outbox of a small partnership.
struct LettersFixture {
  static let wording = MessageTemplate(
    key: "test", version: 1, title: "Decision on a report", subject: "Your report",
    body: "Dear ((name))\nWe are on our way.")
  static let secret = MessageTemplate(
    key: "secret", version: 1, title: "One-time link", subject: "Your link", body: "((name))",
    isSecret: true)

  let database: TestDatabase
  let services: Services
  let clock = TestClock()

  init(
    _ engine: Engine = .sqlite, carriers: [Carrier] = [],
    settings change: (inout Settings) throws -> Void = { _ in }
  ) throws {
    var settings = Settings()
    try change(&settings)
    database = try TestDatabase(
      engine, migrations: Audit.migrations + JobQueue.migrations + Outbox.migrations)
    let keyring = Keyring.forTests()
    services = Services(
      database: database.database, clock: clock.clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database.database, clock: clock.clock), settings: settings,
      measures: [], carriers: carriers)
  }

  @discardableResult
  func queue(
    _ template: MessageTemplate = wording, by route: MessageRoute = .letter
  ) throws -> ID<SentMessage> {
    let message = try Message(
      template, ["name": .personal(Sensitive("Ann Planted"))], by: route,
      to: Sensitive("Ann Planted\n1 Planted Street"), about: "report/1")
    return try database.write { write in
      try services.outbox.queue(message, at: clock.clock.now(), in: write).id
    }
  }

  func get(_ path: String, as role: Role) throws -> Response? {
    try answer(.get, path, Fields(), role)
  }

  func post(_ path: String, _ fields: [(String, String)], as role: Role) throws -> Response? {
    try answer(.post, path, Fields(fields), role)
  }

  private func answer(
    _ method: HTTP.Method, _ path: String, _ form: Fields, _ role: Role
  ) throws -> Response? {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    let request = Request(
      method, path: parts[0].split(separator: "/").map(String.init), query: query, form: form)
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    let visit = StaffVisit(
      request: request, actor: actor, now: clock.clock.now(), frame: .sample, services: services)
    let response = try Letters.feature.staffPages(visit)
    try visit.readings.record(in: services.audit, services.database)
    return response
  }

  func actions() throws -> [String] {
    let page = try database.read {
      try services.audit.page(AuditFilter(), before: nil, limit: 100, $0)
    }
    return page.entries.reversed().map(\.action)
  }
}

extension Response {
  var words: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
