/// Of what was promised by a moment, how much was done in time.
struct KeptInTime: Equatable, Sendable {
  /// Done by the moment it was due.
  var inTime = 0
  /// Done after it, or not done though it is over.
  var late = 0
  /// Not done, and not yet due.
  var waiting = 0

  /// All that was done or whose time was up.
  var all: Int { inTime + late }

  static func + (one: KeptInTime, other: KeptInTime) -> KeptInTime {
    KeptInTime(
      inTime: one.inTime + other.inTime, late: one.late + other.late,
      waiting: one.waiting + other.waiting)
  }
}
