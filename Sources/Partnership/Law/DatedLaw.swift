public import Design
public import Kernel

/// Something that is law from one day, and perhaps until another.
public protocol DatedLaw {
  /// The first day it is in force; `nil` while that is not known.
  var from: Day? { get }
  /// The last day it is in force; `nil` without an end.
  var through: Day? { get }
}

extension DatedLaw {
  /// Whether it is in force on a day; what has no first day never is.
  public func isInForce(on day: Day) -> Bool {
    guard let from, from <= day else { return false }
    return through.map { day <= $0 } ?? true
  }

  /// When it is in force, in words.
  public var datesInWords: String {
    guard let from else { return "Check commencement" }
    guard let through else { return "From \(from.words)" }
    return "\(from.words) to \(through.words)"
  }

  /// Whether it is in force on a day, as a mark with its word.
  public func mark(on day: Day) -> StateMark {
    if from == nil { return StateMark(.warn, "Check commencement") }
    return isInForce(on: day) ? StateMark(.good, "In force") : StateMark(.none, "Not in force")
  }
}
