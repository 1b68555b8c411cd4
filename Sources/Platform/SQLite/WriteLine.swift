import Database
import Kernel

/// The line in which writers wait for the one writing connection, in the order they came.
///
/// **Group commit.** A writer who finds others waiting does not commit: the next one carries on in
/// the same transaction, in a savepoint of its own, and the last commits for them all. While a
/// commit waits for the disk the next group gathers. A group is bounded in size and age, so that
/// the first of it does not wait long.
final class WriteLine: Sendable {
  private struct State {
    var isBusy = false
    var waiting: [Waiter] = []
  }

  private static let largestGroup = 64
  private static let oldestGroup = 0.05  // seconds

  private let state = Guarded(State())

  /// Runs `body` alone; it must leave the turn in the hands of ``Turn/run(on:_:)``.
  func takeTurn(shared: Bool, _ body: (Turn) throws -> Void) throws {
    let group = enter(shared: shared)
    let turn = Turn(
      line: self, group: group ?? CommitGroup(), isFirst: group == nil, shared: shared)
    do { try body(turn) } catch {
      turn.abandon()
      throw error
    }
  }

  /// Waits until nobody writes, then runs `body` alone.
  func drain(_ body: () -> Void) {
    _ = enter(shared: false)
    body()
    release()
  }

  /// Gives the turn, with the open group, to the next in line; false where the group must end here.
  func handOver(_ group: CommitGroup) -> Bool {
    let next: Waiter? = state.withLock { state in
      guard let first = state.waiting.first, first.shared, group.size < Self.largestGroup,
        group.age < Self.oldestGroup
      else { return nil }
      return state.waiting.removeFirst()
    }
    guard let next else { return false }
    next.call(joining: group)
    return true
  }

  /// Gives the turn to the next in line, who begins a group of its own.
  func release() {
    let next: Waiter? = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isBusy = false
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.call(joining: nil)
  }

  /// Waits for the turn; the group to carry on with, or `nil`.
  private func enter(shared: Bool) -> CommitGroup? {
    let waiter: Waiter? = state.withLock { state in
      guard state.isBusy else {
        state.isBusy = true
        return nil
      }
      let waiter = Waiter(shared: shared)
      state.waiting.append(waiter)
      return waiter
    }
    return waiter?.waitForTurn()
  }
}

/// One who waits in line.
private final class Waiter: Sendable {
  let shared: Bool
  private let called = Guarded<CommitGroup??>(nil)

  init(shared: Bool) { self.shared = shared }

  func call(joining group: CommitGroup?) {
    called.withLock { $0 = .some(group) }
    called.signal()
  }

  func waitForTurn() -> CommitGroup? { called.wait { $0 } }
}
