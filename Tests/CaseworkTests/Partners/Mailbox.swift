import Jobs
import Kernel
import Messages
import Partnership

@testable import Casework

/// A mail server that keeps what it is handed, in order.
final class Mailbox: Sendable {
  struct Letter: Sendable {
    let address: String
    let subject: String
    let body: String
  }

  private let kept = Guarded<[Letter]>([])

  var letters: [Letter] { kept.withLock { $0 } }

  var carrier: Carrier {
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
  func fetch(_ services: Services) throws {
    let kind = JobKind<Services>(name: Outbox.jobName) { run, services in
      try services.outbox.send(run, services.database, services.clock)
    }
    let runner = JobRunner(queue: services.jobs, kinds: [kind], context: services)
    while try runner.runNext() {}
  }

  /// The path of the last link that came.
  var link: String? {
    letters.reversed().lazy.compactMap { letter in
      letter.body.firstMatch(of: /\/answer\/\S+/).map { String($0.0) }
    }.first
  }

  /// The last code that came.
  var code: String? {
    letters.reversed().lazy.compactMap { letter in
      letter.body.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/).map { String($0.0) }
    }.first
  }
}
