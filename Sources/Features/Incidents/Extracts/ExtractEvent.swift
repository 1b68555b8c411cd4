internal import Kernel

/// One event as its row tells it, its words not yet coded.
struct ExtractEvent: Equatable, Sendable {
  /// The source's reference; empty where it gives none.
  var reference = ""
  var category = ""
  var month: Month
  /// From when to when, in minutes since 1970 UTC; `nil` where the source gives months.
  var minutes: ClosedRange<Int>?
  /// Where, in tenths of a metre of the mapping's plane.
  var place: Place?
  /// The code of its area, its street and its outcome; empty where not given.
  var area = ""
  var location = ""
  var outcome = ""
  /// What the row is known by again, apart from rows just like it.
  var identity: UInt64 = 0

  /// A point in tenths of a metre.
  struct Place: Equatable, Sendable {
    let x: Int
    let y: Int
  }

  /// Whether it may have happened at any minute of an interval.
  var isUncertain: Bool { minutes.map { $0.lowerBound < $0.upperBound } ?? false }

  /// The London day it happened on, or began to.
  var day: Day? { minutes.map { LondonMinutes.day($0.lowerBound) } }
}
