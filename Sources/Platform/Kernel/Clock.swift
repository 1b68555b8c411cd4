import Glibc

/// Where the time comes from: the machine, or a fixed moment in tests and demonstrations.
public struct Clock: Sendable {
  /// The present moment.
  public let now: @Sendable () -> Instant

  /// A clock that asks the closure.
  public init(now: @escaping @Sendable () -> Instant) { self.now = now }

  /// The machine's clock.
  public static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// A clock that stands still.
  public static func fixed(_ instant: Instant) -> Clock { Clock { instant } }

  /// The present day in London.
  public var today: Day { London.day(now()) }
}
