internal import Geography
internal import Kernel
internal import Partnership
internal import Statistics

/// What happened in and around an intervention, beside its control.
struct InterventionFinding: Equatable, Sendable {
  let target: Displacement.Area
  let buffer: Displacement.Area
  let control: Displacement.Area
  /// `nil` where the control had no incident before or after: then nothing can be measured.
  let displacement: Displacement?
  let months: ClosedRange<Month>
  /// Months during or before it that the source does not have.
  let missing: [Month]

  init(
    _ intervention: Intervention, _ spots: [EventSpot], missing: [Month]
  ) {
    let places = Places(intervention)
    var counts = [Int](repeating: 0, count: 6)
    for spot in spots {
      guard let place = places.place(of: spot.point) else { continue }
      if intervention.before.contains(spot.month) { counts[place] += spot.count }
      if intervention.months.contains(spot.month) { counts[3 + place] += spot.count }
    }
    target = .init(before: counts[0], after: counts[3])
    buffer = .init(before: counts[1], after: counts[4])
    control = .init(before: counts[2], after: counts[5])
    displacement = Displacement(target: target, buffer: buffer, control: control)
    months = intervention.months
    self.missing = missing
  }

  /// The target, the buffer round it and the control, of which a point is in one at most.
  private struct Places {
    let target: MultiPolygon
    let control: MultiPolygon
    let index: AreaIndex
    let near: BoundingBox?
    let buffer: Double

    init(_ intervention: Intervention) {
      target = intervention.target.shape
      control = intervention.control.shape
      buffer = intervention.buffer
      index = AreaIndex([target, control])
      near = target.boundingBox?.expanded(by: buffer)
    }

    /// 0 in the target, 1 in the buffer, 2 in the control.
    func place(of point: GridPoint) -> Int? {
      switch index.area(of: point) {
      case 0: 0
      case 1: 2
      default:
        near?.contains(point) == true && target.distance(to: point) <= buffer ? 1 : nil
      }
    }
  }
}
