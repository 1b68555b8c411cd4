import Access
import Accounts
import Casework
import Conferences
import Database
import Glibc
import Hotspots
import Jobs
import Kernel
import Languages
import Messages
import Partnership
import Places
import PostgreSQL
import SQLite
import Secrets
import Sharing

/// The opened house: its database at the schema of this program, and the services built on it.
struct House {
  let environment: Environment
  let services: Services

  /// Every feature's schema, the platform's first.
  static let migrations =
    Audit.migrations + JobQueue.migrations + KeptPages.migrations + Outbox.migrations
    + WorkingDays.migrations + features.flatMap(\.migrations)

  /// What the audit trail of every feature notes, in words by the action's code.
  static let actions = features.reduce(into: Site.actions) { words, feature in
    words.merge(feature.actions) { first, _ in first }
  }

  /// The words of all public pages that may be read in other languages, the site's own first.
  static let publicTexts = SiteTexts.all + features.flatMap(\.publicTexts)

  /// Opens the database and the keys.
  ///
  /// An empty database gets its schema at once, and a key where there is none yet. An older schema
  /// is left for `hamlet migrate`; a newer one is refused.
  static func open(
    _ environment: Environment, clock: Clock = .system, say: (String) -> Void = { _ in }
  ) throws -> House {
    let database = try openDatabase(environment)
    let migrator = Migrator(migrations)
    let pending = try migrator.pending(database)
    let isNew = pending.count == migrations.count
    guard isNew || pending.isEmpty else { throw HouseProblem.olderSchema }
    // First the key: a database that was made and has none could not be opened again.
    let isUsed =
      try !isNew
      && database.read { read in
        try AccountsStore.keyMark(read) != nil || !AccountsStore.isEmpty(read)
      }
    let keyring = try openKeys(
      environment, isNew: isNew, isUsed: isUsed, clock: clock, say: say)
    if isNew { _ = try migrator.migrate(database) }
    try KeyMark(keyring: keyring).settle(database, path: environment.keyFile)
    let audit = Audit(keyring)
    return House(
      environment: environment,
      services: Services(
        database: database, clock: clock, keyring: keyring, audit: audit,
        jobs: JobQueue(database: database, clock: clock),
        settings: environment.settings, measures: features.flatMap(\.measures),
        events: { read in try features.flatMap { try $0.events(read) } },
        people: Accounts.people(keyring, audit), actions: actions,
        areas: Places.areas { services in
          for feature in features { try feature.areasChanged(services) }
        }, places: Places.places, hotspots: Hotspots.directory,
        caseNotes: Casework.notes,
        publicTexts: publicTexts,
        languages: Languages.directory(
          publicTexts, hasPseudoLanguages: environment.settings.hasPseudoLanguages),
        shares: Sharing.register(keyring, audit, letters: environment.settings.letters),
        holds: { references, now, read in
          try features.flatMap { try $0.holds(references, now, read) }
        },
        personalData: features.flatMap(\.personalData),
        apart: ApartDirectory(
          requests: { try Casework.apartRequests($0, $1) },
          answer: { try Conferences.apartAnswer(to: $0, $1, $2) },
          forget: { try Conferences.forgetApart($0, in: $1) }),
        dueWork: { actor, services, read in
          try features.flatMap { try $0.dueWork(actor, services, read) }
        },
        related: { about, actor, now, services, read in
          try features.flatMap { try $0.related(about, actor, now, services, read) }
        },
        cases: Casework.directory,
        law: features.flatMap(\.law),
        resealing: features.flatMap(\.jobs).filter(\.isResealing).map(\.name),
        carriers: carriers(environment.settings, clock)))
  }

  /// Opens the database alone, whatever its schema.
  static func openDatabase(_ environment: Environment) throws -> Database {
    if let path = environment.sqlitePath { return Database(try SQLiteDriver(path: path)) }
    guard ["postgres://", "postgresql://"].contains(where: environment.database.hasPrefix) else {
      throw HouseProblem.unknownDatabase
    }
    return Database(try PostgresDriver(url: environment.database))
  }

  /// What takes messages away: email by the mail server where there is one, the rest by Notify.
  private static func carriers(_ settings: Settings, _ clock: Clock) -> [Carrier] {
    [settings.mail?.carrier, settings.notify?.carrier(clock)].compactMap(\.self)
  }

  /// Closes the database.
  func close() { services.database.close() }

  private static func openKeys(
    _ environment: Environment, isNew: Bool, isUsed: Bool, clock: Clock, say: (String) -> Void
  ) throws -> Keyring {
    let path = environment.keyFile
    if access(path, F_OK) == 0 { return try Keyring.load(path) }
    guard isNew else {
      throw isUsed ? HouseProblem.noKey(path) : HouseProblem.noKeyYet(path)
    }
    let keyring = try Keyring.create(environment.readyKeyFile(), at: clock.now())
    say("A new key was written to \(path). Keep a copy of it apart from the database's backups.")
    return keyring
  }
}

/// Why the house cannot be opened.
enum HouseProblem: Problem, Equatable {
  case unknownDatabase
  case olderSchema
  case noKey(String)
  case noKeyYet(String)
  case otherKey(String)
  case demonstrationOnly
  case demonstrationHalfMade

  var message: String {
    switch self {
    case .unknownDatabase:
      "The database must be sqlite:PATH or postgres://…: give it with --database or HAMLET_DATABASE."
    case .olderSchema:
      "The database is older than this program. Make a backup, then run hamlet migrate."
    case .noKey(let path):
      "There is no key at \(path), and this database was made with one. "
        + "Put the key back, or name its file in HAMLET_KEY_FILE."
    case .noKeyYet(let path):
      "There is no key at \(path) yet. Make one with hamlet key new, or name its file in "
        + "HAMLET_KEY_FILE."
    case .otherKey(let path):
      "The key at \(path) is not the one this database was made with. Put the right key there, or "
        + "name its file in HAMLET_KEY_FILE. Nothing was changed."
    case .demonstrationOnly:
      "This database is in use and is not the demonstration. Give another with --database."
    case .demonstrationHalfMade:
      "The demonstration in this database was not made to its end. Remove the database, or give "
        + "another with --database, and start again."
    }
  }

  var status: Int { 500 }
}
