internal import Kernel

/// What is decided about breaches in the demonstration.
enum BreachSketch {
  typealias Choice = @Sendable (Day) -> Breach.Made

  /// In turn, for a power under the law of a day; `nil` where nobody has decided.
  static func decisions(_ power: Power, _ law: LawOfDay) -> [Choice?] {
    if let pounds = law[power, .penaltyPounds] {
      let rules = [pounds, law[power, .penaltyDays]].compactMap(\.self)
      let penalty: Choice = { day in
        Breach.Made(
          decision: .penalty, day: day, outcome: words("given by hand"),
          penalty: min(pounds.value, 80), rules: rules)
      }
      return [penalty, made(.charged, "reported for summons"), nil, made(.warned, "told again")]
    }
    if power == .acceptableBehaviour {
      return [made(.warned, "told again"), made(.noAction, "a misunderstanding"), nil]
    }
    return [
      made(.court, "admitted"), nil, made(.charged, "denied"), made(.noAction, "not borne out"),
    ]
  }

  private static func made(_ decision: Breach.Decision, _ text: String) -> Choice {
    { day in Breach.Made(decision: decision, day: day, outcome: words(text)) }
  }

  private static func words(_ text: String) -> Sensitive<String> {
    Sensitive("Made up for the demonstration: \(text)")
  }
}
