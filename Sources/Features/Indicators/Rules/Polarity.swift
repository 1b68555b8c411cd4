import Kernel

/// Which way a plan wants an indicator to go; a property of the indicator within one plan.
enum Polarity: Hashable, Sendable {
  /// More is better, such as reports a partnership asks for.
  case higher
  /// Less is better, such as offences.
  case lower
  /// Neither way is better: the figure is context.
  case neutral
  /// The opposite way up to a month, then this way from that month on: up at first, then down.
  case phased(until: Month, then: Direction)

  /// A way an indicator can be wanted to go.
  enum Direction: String, Sendable, CaseIterable {
    case higher, lower

    var opposite: Direction { self == .higher ? .lower : .higher }
    /// The way in words, such as "down".
    var words: String { self == .higher ? "up" : "down" }
  }

  /// What is wanted over some months.
  enum Wanted: Hashable, Sendable {
    case direction(Direction)
    case neither
    /// The wanted way turns within the months.
    case turns(Month)
  }

  /// What the plan wants over some months.
  func wanted(over months: ClosedRange<Month>) -> Wanted {
    switch self {
    case .higher: .direction(.higher)
    case .lower: .direction(.lower)
    case .neutral: .neither
    case .phased(let until, let then):
      if months.upperBound < until {
        .direction(then.opposite)
      } else if months.lowerBound >= until {
        .direction(then)
      } else {
        .turns(until)
      }
    }
  }

  /// What the plan wants, in words for a page.
  var words: String {
    switch self {
    case .higher: "up"
    case .lower: "down"
    case .neutral: "neither way"
    case .phased(let until, let then):
      "\(then.opposite.words) until \(until.words), then \(then.words)"
    }
  }
}

extension Polarity: LosslessStringConvertible {
  /// Reads `higher`, `lower`, `neutral` or `phased 2009-04 lower`.
  init?(_ text: String) {
    switch text {
    case "higher": self = .higher
    case "lower": self = .lower
    case "neutral": self = .neutral
    default:
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 3, parts[0] == "phased", let until = Month(parts[1]),
        let then = Direction(rawValue: parts[2])
      else { return nil }
      self = .phased(until: until, then: then)
    }
  }

  /// The text kept in the database.
  var description: String {
    switch self {
    case .higher: "higher"
    case .lower: "lower"
    case .neutral: "neutral"
    case .phased(let until, let then): "phased \(until) \(then.rawValue)"
    }
  }
}
