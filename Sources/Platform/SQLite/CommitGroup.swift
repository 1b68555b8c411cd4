import Database
import Kernel

/// Writers whose changes become durable by one commit, or not at all.
final class CommitGroup: Sendable {
  private let began = ContinuousClock.now
  private let members = Guarded(0)
  private let outcome = Guarded<Result<Void, any Error>?>(nil)

  /// How many have written.
  var size: Int { members.withLock { $0 } }

  /// Seconds since the first began.
  var age: Double {
    let parts = (ContinuousClock.now - began).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }

  func join() { members.withLock { $0 += 1 } }

  /// Tells every member how the commit went.
  func resolve(_ result: Result<Void, any Error>) {
    outcome.withLock { $0 = result }
    outcome.broadcast()
  }

  /// Waits for the commit; throws what it threw.
  func waitForCommit() throws { try outcome.wait { $0 }.get() }
}
