import Database
import Jobs
import Kernel
import TestKit
import Testing

private struct Refused: Problem {
  let message = "The file is empty. Choose another file."
  let status = 422
}

@Suite("Job runner") struct JobRunnerTests {
  private func enqueue(_ queue: JobQueue, in database: TestDatabase) throws -> ID<Job> {
    try database.write { write in try queue.enqueue("test", payload: "7", by: 3, in: write) }
  }

  private func status(_ id: ID<Job>, _ queue: JobQueue, _ database: TestDatabase) throws
    -> JobStatus
  { try #require(try database.read { read in try queue.status(id, in: read) }) }

  @Test("does what was asked and keeps what came of it", .database, arguments: Engine.tested)
  func done(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: JobQueue.migrations)
    let queue = JobQueue(database: database.database)
    let id = try enqueue(queue, in: database)
    let kind = JobKind<Int>(name: "test") { run, context in
      run.progress(done: 3, total: 4, note: "Reading")
      run.record("\(run.payload) and \(context)")
    }
    let runner = JobRunner(queue: queue, kinds: [kind], context: 5)
    #expect(try runner.runNext())
    let found = try status(id, queue, database)
    #expect(found.state == .done)
    #expect(found.result == "7 and 5")
    #expect([found.done, found.total] == [3, 4])
    #expect(found.askedBy == 3)
    #expect(try !runner.runNext())
  }
}
