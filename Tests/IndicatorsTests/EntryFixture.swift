import Access
import Database
import Design
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Indicators

/// A plan of two priorities whose figures two agencies owe, with the people who gather them.
struct EntryFixture {
  static let now = Sample.now
  static let place = FiguresPlace(plan: "safe", period: .quarter(quarter))
  static let quarter = Quarter(year: FinancialYear(startingIn: 2026), number: 2)

  static let analyst = Actor(account: ID(10), organisation: ID(1), role: .analyst)
  static let lead = Actor(account: ID(11), organisation: ID(1), role: .officer)
  static let manager = Actor(account: ID(12), organisation: ID(1), role: .manager)
  static let coordinator = Actor(account: ID(13), organisation: ID(1), role: .coordinator)
  static let police = Actor(account: ID(14), organisation: ID(2), role: .partner)
  static let charity = Actor(account: ID(15), organisation: ID(7), role: .partner)

  let services: Services
  let plan: Plan
  /// Burglaries a month (police), satisfaction a month (voluntary), ASB from records.
  let safe: ID<Priority>
  /// People entering the youth justice system a quarter (police).
  let young: ID<Priority>
  let members: [PlanIndicator]

  init(_ engine: Engine = .sqlite) throws {
    let migrations =
      Audit.migrations + JobQueue.migrations + KeptPages.migrations + Sample.migrations
    let database = try TestDatabase(engine, migrations: migrations)
    let made = try database.write { try EntryFixture.makePlan(in: $0) }
    (plan, safe, young) = made
    members = try database.read { [plan] in try MembershipStore.all(of: plan.id, in: $0) }
    let keyring = Keyring.forTests()
    var settings = Settings()
    settings.reader = EntryFixture.reader
    services = Services(
      database: database.database, clock: .fixed(EntryFixture.now), keyring: keyring,
      audit: Audit(keyring), jobs: JobQueue(database: database.database), settings: settings,
      measures: [EntryFixture.measure(records)], people: EntryFixture.people(leading: safe))
  }

  /// The reader beside the test's own executable.
  static let reader = "hamlet-reader"

  /// What the records count a month; a test may move it.
  let records = Guarded(100)

  static func measure(_ records: Guarded<Int>) -> Measure {
    Measure(
      key: "incidents.asb", title: "ASB incidents", unit: "incident", provisional: true
    ) { _, period in
      Measure.Value(
        numerator: Double(records.withLock { $0 } * period.months.count), missing: 2,
        latest: Sample.month("2026-09"),
        source: "street files")
    }
  }

  static func people(leading priority: ID<Priority>) -> PeopleDirectory {
    let agencies = [
      Agency(id: ID(2), key: "police", name: "Police", kind: .police),
      Agency(id: ID(7), key: "voluntary", name: "Voluntary Action", kind: .voluntary),
    ]
    return PeopleDirectory(
      person: { id, _ in
        Person(
          id: id, name: Sensitive("Person \(id)"), organisation: ID(1), role: .analyst,
          isActive: true)
      },
      people: { roles, _ in
        roles.contains(.manager)
          ? [
            Person(
              id: manager.account, name: Sensitive("Manager"), organisation: ID(1),
              role: .manager, isActive: true)
          ] : []
      }, agencies: { _ in agencies },
      holders: { _, subject, _ in
        subject == SignOffStore.subject(priority) ? [lead.account] : []
      }, subjects: { _, _, _ in [] }, assign: { _, _ in }, release: { _, _ in })
  }

  private static func makePlan(
    in write: Write
  ) throws -> (Plan, ID<Priority>, ID<Priority>) {
    let years = FinancialYear(startingIn: 2025)...FinancialYear(startingIn: 2028)
    let id = try PlanStore.add(
      NewPlan(slug: "safe", title: "Safe plan", years: years, kind: .live, source: "Tests"),
      in: write)
    let safe = try PlanStore.addPriority("Safe homes", code: "A", position: 1, to: id, in: write)
    let young = try PlanStore.addPriority("Youth", code: "B", position: 2, to: id, in: write)
    let lines: [(String, ID<Priority>, Definition)] = [
      ("Burglary", safe, definition("offence", .count, 2)),
      ("Satisfied victims", safe, definition("victim", .percentage, 7)),
      ("ASB incidents", safe, definition("incident", .count, 2, measure: "incidents.asb")),
      ("First-time entrants", young, definition("person", .count, 2, .quarter)),
    ]
    for (position, line) in lines.enumerated() {
      let indicator = try IndicatorStore.add(line.0, in: write)
      try IndicatorStore.define(line.2, for: indicator, at: now, in: write)
      let member = try MembershipStore.add(
        NewPlanIndicator(
          plan: id, priority: line.1, indicator: indicator, position: position + 1,
          title: line.0), in: write)
      let wanted = PolarityVersion(
        validFrom: Sample.month("2024-04"), polarity: .lower, reason: "Less harm")
      try MembershipStore.want(wanted, of: member, at: now, in: write)
    }
    guard let plan = try PlanStore.find(id, in: write) else { throw DatabaseError.stale }
    return (plan, safe, young)
  }

  private static func definition(
    _ unit: String, _ kind: FigureKind, _ agency: Int64,
    _ frequency: Definition.Frequency = .month, measure: String? = nil
  ) -> Definition {
    Definition(
      validFrom: Sample.month("2024-04"), kind: kind, unit: unit, numerator: "\(unit)s counted",
      denominator: kind == .count ? nil : "those asked", source: "Agency records",
      owner: agency == 2 ? "Police" : "Voluntary Action", organisation: ID(agency),
      frequency: frequency, measure: measure)
  }

  /// Sends a request as somebody; `nil` where there is no such page for them.
  func send(
    _ actor: Actor, _ route: FiguresRoute, form: [(String, String)]? = nil,
    files: [UploadedFile] = []
  ) throws -> Response? {
    let target = route.path.split(separator: "/").map(String.init)
    let request = Request(
      form == nil ? .get : .post, path: target, form: Fields(form ?? []), files: files)
    let visit = StaffVisit(
      request: request, actor: actor, now: EntryFixture.now, frame: .sample, services: services)
    return try FiguresHandlers(visit: visit).respond()
  }

  /// Reads a public page.
  func publicly(_ path: String) throws -> Response? {
    let request = Request(.get, path: path.split(separator: "/").map(String.init))
    let visit = PublicVisit(
      request: request, now: EntryFixture.now, frame: .sample, services: services)
    return try PerformanceHandlers(visit: visit).respond()
  }

  /// Keeps monthly figures of the first indicator, from a month on.
  func burglaries(_ first: String, _ values: [Int]) throws {
    try services.database.write { write in
      for (offset, value) in values.enumerated() {
        try keep(value, .month(Sample.month(first).adding(months: offset)), of: 0, in: write)
      }
    }
  }

  func keep(_ value: Int, _ period: Period, of index: Int, in write: Write) throws {
    try ObservationStore.record(
      NewObservation(
        indicator: members[index].indicator, period: period, amount: Amount(Figure(value)),
        provenance: .typed(by: EntryFixture.analyst.account), reason: "Test"),
      at: EntryFixture.now, in: write)
  }

  func standing(_ index: Int, _ period: String) throws -> Observation? {
    try services.database.read {
      try ObservationStore.find(members[index].indicator, Sample.period(period), in: $0)
    }
  }

  func list() throws -> DueList {
    try services.database.read {
      try DueLoader(services: services, today: Sample.today).list(
        plan, EntryFixture.place.period, in: $0)
    }
  }

  /// What the entry form of a priority holds when it is opened, to be changed and sent.
  func opened(_ priority: ID<Priority>) throws -> [String: String] {
    let due = try list().priorities.first { $0.priority.id == priority }
    let fields = (due?.indicators ?? []).flatMap { EntryFields(indicator: $0).fields }
    return Dictionary(fields) { first, _ in first }
  }

  /// Actions of the audit trail, the latest last.
  func actions() throws -> [String] {
    try services.database.read {
      try $0.all("SELECT action FROM audit_entry ORDER BY number") { row in try row.text() }
    }
  }
}

extension Response {
  /// The body as text.
  var text: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [String: String] {
  var pairs: [(String, String)] { map { ($0.key, $0.value) } }
}
