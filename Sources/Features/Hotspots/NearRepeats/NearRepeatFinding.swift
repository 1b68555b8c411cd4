internal import Kernel
internal import Statistics

/// Whether events near one another are also near in time, band by band.
///
/// A pure function of events and parameters.
struct NearRepeatFinding: Sendable {
  let parameters: NearRepeatParameters
  let events: Int
  /// The days of the first and the last event.
  let days: ClosedRange<Day>
  let knox: Knox
  let table: NearRepeat

  /// The fewest events a test is done of.
  static let fewest = 10

  init(_ parameters: NearRepeatParameters, _ events: DatedEvents) throws(SpaceProblem) {
    guard let first = events.days.min(), let last = events.days.max(),
      events.count >= Self.fewest
    else { throw .tooFew(events.count, atLeast: Self.fewest) }
    let points = try Points(x: events.x, y: events.y)
    knox = try Knox(
      of: points, times: events.days.map(\.number), bands: parameters.bands,
      permutations: parameters.permutations, seed: parameters.seed)
    table = NearRepeat(knox)
    self.parameters = parameters
    self.events = events.count
    days = first...last
  }
}
