/// One thing that is promised within some days.
enum Promise: String, CaseIterable, Hashable, Sendable {
  case acknowledge
  case first
  case second
  case third
  case interview
  case update
  case drugAddress = "drug-address"

  static func begin(_ priority: Priority) -> Promise {
    switch priority {
    case .first: .first
    case .second: .second
    case .third: .third
    }
  }

  var title: String {
    switch self {
    case .acknowledge: "Those who report hear that we have it"
    case .first: "Work on a P1 begins"
    case .second: "Work on a P2 begins"
    case .third: "Work on a P3 begins"
    case .interview: "Who complained is interviewed"
    case .update: "Those who reported hear how it stands"
    case .drugAddress: "A drug address is acted on"
    }
  }

  /// From when it counts, and what keeps it.
  var rule: String {
    switch self {
    case .acknowledge:
      "From when the report was received to when somebody told its reporter that we have it, or what was decided."
    case .first, .second, .third:
      "From when the report was received to the first contact in the case."
    case .interview:
      "From when the case was opened to the first interview; not due before work has to begin. For cases with "
        + "a reporter who can be reached."
    case .update: "From the last contact to the next."
    case .drugAddress:
      "For cases of drug use or dealing: from when the report was received to the first action that is done."
    }
  }

  var shipped: Int {
    switch self {
    case .acknowledge, .first: 1
    case .second, .interview: 2
    case .third: 5
    case .update: 10
    case .drugAddress: 28
    }
  }

  /// Whether weekends and bank holidays are left out.
  var isWorkingDays: Bool { self != .drugAddress }

  var range: ClosedRange<Int> { isWorkingDays ? 1...60 : 1...180 }

  func words(_ days: Int) -> String {
    "\(days) \(isWorkingDays ? "working " : "")\(days == 1 ? "day" : "days")"
  }

  /// With "within" or "every" before it.
  func promised(_ days: Int) -> String {
    "\(self == .update ? "every" : "within") \(words(days))"
  }
}
