import Glibc
import Kernel

/// Figures drawn by chance, the same for the same seed.
struct SyntheticFigures {
  private var generator: SeededGenerator

  init(_ generator: SeededGenerator) { self.generator = generator }

  /// A month's figure of an indicator, so many months after the first.
  mutating func amount(_ indicator: SyntheticIndicator, _ month: Month, at offset: Int) -> Amount? {
    let growth = pow(1 + indicator.trend, Double(offset) / 12)
    switch indicator.kind {
    case .percentage:
      let share = min(0.98, indicator.share / 100 * pow(1 + indicator.trend, Double(offset) / 12))
      let base = max(1, count(around: indicator.level))
      let reached = (0..<base).reduce(0) { sum, _ in sum + (uniform() < share ? 1 : 0) }
      return Amount(numerator: Figure(reached), denominator: Figure(base), kind: .percentage)
    case .count, .rate, .average, .level:
      let turn = cos(Double(month.number - 7) / 12 * 2 * .pi)
      return Amount(Figure(count(around: indicator.level * growth * (1 + indicator.season * turn))))
    }
  }

  /// Twelve counts that add up to a total, in the shape of a year with its chance.
  mutating func months(addingUpTo total: Int) -> [Int] {
    let weights = (0..<12).map { 1 + 0.08 * cos(Double($0 - 3) / 12 * 2 * .pi) + 0.1 * uniform() }
    let sum = weights.reduce(0, +)
    var counts = weights.map { Int((Double(total) * $0 / sum).rounded(.down)) }
    for index in 0..<(total - counts.reduce(0, +)) { counts[index % 12] += 1 }
    return counts
  }

  /// A count that varies around a level as counts do.
  private mutating func count(around level: Double) -> Int {
    let spread = (0..<12).reduce(-6.0) { sum, _ in sum + uniform() }
    return max(0, Int((level + level.squareRoot() * spread).rounded()))
  }

  private mutating func uniform() -> Double { Double.random(in: 0..<1, using: &generator) }
}
