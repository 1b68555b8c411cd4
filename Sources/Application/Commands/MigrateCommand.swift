import Commands
import Database

/// `hamlet migrate`.
enum MigrateCommand {
  static let command = Command<Environment>(
    ["migrate"], summary: "bring the database’s schema up to this program",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, environment in
    let database = try House.openDatabase(environment)
    defer { database.close() }
    let done = try Migrator(House.migrations).migrate(database)
    guard !invocation.flag("--json") else {
      invocation.output.json(["applied": .array(done.map(JSON.string))])
      return
    }
    for name in done { invocation.output.line(name) }
    if done.isEmpty { invocation.progress.message("The schema is up to date.") }
  }
}
