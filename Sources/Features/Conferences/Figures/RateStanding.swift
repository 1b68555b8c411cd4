internal import Kernel
internal import Statistics

/// Cases for every 10,000 adult women beside the yardstick of a year.
struct RateStanding: Sendable {
  let rate: Rate
  /// The yardstick for as many days; `nil` where there is none.
  let expected: Double?

  /// `nil` where nobody says how many adult women there are.
  init?(_ figures: ConferenceFigures, _ rules: KindRules) {
    guard let women = rules.adultWomen,
      let rate = Rate(figures.cases, over: Double(women) / 10_000)
    else { return nil }
    self.rate = rate
    let days = Double(figures.to.number - figures.from.number + 1)
    expected = rules.yardstick.map { Double($0) * days / 365 }
  }

  /// How far it is from the yardstick, and whether that is more than chance gives.
  var words: String? {
    guard let expected else { return nil }
    let interval = rate.byar()
    let yardstick = "The yardstick for these days is \(FigureWords.one(expected))"
    if (interval.lower...interval.upper).contains(expected) {
      return "\(yardstick): no further from it than chance gives"
    }
    let gap = FigureWords.one(abs(rate.value - expected))
    return rate.value < expected
      ? "\(yardstick): \(gap) below it, so some at high risk may not be referred"
      : "\(yardstick): \(gap) above it"
  }
}
