public import Kernel

/// The world of the demonstration: a made-up borough, its day and the seed of its chance.
///
/// Everything about Thornmere is drawn from the seed; nothing of it is about a real person or place.
public struct World: Sendable {
  /// The day the demonstration is made as of.
  public let today: Day
  /// The seed of everything drawn by chance.
  public let seed: UInt64

  /// The partnership's name.
  public static let partnership = "Thornmere Community Safety Partnership"
  /// The borough's name.
  public static let borough = "Thornmere"
  /// The made-up police force, as its month files spell it.
  public static let force = "Thornmere Constabulary"

  /// A world on a day, drawn from a seed.
  public init(today: Day, seed: UInt64 = 2026) {
    self.today = today
    self.seed = seed
  }

  /// A generator of its own for one purpose, so that adding a purpose changes no other.
  public func generator(for purpose: StaticString) -> SeededGenerator {
    var hash: UInt64 = 14_695_981_039_346_656_037  // FNV-1a, 64 bits
    purpose.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 } }
    return SeededGenerator(seed: seed ^ hash)
  }
}
