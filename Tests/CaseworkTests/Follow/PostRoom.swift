import Jobs
import Kernel
import Messages
import Partnership

@testable import Casework

/// Takes messages away and keeps what it was handed.
final class PostRoom: Sendable {
  private let taken = Guarded<[Envelope]>([])
  private let routes: Set<MessageRoute>

  init(_ routes: Set<MessageRoute> = [.email, .text]) { self.routes = routes }

  var carrier: Carrier {
    Carrier(name: "the post room", routes: routes) { envelope in
      self.taken.withLock { $0.append(envelope) }
      return .accepted
    }
  }

  var envelopes: [Envelope] { taken.withLock { $0 } }

  /// The words of the last message.
  var last: String { envelopes.last?.body.reveal(for: "test") ?? "" }

  /// The code in the last message.
  var code: String {
    last.split(separator: " ").dropFirst(3).prefix(2).joined(separator: " ")
      .filter { $0.isNumber || $0 == " " }
  }
}

extension CaseworkFixture {
  /// Does every job that waits, messages among them.
  func work() throws {
    let sending = JobKind<Services>(name: Outbox.jobName) { run, services in
      try services.outbox.send(run, services.database, services.clock)
    }
    let runner = JobRunner(
      queue: services.jobs, kinds: Casework.feature.jobs + [sending], context: services)
    while try runner.runNext() {}
  }
}
