import Database
import Jobs
import Kernel
import Messages
import Secrets
import TestKit

/// An outbox in a database of its own, with a carrier that says what a test wants.
struct OutboxFixture {
  static let schema = JobQueue.migrations + Outbox.migrations
  static let wording = MessageTemplate(
    key: "test.letter", version: 3, title: "Test letter", subject: "About ((reference))",
    body: "Dear ((name))\nWe are on our way.")
  static let secret = MessageTemplate(
    key: "test.secret", version: 1, title: "Secret", subject: "Your link", body: "((link))",
    isSecret: true)

  let database: TestDatabase
  let clock = TestClock()
  let carried = Guarded<[Envelope]>([])
  let keyring: Keyring
  private let answer: @Sendable () -> Delivery
  private let recall: (@Sendable () -> Recall)?
  private let routes: Set<MessageRoute>

  init(
    _ engine: Engine = .sqlite, keyring: Keyring = .forTests(),
    routes: Set<MessageRoute> = [.email],
    answer: @escaping @Sendable () -> Delivery = { .accepted },
    recall: (@Sendable () -> Recall)? = nil
  ) throws {
    database = try TestDatabase(engine, migrations: Self.schema)
    self.keyring = keyring
    self.answer = answer
    self.recall = recall
    self.routes = routes
  }

  var now: Instant { clock.clock.now() }
  var jobs: JobQueue { JobQueue(database: database.database, clock: clock.clock) }

  var outbox: Outbox {
    let (carried, answer, recall) = (carried, answer, recall)
    let carrier = Carrier(name: "The stand-in", routes: routes) { envelope in
      carried.withLock { $0.append(envelope) }
      return answer()
    } recall: { _, _ in
      recall?() ?? .noAnswer
    }
    let plain = Carrier(name: carrier.name, routes: routes, deliver: carrier.deliver)
    return Outbox(
      keyring: keyring, jobs: jobs, carriers: [recall == nil ? plain : carrier])
  }

  /// Puts a message into the outbox.
  @discardableResult
  func queue(
    _ template: MessageTemplate = wording, by route: MessageRoute = .email,
    about topic: String = "test/1", contact: SafeContact = .anyWay, held: String? = nil
  ) throws -> MessageRecord {
    let message = try Message(
      template,
      [
        "reference": .open("TM-7K42-0931"), "name": .personal(Sensitive("Ann Planted")),
        "link": .personal(Sensitive("https://planted.example/link")),
      ], by: route, to: Sensitive("ann@planted.example"), about: topic, contact: contact,
      held: held)
    return try database.write { try outbox.queue(message, at: now, in: $0) }
  }

  /// Does every job that is due.
  func run() throws {
    let (outbox, database, clock) = (outbox, database.database, clock.clock)
    let kind = JobKind<Int>(name: Outbox.jobName, retries: 2 * Outbox.mostQuestions) { run, _ in
      try outbox.send(run, database, clock)
    }
    let runner = JobRunner(queue: jobs, kinds: [kind], context: 0)
    while try runner.runNext() {}
  }

  func record(_ id: ID<SentMessage>) throws -> MessageRecord? {
    try database.read { try outbox.find(id, in: $0) }
  }

  @discardableResult
  func decide(_ decision: Outbox.Decision, on id: ID<SentMessage>) throws -> MessageRecord {
    try database.write { try outbox.decide(decision, on: id, at: now, in: $0) }
  }
}
