internal import Kernel

extension OrderRules {
  /// A record of what can no longer be made: of the time in which it could be.
  mutating func checkLegacy() {
    let term = draft.term
    if let last = draft.power.lastMade, term.starts > last {
      refuse(
        "starts-day",
        "It could be made until \(last.words) (Anti-social Behaviour, Crime and Policing Act 2014, "
          + "as commenced)")
    }
    if term.endsAt <= term.startsAt { refuse("ends-day", "The end must be after the beginning") }
    if let age = draft.age, age < 0 { refuse("born-day", "The day of birth is after the order") }
  }
}

extension Power {
  /// The last day on which it could be made: the day before Part 1 of the Act of 2014 came into force for
  /// anti-social behaviour orders on application, and before the other Parts for the rest.
  var lastMade: Day? {
    switch self {
    case .antisocialBehaviourOrder: Day(year: 2015, month: 3, day: 22)
    case .dispersal2003, .drinkingBanning, .crackHouse: Day(year: 2014, month: 10, day: 19)
    default: nil
    }
  }
}
