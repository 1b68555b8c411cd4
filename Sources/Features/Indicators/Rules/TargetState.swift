import Kernel

/// What a plan says in place of a number; each is a state of its own, with a date to chase.
enum TargetState: Hashable, Sendable {
  /// "Not set", also printed as "No set".
  case notSet
  /// "None".
  case noTarget
  /// "TBC".
  case toBeConfirmed
  /// "To be baselined", on the data of a year where one is named.
  case toBeBaselined(on: FinancialYear?)
  /// "Delayed 09/10".
  case delayed(until: Date)
  /// "Target setting deferred".
  case deferred
  /// "Baseline awaited."
  case awaited
  /// "Baseline expected Dec.08".
  case expected(Month)
  /// "No baseline as new indicator".
  case newIndicator

  /// A year as a document prints it.
  enum Date: Hashable, Sendable {
    case year(FinancialYear)
    /// Two years that do not follow each other, such as 09/08.
    case impossible(String)
  }

  /// Reads the words of a plan; `nil` where they are not among those known.
  init?(published words: String) {
    // Most targets are numbers: without a letter there is no state to look for.
    guard words.utf8.contains(where: { $0 > UInt8(ascii: "@") }) else { return nil }
    let text = words.lowercased().filter { $0 != "." }
    if let fixed = TargetState.fixed[text] {
      self = fixed
    } else if text.hasPrefix("delayed ") {
      self = .delayed(until: Date(short: String(text.dropFirst("delayed ".count))))
    } else if let month = TargetState.month(after: "baseline expected ", in: text) {
      self = .expected(month)
    } else if text.hasSuffix(" data"), text.contains("baseline"),
      let year = text.split(separator: " ").dropLast().last,
      case .year(let found) = Date(short: String(year))
    {
      self = .toBeBaselined(on: found)
    } else {
      return nil
    }
  }

  private static let fixed: [String: TargetState] = [
    "not set": .notSet, "no set": .notSet, "none": .noTarget, "tbc": .toBeConfirmed,
    "to be baselined": .toBeBaselined(on: nil),
    "to be baselined (new indicator)": .toBeBaselined(on: nil),
    "target setting deferred": .deferred, "baseline awaited": .awaited,
    "no baseline as new indicator": .newIndicator,
  ]

  /// Reads `dec08` after a prefix.
  private static func month(after prefix: String, in text: String) -> Month? {
    guard text.hasPrefix(prefix) else { return nil }
    let rest = text.dropFirst(prefix.count)
    guard let year = Int(rest.suffix(2)),
      let number = Month.names.firstIndex(where: { $0.lowercased().hasPrefix(rest.prefix(3)) })
    else { return nil }
    return Month(year: 2000 + year, month: number + 1)
  }

  /// When somebody should ask again: the first day after the date that was named.
  var chaseFrom: Day? {
    switch self {
    case .toBeBaselined(on: let year?): year.lastMonth.lastDay.adding(days: 1)
    case .delayed(until: .year(let year)): year.firstMonth.firstDay
    case .expected(let month): month.lastDay.adding(days: 1)
    default: nil
    }
  }

  /// The state in our words for a page.
  var words: String {
    switch self {
    case .notSet: "Not set"
    case .noTarget: "No target"
    case .toBeConfirmed: "To be confirmed"
    case .toBeBaselined(on: nil): "To be baselined"
    case .toBeBaselined(on: let year?): "To be baselined on \(year) data"
    case .delayed(until: .year(let year)): "Delayed until \(year)"
    case .delayed(until: .impossible(let text)): "Delayed; the year given, \(text), cannot be"
    case .deferred: "Target setting deferred"
    case .awaited: "Baseline awaited"
    case .expected(let month): "Baseline expected \(month.words)"
    case .newIndicator: "No baseline: a new indicator"
    }
  }
}

extension TargetState.Date {
  /// Reads `09/10` as 2009/10; years that do not follow each other are kept as they were printed.
  fileprivate init(short text: String) {
    if let year = FinancialYear("20\(text)") {
      self = .year(year)
    } else {
      self = .impossible(text)
    }
  }
}
