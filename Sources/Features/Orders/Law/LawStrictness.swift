/// Which way a limit grows stricter on those who use a power: a rule of the partnership's own may go that
/// way from an Act, and never the other.
enum LawStrictness: Sendable {
  /// More is stricter: an age, the shortest length, a duty.
  case more
  /// Less is stricter: the longest length, a penalty, the hours to a hearing.
  case less
  /// The Act alone says it: how long somebody has to appeal, or to pay.
  case fixed
}

extension LawLimit {
  var strictness: LawStrictness {
    switch self {
    case .minimumAge, .warningFirst, .shortestMonths, .shortestMonthsYouth, .youthTeam,
      .supportFirst:
      .more
    case .longestHours, .longestHoursSenior, .extensionHours, .authorisationHours, .longestMonths,
      .longestMonthsYouth, .extensionMonths, .longestMonthsInAll, .hearingHours,
      .reviewMonthsYouth, .penaltyPounds:
      .less
    case .appealDays, .penaltyDays: .fixed
    }
  }

  /// The limit it makes an exception from, which holds where an Act has no such exception.
  var exceptionFrom: LawLimit? {
    switch self {
    case .longestHoursSenior: .longestHours
    case .longestMonthsYouth, .extensionMonths: .longestMonths
    default: nil
    }
  }

  /// Whether one value is looser than another.
  func isLooser(_ value: Int, than other: Int) -> Bool {
    switch strictness {
    case .more: value < other
    case .less: value > other
    case .fixed: value != other
    }
  }

  /// What a rule of the partnership's own may do, for whoever is refused.
  func allowance(_ value: Int) -> String {
    switch strictness {
    case .more where unit == .duty: "The Act requires it: a rule of your own cannot take it away"
    case .more:
      "The Act says \(words(value)) at least: a rule of your own may say more, never less"
    case .less:
      "The Act says \(words(value)) at most: a rule of your own may say less, never more"
    case .fixed: "The Act says \(words(value)): a rule of your own cannot change that"
    }
  }
}
