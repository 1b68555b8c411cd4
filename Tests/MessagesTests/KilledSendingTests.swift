import Database
import Glibc
import Kernel
import Secrets
import TestKit
import Testing

@testable import Jobs
@testable import Messages

@Suite("A message whose process is killed")
struct KilledSendingTests {
  /// Where the process dies, and what is known of the message afterwards.
  static let deaths: [(fault: String, state: MessageState, sent: Int)] = [
    // Before the mark: nothing left, so it is sent.
    ("jobs.taken", .sent, 1), ("database.before-commit:2", .sent, 1),
    // Behind the mark: nobody can tell, so a person decides.
    ("database.after-commit:2", .uncertain, 0), ("messages.marked", .uncertain, 0),
    ("messages.handed-over", .uncertain, 1), ("database.before-commit:3", .uncertain, 1),
    ("database.after-commit:3", .sent, 1),
  ]

  @Test(
    "goes at most once, and is never lost sight of", .database, arguments: Engine.tested, deaths)
  func once(engine: Engine, death: (fault: String, state: MessageState, sent: Int)) async throws {
    let fixture = try OutboxFixture(engine)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let carried = folder.path + "/carried"
    let queued = try fixture.queue()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        address = fixture.database.address as String, fault = death.fault as String,
        carried = carried as String
      ] in
      setenv("HAMLET_FAULT", fault, 1)
      try send(on: try TestDatabase.open(address), at: TestClock().clock, noting: carried)
    }
    fixture.clock.advance(seconds: 60)
    try send(on: fixture.database.database, at: fixture.clock.clock, noting: carried)
    #expect(try fixture.record(queued.id)?.state == death.state)
    #expect(lines(of: carried) == death.sent)
  }
}

/// Does the jobs that are due; each message carried is a line of a file.
private func send(on database: Database, at clock: Clock, noting path: String) throws {
  let jobs = JobQueue(database: database, clock: clock)
  let carrier = Carrier(name: "The stand-in", routes: [.email]) { _ in
    guard let file = fopen(path, "a") else { return .refused("no file") }
    fputs("carried\n", file)
    fclose(file)
    return .accepted
  }
  let outbox = Outbox(keyring: .forTests(), jobs: jobs, carriers: [carrier])
  let kind = JobKind<Int>(name: Outbox.jobName, retries: 10) { run, _ in
    try outbox.send(run, database, clock)
  }
  let runner = JobRunner(queue: jobs, kinds: [kind], context: 0)
  while try runner.runNext() {}
}

private func lines(of path: String) -> Int {
  guard let file = fopen(path, "r") else { return 0 }
  defer { fclose(file) }
  var count = 0
  while case let letter = fgetc(file), letter != EOF { count += letter == 10 ? 1 : 0 }
  return count
}
