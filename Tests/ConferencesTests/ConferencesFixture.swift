import Access
import Commands
import Database
import Design
import FeatureKit
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import Secrets
import TestKit

@testable import Conferences

/// A partnership of four bodies, whose coordinator, chair and two partners sit in its MARAC.
final class ConferencesFixture {
  static let start = Instant("2026-11-20T09:00:00Z") ?? Instant(milliseconds: 0)
  static let today = London.day(start)

  /// Somebody who signs in.
  enum Who: Int64, CaseIterable {
    case coordinator = 1
    case chair, police, officer, housing, administrator, auditor, health

    var role: Role {
      switch self {
      case .coordinator: .coordinator
      case .chair: .manager
      case .police, .housing, .health: .partner
      case .officer: .officer
      case .administrator: .administrator
      case .auditor: .auditor
      }
    }

    var body: ID<Organisation> {
      switch self {
      case .coordinator, .chair, .officer, .administrator, .auditor: ID(1)
      case .police: ID(2)
      case .housing: ID(3)
      case .health: ID(4)
      }
    }

    var actor: Actor { Actor(account: ID(rawValue), organisation: body, role: role) }
  }

  static let agencies = [
    Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council),
    Agency(id: ID(2), key: "police", name: "Thornmere Constabulary", kind: .police),
    Agency(id: ID(3), key: "homes", name: "Thornmere Homes", kind: .housing),
    Agency(id: ID(4), key: "health", name: "Thornmere Health Trust", kind: .health),
  ]

  let database: Database
  private let keyring: Keyring
  let readings = Readings()
  /// What was written into cases.
  let notes = Guarded<[String]>([])
  /// What came to mailboxes.
  let mail = Mailbox()
  var now = ConferencesFixture.start
  private let hasMail: Bool
  var settings = Settings()
  /// The register of shares, in memory.
  let register = ShareRegister.remembering()
  /// What may be named in a share; the register's own where it is `nil`.
  var choices: ShareChoices?
  /// The requests for one's own data that are open.
  var requests: [ApartRequest] = []

  init(
    _ engine: Engine = .sqlite, seating: Bool = true, keyring: Keyring = .forTests(),
    hasMail: Bool = true
  ) throws {
    self.keyring = keyring
    self.hasMail = hasMail
    database = try TestDatabase(
      engine,
      migrations: Audit.migrations + JobQueue.migrations + Outbox.migrations
        + Conferences.feature.migrations
    ).database
    guard seating else { return }
    for (who, seat) in [
      (Who.coordinator, Seat.coordinator), (.chair, .chair), (.police, .member),
      (.housing, .member),
    ] {
      try self.seat(who, seat)
    }
  }

  var services: Services {
    let clock = Clock.fixed(now)
    return Services(
      database: database, clock: clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database, clock: clock), settings: settings, measures: [],
      people: Self.people, actions: Conferences.feature.actions,
      caseNotes: CaseNotes { [notes] note, _, _ in
        guard note.actor.role == .manager else { return false }
        notes.withLock { $0.append("\(note.reference) \(note.words.reveal(for: "a test"))") }
        return true
      }, shares: shares,
      apart: ApartDirectory(
        requests: { [requests] _, _ in requests },
        answer: { try Conferences.apartAnswer(to: $0, $1, $2) },
        forget: { try Conferences.forgetApart($0, in: $1) }),
      carriers: hasMail ? [mail.carrier] : [])
  }

  private var shares: ShareRegister {
    ShareRegister(
      choices: { [choices, register] in try choices ?? register.choices($0, $1) },
      record: register.record, end: register.end, share: register.share, about: register.about,
      forget: register.forget, formPath: register.formPath)
  }

  func seat(_ who: Who, _ seat: Seat, in kind: String = "marac") throws {
    try database.write { write in
      try MemberStore.seat(
        who.actor.account, of: who.body, as: seat, in: kind, by: nil, on: Self.today, write: write)
    }
  }

  private static let people = PeopleDirectory(
    person: { id, _ in Who(rawValue: id.rawValue).map(person) },
    people: { roles, _ in Who.allCases.filter { roles.contains($0.role) }.map(person) },
    agencies: { _ in agencies }, holders: { _, _, _ in [] }, subjects: { _, _, _ in [] },
    assign: { _, _ in }, release: { _, _ in },
    signingIn: { address, _ in
      Who.allCases.first { "\($0)@thornmere.example" == address }.map(person)
    })

  private static func person(_ who: Who) -> Person {
    Person(
      id: who.actor.account, name: Sensitive("Person \(who)"), organisation: who.body,
      role: who.role, isActive: true)
  }

  /// The answer to a request; what it shows is recorded as Application does it.
  @discardableResult
  func visit(
    _ path: String, as who: Who, form: [(String, String)]? = nil
  ) throws -> Response? {
    let visit = StaffVisit(
      request: try Request(path, form: form), actor: who.actor, now: now, frame: .sample,
      services: services, readings: readings)
    let response = try ConferencesHandlers(visit: visit).respond()
    try readings.record(in: services.audit, database)
    return response
  }

  /// The status of an answer; 404 where the page is not there for them.
  func status(_ path: String, as who: Who, form: [(String, String)]? = nil) throws -> Int {
    try FeatureKit.status { try visit(path, as: who, form: form) }
  }

  /// The words of a page; empty where it is not there for them.
  func words(_ path: String, as who: Who) throws -> String {
    do { return try visit(path, as: who)?.words ?? "" } catch is any Problem { return "" }
  }

  /// What the form of an own action calls it, the first of the page unless said otherwise.
  func ownAction(as who: Who, _ place: Int = 0) throws -> String {
    let page = try visit("/conferences/actions", as: who)?.text ?? ""
    let names = page.matches(of: /name="action" value="([0-9a-f]+)"/).map { String($0.1) }
    return names.count > place ? names[place] : ""
  }

  /// Where an answer leads.
  func location(_ response: Response?) -> String {
    response?.headers.first { $0.name.lowercased() == "location" }?.value ?? ""
  }
}

extension ConferencesFixture {
  static func day(_ name: String, _ day: Day) -> [(String, String)] {
    DateInput.fields(name, day)
  }

  /// What a referral to the MARAC says; other values take the place of some.
  static func referral(_ changes: [String: String] = [:]) -> [(String, String)] {
    let usual = [
      "name": "Rowan Sample", "other": "Kim Other", "children": "", "criterion": "score",
      "instrument": "DASH", "instrument-version": "2009", "score": "16", "why": "Quagga reasons",
      "wishes": "To stay", "contact": "Mornings", "gateway": "cda-115",
      "basis": "public-task", "special": "", "criminal": "unlawful-acts",
      "shared": "events allegations", "necessity": "Several know a part", "told": "Yes",
      "body": "2",
    ]
    return usual.merging(changes) { $1 }.flatMap { key, value in
      key == "shared"
        ? value.split(separator: " ").map { (key, String($0)) } : [(key, value)]
    }
  }

  /// Refers somebody, as the police unless said otherwise; the path of the case.
  @discardableResult
  func refer(
    _ changes: [String: String] = [:], to kind: String = "marac", as who: Who = .police
  ) throws -> String {
    location(
      try visit("/conferences/\(kind)/refer", as: who, form: Self.referral(changes)))
  }

  /// Calls a meeting today; its path.
  func call(on day: Day? = nil, kind: String = "marac") throws -> String {
    let form =
      Self.day("held", day ?? London.day(now)) + [("starts", "10:00"), ("venue", "Town hall")]
    return location(
      try visit("/conferences/\(kind)/meetings/new", as: .coordinator, form: form))
  }

  /// Puts a case on the agenda of a meeting.
  func list(_ file: String, on meeting: String) throws {
    let number = meeting.split(separator: "/").last.map(String.init) ?? ""
    let version = try self.version(file)
    try visit(
      file, as: .coordinator,
      form: [("act", "list"), ("version", version), ("meeting", number)])
  }

  /// The id of the first record of a kind, or a later one: ids are no count of them.
  func id(_ table: String, _ place: Int = 1) throws -> String {
    let sql: SQL = "SELECT id FROM \(SQL(trusted: table)) ORDER BY id LIMIT 1 OFFSET \(place - 1)"
    let id: ID<Any>? = try database.read { read in try read.first(sql) { row in try row.id() } }
    return id?.description ?? ""
  }

  func item(_ place: Int = 1) throws -> String { try id("conference_item", place) }

  /// The version of a case, as its page's forms carry it.
  func version(_ path: String) throws -> String {
    let text = try visit(path, as: .coordinator)?.text ?? ""
    return text.firstMatch(of: /name="version" value="(\d+)"/).map { String($0.1) } ?? ""
  }

  /// Asks bodies about a case, to answer by a day.
  func ask(_ file: String, _ bodies: [String], by day: Day) throws -> Int {
    try status(
      file, as: .coordinator,
      form: Self.day("due", day) + bodies.map { ("asked", $0) } + [("act", "ask")])
  }
}
