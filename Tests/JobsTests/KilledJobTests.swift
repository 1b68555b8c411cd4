import Database
import Glibc
import Jobs
import Kernel
import TestKit
import Testing

@Suite("A job whose process is killed") struct KilledJobTests {
  private static let schema =
    JobQueue.migrations + [
      Migration(feature: "note", number: 1, text: "CREATE TABLE note (n {i64}) {strict};")
    ]

  /// The first commit takes the job up, the second is that of the work.
  @Test(
    "is done exactly once in the end", .database,
    arguments: Engine.tested,
    [
      "jobs.taken", "database.before-commit:1", "database.after-commit:1",
      "database.before-commit:2", "database.after-commit:2",
    ])
  func once(engine: Engine, fault: String) async throws {
    let database = try TestDatabase(engine, migrations: Self.schema)
    let id = try database.write { write in
      try JobQueue(database: database.database).enqueue("test", payload: "", in: write)
    }
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [address = database.address as String, fault = fault as String] in
      setenv("HAMLET_FAULT", fault, 1)
      _ = try runner(on: try TestDatabase.open(address), at: .system).runNext()
    }
    let later = Clock { Clock.system.now().adding(seconds: 60) }
    _ = try runner(on: database.database, at: later).runNext()
    try database.read { read in
      let rows = try read.count("SELECT count(*) FROM note")
      let status = try JobQueue(database: database.database).status(id, in: read)
      #expect(rows == 1000)
      #expect(status?.state == .done)
      #expect(status?.result == "1000 rows")
    }
  }
}

private func runner(on database: Database, at clock: Clock) -> JobRunner<Int> {
  let kind = JobKind<Int>(name: "test") { run, _ in
    try database.bulkWrite { write in
      var left = 1000
      try write.insert(into: "note", columns: ["n"]) {
        left -= 1
        return left < 0 ? nil : [.int(Int64(left))]
      }
      try run.complete("1000 rows", in: write)
    }
  }
  return JobRunner(queue: JobQueue(database: database, clock: clock), kinds: [kind], context: 0)
}
