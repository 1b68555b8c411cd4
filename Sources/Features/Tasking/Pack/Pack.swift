internal import Kernel
internal import Partnership

/// What a meeting has before it, as it was: kept as bytes when the meeting is closed.
///
/// People stand in it by their account alone, and vehicles by the number of their entry: names and
/// marks are read when the pack is, by those who may.
struct Pack: Codable, Equatable, Sendable {
  static let version = 1

  /// How old a source was.
  struct Source: Codable, Equatable, Sendable {
    let key: String
    let title: String
    let lastDay: String
    /// Whether it was too old to lead.
    let isBackground: Bool

    var last: Day { Day(lastDay) ?? Day(number: 0) }
  }

  /// One action as it stood.
  struct Action: Codable, Equatable, Sendable {
    let id: Int64
    let content: ActionContent
  }

  /// What stood out of one source, under the number of its report.
  struct Exceptions: Codable, Equatable, Sendable {
    let report: Int64
    let found: ExceptionReport
  }

  /// One kept map.
  struct Map: Codable, Equatable, Sendable {
    /// One place of it.
    struct Spot: Codable, Equatable, Sendable {
      let letter: String
      let place: String
      let count: Int
      let before: Int?
      let life: String
    }

    let source: String
    let title: String
    let months: String
    let method: String
    let headline: String
    let path: String
    let spots: [Spot]
  }

  let version: Int
  let week: String
  let day: String
  let sources: [Source]
  let carried: [Action]
  let maps: [Map]
  let exceptions: [Exceptions]
  /// Keys of sources that nobody has tested for the meeting.
  let untested: [String]
  let decided: [Action]
  /// The entries of the vehicles in force.
  let vehicles: [Int64]

  var held: Day { Day(day) ?? Day(number: 0) }

  func isBackground(_ key: String) -> Bool {
    sources.first { $0.key == key }?.isBackground ?? true
  }
}

extension Pack.Map {
  init(_ map: HotspotSummary) {
    source = map.source
    title = map.title
    let (first, last) = (map.months.lowerBound, map.months.upperBound)
    months = first == last ? first.words : "\(first.words) to \(last.words)"
    method = map.method
    headline = map.headline
    path = map.path
    spots = map.spots.map { spot in
      Spot(
        letter: spot.letter, place: spot.place, count: spot.count, before: spot.before,
        life: spot.life.rawValue)
    }
  }

  /// The places that are not as they were: new, gone, come back, or with more than before.
  var changed: [Spot] {
    spots.filter { spot in
      spot.life != HotspotSummary.Life.persistent.rawValue
        || spot.before.map { spot.count > $0 } ?? false
    }
  }
}
