public import Kernel

/// A clock that a test sets and moves.
public struct TestClock: Sendable {
  private let moment: Guarded<Instant>

  /// Stands at a moment, such as `2026-11-20T09:00:00Z`, until it is moved.
  public init(_ text: String = "2026-11-20T09:00:00Z") {
    guard let instant = Instant(text) else { preconditionFailure("\(text) is not a moment") }
    moment = Guarded(instant)
  }

  /// The clock, for what takes one.
  public var clock: Clock { Clock { [moment] in moment.withLock { $0 } } }

  /// Moves it on, or back where negative.
  public func advance(seconds: Double) {
    moment.withLock { $0 = $0.adding(seconds: seconds) }
  }
}
