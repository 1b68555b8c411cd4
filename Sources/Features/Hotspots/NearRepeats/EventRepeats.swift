internal import Database
internal import Geography
internal import Kernel
internal import Partnership
internal import Statistics

/// The near-repeat test of a source's events, where it bears one.
enum EventRepeats {
  /// The most events a page tests while it waits.
  static let most = 20_000

  /// Why a source bears no test; `nil` where it does.
  static func reason(_ source: EventSource) -> String? {
    source.precision.refusal(of: .nearRepeat)
  }

  /// The test of a source's events of some months, dated by the middle of when they may have happened.
  static func finding(
    _ source: EventSource, _ months: ClosedRange<Month>, _ category: String?,
    _ parameters: NearRepeatParameters, _ read: Read
  ) throws -> NearRepeatFinding {
    var events = DatedEvents()
    for spot in try HotspotReader.spots(source, months, category, read) {
      guard let day = spot.day else { continue }
      for _ in 0..<spot.count {
        events.append(x: spot.point.easting, y: spot.point.northing, day: day)
      }
    }
    guard events.count >= NearRepeatFinding.fewest else {
      throw HotspotProblem.tooFew(events.count)
    }
    guard events.count <= most else { throw HotspotProblem.tooMany(events.count) }
    return try NearRepeatFinding(parameters, events)
  }
}
