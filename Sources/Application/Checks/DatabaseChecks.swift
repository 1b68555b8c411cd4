import Accounts
import Database
import Glibc
import Kernel
import Partnership
import Secrets

/// The database: whether it answers, its schema, its clock, and what it may hold.
enum DatabaseChecks {
  /// Every finding about the database; one alone where it cannot be opened.
  static func all(_ environment: Environment, clock: Clock) -> [Finding] {
    // To open it would make it.
    if let path = environment.sqlitePath, access(path, F_OK) != 0 {
      return [.fault("database", "There is no database at \(path). Make it with: hamlet migrate")]
    }
    do {
      let database = try House.openDatabase(environment)
      defer { database.close() }
      let pending = try Migrator(House.migrations).pending(database)
      guard pending.isEmpty else {
        return [
          .fault(
            "schema",
            "\(pending.count) steps of the schema are not there yet. Make a backup, then run "
              + "hamlet migrate.")
        ]
      }
      return try database.read { read in
        [
          .good("schema", "The schema is that of this program."), try time(read, clock),
          personalData(
            isDemonstration: try AccountsStore.isDemonstration(read), environment.settings),
        ] + (try key(environment.keyFile, read))
      }
    } catch let problem as any Problem {
      return [.fault("database", problem.message)]
    } catch {
      return [.fault("database", words(error) ?? "The database cannot be opened.")]
    }
  }

  /// The key must be the one the database was made with.
  private static func key(_ path: String, _ read: Read) throws -> [Finding] {
    guard let keyring = try? Keyring.load(path),
      try KeyMark(keyring: keyring).verdict(read) == .other
    else { return [] }
    return [.fault("key", HouseProblem.otherKey(path).message)]
  }

  /// Clocks further apart than this make deadlines and sessions wrong.
  static let secondsApart = 5.0

  private static func time(_ read: Read, _ clock: Clock) throws -> Finding {
    let theirs = try read.serverTime()
    return time(secondsApart: abs(clock.now().since(theirs)))
  }

  static func time(secondsApart apart: Double) -> Finding {
    guard apart <= secondsApart else {
      return .fault(
        "clock",
        "This machine’s clock and the database’s are \(Int(apart)) seconds apart. Set both by NTP.")
    }
    return .good("clock", "This machine’s clock agrees with the database’s.")
  }

  /// Whether it may hold real people: somebody's password alone must not open what is told in fear.
  static func personalData(isDemonstration: Bool, _ settings: Settings) -> Finding {
    if isDemonstration {
      return .good("data", "This is the demonstration; everybody in it is made up.")
    }
    guard settings.requiresSecondFactor else {
      return .warning(
        "data", "\(SiteFacts.warning). Set HAMLET_SECOND_FACTOR to required before it holds any.")
    }
    return .good(
      "data", "A second factor is required, records have times, and people can be given their data."
    )
  }
}
