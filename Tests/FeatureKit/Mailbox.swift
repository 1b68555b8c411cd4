import Jobs
import Kernel
public import Messages
public import Partnership

/// A mail server that keeps what it is handed, in order.
public final class Mailbox: Sendable {
  /// A letter as it came.
  public struct Letter: Sendable {
    /// Where it came.
    public let address: String
    /// What is on its envelope.
    public let subject: String
    /// Its words.
    public let body: String
  }

  /// An empty one.
  public init() {}

  private let kept = Guarded<[Letter]>([])

  /// What came, in order.
  public var letters: [Letter] { kept.withLock { $0 } }

  /// What hands letters over to it.
  public var carrier: Carrier {
    Carrier(name: "The mail server", routes: [.email]) { [self] envelope in
      kept.withLock {
        $0.append(
          Letter(
            address: envelope.address.reveal(for: "test"), subject: envelope.subject,
            body: envelope.body.reveal(for: "test")))
      }
      return .accepted
    }
  }

  /// Has everything sent that waits in the outbox.
  public func fetch(_ services: Services) throws {
    let kind = JobKind<Services>(name: Outbox.jobName) { run, services in
      try services.outbox.send(run, services.database, services.clock)
    }
    let runner = JobRunner(queue: services.jobs, kinds: [kind], context: services)
    while try runner.runNext() {}
  }

  /// The path of the last link that came.
  public var link: String? {
    letters.reversed().lazy.compactMap { letter in
      letter.body.firstMatch(of: /\/(?:answer|asked)\/\S+/).map { String($0.0) }
    }.first
  }

  /// The last code that came.
  public var code: String? {
    letters.reversed().lazy.compactMap { letter in
      letter.body.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/).map { String($0.0) }
    }.first
  }
}
