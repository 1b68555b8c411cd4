internal import Kernel

/// How soon the partnership does what it promises, in one of its versions.
///
/// A report or case keeps the days it was given: a later version moves none of them.
struct CaseStandard: Equatable, Sendable {
  /// Which version; the one the program comes with is 1.
  let number: Int
  /// From when it holds.
  let setAt: Instant
  let days: [Promise: Int]

  /// What the program comes with: published by boroughs for their own officers.
  static let shipped = CaseStandard(
    number: 1, setAt: Instant(milliseconds: 946_684_800_000),  // 2000-01-01
    days: Dictionary(uniqueKeysWithValues: Promise.allCases.map { ($0, $0.shipped) }))

  subscript(promise: Promise) -> Int { days[promise] ?? promise.shipped }

  /// Such as "10 working days".
  func words(_ promise: Promise) -> String { promise.words(self[promise]) }

  /// When somebody begins at the latest, by the clock rule.
  func begin(_ priority: Priority, from received: Instant) -> Instant {
    WorkingTime.due(after: self[.begin(priority)], from: received)
  }

  /// When those who reported hear next how it stands.
  func update(from last: Instant) -> Instant { WorkingTime.due(after: self[.update], from: last) }

  /// When what is known of a drug address is acted on at the latest: 5pm of a day so many days after the
  /// one on which it was received, working day or not; `nil` for other kinds.
  func act(on kind: ReportKind, from received: Instant) -> Instant? {
    guard kind.id == "drugs" else { return nil }
    return London.instant(
      London.day(received).adding(days: self[.drugAddress]), minute: WorkingTime.endMinute)
  }
}

/// One thing that is promised within some days.
enum Promise: String, CaseIterable, Hashable, Sendable {
  case first
  case second
  case third
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
    case .first: "Work on a P1 begins"
    case .second: "Work on a P2 begins"
    case .third: "Work on a P3 begins"
    case .update: "Those who reported hear how it stands"
    case .drugAddress: "A drug address is acted on"
    }
  }

  /// From when it counts, and what keeps it.
  var rule: String {
    switch self {
    case .first, .second, .third:
      "From when the report was received to the first contact in the case."
    case .update: "From the last contact to the next."
    case .drugAddress:
      "For cases of drug use or dealing: from when the report was received to the first action that is done."
    }
  }

  var shipped: Int {
    switch self {
    case .first: 1
    case .second: 2
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
