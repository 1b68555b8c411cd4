import Access
import Database
import Design
import FeatureKit
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing
import Translation

@testable import Languages

/// Two pages and what stands on both, in a small partnership.
struct LanguagesFixture {
  static let texts = [
    PublicTexts("everywhere", "On every page", at: [], ["Back", "Friday"]),
    PublicTexts(
      "where", "Where it happens", at: ["report/where"], ["Where is it?", "Call {1}999{/1}"]),
    PublicTexts("start", "Before you begin", at: ["report"], ["Report", "Back"]),
  ]
  static let welsh = Language(code: "cy", name: "Cymraeg", isRightToLeft: false)

  let database: TestDatabase
  let services: Services
  let clock = TestClock()

  init(_ engine: Engine = .sqlite, hasPseudoLanguages: Bool = false) throws {
    database = try TestDatabase(
      engine,
      migrations: Audit.migrations + Languages.feature.migrations)
    let keyring = Keyring.forTests()
    services = Services(
      database: database.database, clock: clock.clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database.database, clock: clock.clock), settings: Settings(),
      measures: [], publicTexts: Self.texts,
      languages: Languages.directory(Self.texts, hasPseudoLanguages: hasPseudoLanguages))
  }

  func add() throws {
    let language = try #require(Self.welsh)
    try services.database.write { try LanguageStore.add(language, at: clock.clock.now(), in: $0) }
  }

  func book(_ code: String = "cy") throws -> LanguageBook {
    try #require(try services.database.read { try LanguageStore.book(code, $0) })
  }

  @discardableResult
  func keep(_ words: [String: String]) throws -> Int {
    let book = try book()
    return try services.database.write { try LanguageStore.keep(words, in: book, $0) }
  }

  /// Says that the pages of some places in ``texts`` were checked.
  func check(_ places: Int...) throws {
    for place in places {
      let book = try book()
      try services.database.write {
        try LanguageStore.check(Self.texts[place], in: book, by: ID(1), at: clock.clock.now(), $0)
      }
    }
  }

  func offered(_ path: String) throws -> [String] {
    try services.database.read {
      try services.languages.offered(path.split(separator: "/").map(String.init), $0)
    }.map(\.code)
  }

  func wording(_ choice: LanguageChoice, _ path: String) throws -> Wording? {
    try services.database.read {
      try services.languages.wording(choice, path.split(separator: "/").map(String.init), $0)
    }
  }

  func respond(_ request: Request, as role: Role = .administrator) throws -> Response? {
    let visit = StaffVisit(
      request: request, actor: Actor(account: ID(1), organisation: ID(1), role: role),
      now: clock.clock.now(), frame: .sample, services: services)
    return try Languages.feature.staffPages(visit)
  }

  func choose(_ path: String) throws -> Response? {
    try Languages.feature.publicPages(
      PublicVisit(
        request: Request(path), now: clock.clock.now(), frame: .sample, services: services))
  }
}
