/// The system's random numbers, fit for secrets, in a value that has a place in memory.
///
/// The standard library's own generator has no size. The thread sanitiser looks at the address of
/// whatever is handed on to be changed, and that one's is none.
public struct SystemRandom: RandomNumberGenerator, Sendable {
  private var drawn: UInt64 = 0

  /// The system's random numbers.
  public init() {}

  /// The next number.
  public mutating func next() -> UInt64 {
    drawn = UInt64.random(in: .min ... .max)
    return drawn
  }
}
