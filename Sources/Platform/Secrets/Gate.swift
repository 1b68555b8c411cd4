import Kernel

/// Lets a few through at once, keeps a few more waiting, and turns the rest away.
final class Gate: Sendable {
  private struct State {
    var inside = 0
    var waiting = 0
  }

  private let places: Int
  private let queue: Int
  private let state = Guarded(State())

  init(places: Int, queue: Int) {
    self.places = places
    self.queue = queue
  }

  /// Runs `body` inside the gate.
  func pass<Result>(_ body: () throws -> Result) throws -> Result {
    try enter()
    defer { leave() }
    return try body()
  }

  private func enter() throws(PasswordsBusy) {
    let admitted = state.withLock { state in
      guard state.inside < places || state.waiting < queue else { return false }
      state.waiting += 1
      return true
    }
    guard admitted else { throw PasswordsBusy() }
    state.wait { state -> Void? in
      guard state.inside < places else { return nil }
      state.inside += 1
      state.waiting -= 1
      return ()
    }
  }

  private func leave() {
    state.withLock { $0.inside -= 1 }
    state.signal()
  }
}
