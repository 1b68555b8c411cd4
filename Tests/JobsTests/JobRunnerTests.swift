import Database
import Glibc
import Jobs
import Kernel
import TestKit
import Testing

private struct Refused: Problem {
  let message = "The file is empty. Choose another file."
  let status = 422
}

private struct Broken: Error {}

@Suite("Job runner") struct JobRunnerTests {
  /// A queue on a fresh database with a clock to move.
  private struct Setting {
    let database: Database
    let clock = TestClock()
    let queue: JobQueue

    init(_ engine: Engine) throws {
      database = try TestDatabase(engine, migrations: JobQueue.migrations).database
      queue = JobQueue(database: database, clock: clock.clock)
    }

    func enqueue() throws -> ID<Job> {
      try database.write { write in try queue.enqueue("test", payload: "7", by: 3, in: write) }
    }

    func status(_ id: ID<Job>) throws -> JobStatus {
      try #require(try database.read { read in try queue.status(id, in: read) })
    }

    func runner(
      retries: Int = 0, _ run: @escaping @Sendable (JobRun, Int) throws -> Void
    ) -> JobRunner<Int> {
      JobRunner(
        queue: queue, kinds: [JobKind(name: "test", retries: retries, run: run)], context: 5)
    }
  }

  @Test("asks for daily work once, and again when it has run", .database, arguments: Engine.tested)
  func daily(engine: Engine) throws {
    let setting = try Setting(engine)
    let (database, queue) = (setting.database, setting.queue)
    let ask = { @Sendable () throws -> Void in
      try database.write { write in try queue.enqueueDaily("test", in: write) }
    }
    func asked() throws -> Int {
      try setting.database.read { try setting.queue.newest(["test"], in: $0).count }
    }
    for _ in 0..<3 { try ask() }
    #expect(try asked() == 1)
    let runner = setting.runner { _, _ in try ask() }
    setting.clock.advance(seconds: 86_399)
    #expect(try !runner.runNext())
    setting.clock.advance(seconds: 1)
    #expect(try runner.runNext())
    #expect(try asked() == 2)
    try ask()
    #expect(try asked() == 2)
  }

  @Test("does what was asked and keeps what came of it", .database, arguments: Engine.tested)
  func done(engine: Engine) throws {
    let setting = try Setting(engine)
    let id = try setting.enqueue()
    #expect(try setting.status(id).state == .waiting)
    let runner = setting.runner { run, context in
      run.progress(done: 3, total: 4, note: "Reading")
      run.record("\(run.payload) and \(context)")
    }
    #expect(try runner.runNext())
    let found = try setting.status(id)
    #expect(found.state == .done)
    #expect(found.result == "7 and 5")
    #expect([found.done, found.total] == [3, 4])
    #expect(found.askedBy == 3)
    #expect(try !runner.runNext())
    #expect(try setting.database.read { try setting.queue.newest(["test"], in: $0) } == [found])
  }

  @Test(
    "work asked for in a transaction that fails is not done", .database, arguments: Engine.tested)
  func rolledBack(engine: Engine) throws {
    let setting = try Setting(engine)
    _ = try? setting.database.write { write in
      try setting.queue.enqueue("test", payload: "7", in: write)
      throw Broken()
    }
    #expect(try !setting.runner { _, _ in }.runNext())
  }

  @Test("a failure is told in words for people", .database, arguments: Engine.tested)
  func failed(engine: Engine) throws {
    let setting = try Setting(engine)
    let errors: [(any Error, String)] = [
      (Refused(), "The file is empty. Choose another file."),
      (
        Broken(),
        "Something went wrong, and nothing of this work was kept. Try again; if it happens again, "
          + "tell whoever runs this service."
      ),
    ]
    for (error, message) in errors {
      let id = try setting.enqueue()
      #expect(try setting.runner { _, _ in throw error }.runNext())
      #expect(try setting.status(id).state == .failed)
      #expect(try setting.status(id).failure == message)
    }
  }

  @Test(
    "an error is tried again after growing pauses where its kind says so", .database,
    arguments: Engine.tested)
  func retried(engine: Engine) throws {
    let setting = try Setting(engine)
    let id = try setting.enqueue()
    let runner = setting.runner(retries: 2) { _, _ in throw Refused() }
    #expect(try runner.runNext())
    #expect(try !runner.runNext())
    setting.clock.advance(seconds: 6)
    #expect(try runner.runNext())
    setting.clock.advance(seconds: 6)
    #expect(try !runner.runNext())
    setting.clock.advance(seconds: 6)
    #expect(try runner.runNext())
    #expect(try setting.status(id).state == .failed)
    #expect(try setting.status(id).attempts == 3)
  }

  @Test("is taken up again when the process that had it died", .database, arguments: Engine.tested)
  func crashed(engine: Engine) throws {
    let setting = try Setting(engine)
    let id = try setting.enqueue()
    func die() throws {
      try setting.database.write { write in
        try write.run(
          """
          UPDATE job SET state = 'running', holder = 'gone', attempts = attempts + 1,
          due_at = \(setting.clock.clock.now().adding(seconds: 30)) WHERE id = \(id)
          """)
      }
    }
    let runner = setting.runner { run, _ in run.record("attempt \(run.attempt)") }
    try die()
    #expect(try !runner.runNext())
    setting.clock.advance(seconds: 31)
    #expect(try runner.runNext())
    #expect(try setting.status(id).result == "attempt 2")
  }

  @Test("is given up when the process died three times", .database, arguments: Engine.tested)
  func givenUp(engine: Engine) throws {
    let setting = try Setting(engine)
    let id = try setting.enqueue()
    try setting.database.write { try $0.run("UPDATE job SET state = 'running', attempts = 3") }
    #expect(try setting.runner { _, _ in }.runNext())
    #expect(try setting.status(id).state == .failed)
    #expect(try setting.status(id).failure?.contains("given up") == true)
  }

  @Test(
    "completes in the transaction of its effect, or not at all", .database,
    arguments: Engine.tested)
  func complete(engine: Engine) throws {
    let setting = try Setting(engine)
    let id = try setting.enqueue()
    let runner = setting.runner { [database = setting.database] run, _ in
      try database.write { write in try run.complete("kept", in: write) }
    }
    #expect(try runner.runNext())
    #expect(try setting.status(id).result == "kept")
    let stolen = try setting.enqueue()
    let late = setting.runner { [database = setting.database] run, _ in
      try database.write { try $0.run("UPDATE job SET holder = 'another' WHERE id = \(run.id)") }
      try database.write { write in try run.complete("lost", in: write) }
    }
    #expect(try late.runNext())
    #expect(try setting.status(stolen).state == .running)
    #expect(try setting.status(stolen).result == nil)
  }

  @Test("shows its progress while it holds the writer", .database, arguments: Engine.tested)
  func live(engine: Engine) throws {
    let setting = try Setting(engine)
    let id = try setting.enqueue()
    let seen = Guarded<JobStatus?>(nil)
    let runner = setting.runner { [database = setting.database, queue = setting.queue] run, _ in
      try database.bulkWrite { _ in
        run.progress(done: 1, total: 2, note: "Reading 2023-01")
        JoinableThread.concurrently(1) { _ in
          let status = try? database.read { try queue.status(run.id, in: $0) }
          seen.withLock { $0 = status }
        }
      }
    }
    #expect(try runner.runNext())
    let status = try #require(seen.withLock { $0 })
    #expect(status.id == id)
    #expect(status.note == "Reading 2023-01")
    #expect(status.done == 1)
  }

  @Test("started, it takes up work soon, and stops in order", .database, arguments: Engine.tested)
  func started(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: JobQueue.migrations).database
    let queue = JobQueue(database: database)
    let isRunning = Guarded(false)
    let kind = JobKind<Int>(name: "test") { run, _ in
      isRunning.withLock { $0 = true }
      isRunning.broadcast()
      run.progress(done: 5, total: 9)
      while true {
        try run.checkStopping()
        usleep(2000)
      }
    }
    let runner = JobRunner(queue: queue, kinds: [kind], context: 0)
    runner.start()
    let id = try database.write { try queue.enqueue("test", payload: "", in: $0) }
    #expect(isRunning.wait(seconds: 10) { $0 ? true : nil } == true)
    #expect(
      try eventually(within: 30) {
        try database.read { try $0.count("SELECT done FROM job WHERE id = \(id)") } == 5
      })
    runner.stop()
    let status = try #require(try database.read { try queue.status(id, in: $0) })
    #expect(status.state == .waiting)
    #expect(status.attempts == 0)
  }

  @Test("several runners do each job once", .database, arguments: Engine.tested)
  func several(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: JobQueue.migrations).database
    let queues = (0..<3).map { _ in JobQueue(database: database) }
    let runs = Guarded<[ID<Job>]>([])
    let kind = JobKind<Int>(name: "test") { run, _ in runs.withLock { $0.append(run.id) } }
    let ids = try database.write { write in
      try (0..<40).map { _ in try queues[0].enqueue("test", payload: "", in: write) }
    }
    let runners = queues.map { JobRunner(queue: $0, kinds: [kind], context: 0, threads: 2) }
    for runner in runners { runner.start() }
    for _ in 0..<1000 where runs.withLock({ $0.count < ids.count }) { usleep(10_000) }
    for runner in runners { runner.stop() }
    #expect(runs.withLock { $0.sorted() } == ids)
  }
}
