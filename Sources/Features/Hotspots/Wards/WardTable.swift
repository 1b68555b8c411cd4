internal import Database
internal import Geography
internal import Kernel
internal import Partnership
internal import Statistics

/// Every ward by count, by rate and by harm, and how far the three disagree on its place.
struct WardTable: Equatable, Sendable {
  let months: ClosedRange<Month>
  let category: String?
  /// The year of the wards; `nil` where none were imported.
  let edition: Int?
  let scale: String
  /// By rate, the highest first; then those without one, by count.
  let lines: [WardLine]
  /// Incidents with a place in no ward.
  let outside: Int
  let unlocated: Int
  let missing: [Month]

  /// Counts the incidents of each ward and ranks the wards.
  init(
    months: ClosedRange<Month>, category: String?, edition: Int?, scale: HarmScale,
    counts: WardCounts, people: [String: AreaPeople], gaps: EventGaps
  ) {
    self.months = months
    self.category = category
    self.edition = edition
    self.scale = scale.title
    outside = counts.outside
    unlocated = gaps.unlocated
    missing = gaps.missing
    let plain = counts.areas.map { area in
      WardLine(area, counts.byArea[area.code] ?? [:], people[area.code], scale)
    }
    lines = WardLine.ranked(plain).sorted {
      ($1.rate?.value ?? -1, $1.count, $0.area.name)
        < ($0.rate?.value ?? -1, $0.count, $1.area.name)
    }
  }

  /// Wards whose places by count, rate and harm lie far apart.
  var disagreements: Int { lines.count { $0.ranks.disagree(among: lines.count) } }
}

/// The incidents of each ward by kind.
struct WardCounts: Equatable, Sendable {
  let areas: [Area]
  /// By the ward's code, then by kind.
  private(set) var byArea: [String: [String: Int]] = [:]
  private(set) var outside = 0

  /// Counts the incidents of some points; each is in one ward at most.
  init(_ spots: [EventSpot], in wards: [ShapedArea]) {
    let finder = AreaFinder(wards)
    areas = finder.areas
    for (spot, number) in zip(spots, finder.numbers(of: spots.map(\.point))) {
      if number == AreaIndex.none {
        outside += spot.count
      } else {
        byArea[areas[Int(number)].code, default: [:]][spot.category, default: 0] += spot.count
      }
    }
  }
}
