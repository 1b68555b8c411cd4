internal import Geography
internal import Kernel
internal import Partnership
internal import Statistics

/// A way to rank cells for a month from what came before it.
struct Ranking: Sendable {
  let name: String
  /// The score of every cell of the grid, higher first.
  let scores: @Sendable (Month, HotspotEvents, Grid) throws -> [Double]

  /// The months of a recent density.
  static let recent = 3
  static let year = 12

  /// Those that are held against each other for a source of some precision.
  static func all(
    _ parameters: HotspotParameters, _ precision: SourcePrecision, _ harm: HarmScale?
  ) -> [Ranking] {
    var all = [density(reach: parameters.reach), lastYear]
    if precision.refusal(of: .weeklyPrediction) == nil { all.append(prospective) }
    // The harm of one kind ranks cells as its count does.
    if parameters.category == nil, let harm {
      all += [
        weighed("Most harm in the year before, lowest weights") { harm[$0]?.lowest },
        weighed("Most harm in the year before, highest weights") { harm[$0]?.highest },
      ]
    }
    return all
  }

  private static func density(reach: Double) -> Ranking {
    Ranking(name: "Density of the three months before") { month, events, grid in
      let before = month.adding(months: -recent)...month.adding(months: -1)
      return try KernelDensity.quartic(
        of: try events.points(in: before), on: grid, reach: reach
      ).values
    }
  }

  private static let lastYear = weighed("Most incidents in the year before") { _ in 1 }

  /// By the weights of the incidents of the year before; those without one are left out.
  private static func weighed(
    _ name: String, _ weight: @escaping @Sendable (String) -> Double?
  ) -> Ranking {
    Ranking(name: name) { month, events, grid in
      let spots = events.spots(in: month.adding(months: -year)...month.adding(months: -1))
      return grid.sums(
        of: try Points(
          x: spots.map(\.point.easting), y: spots.map(\.point.northing),
          weights: spots.map { Double($0.count) * (weight($0.category) ?? 0) }))
    }
  }

  /// By nearness to the incidents of the eight weeks before the month begins.
  private static let prospective = Ranking(name: "ProMap: near to those of eight weeks before") {
    month, events, grid in
    let start = month.firstDay
    let spots = events.spots(in: month.adding(months: -3)...month.adding(months: -1))
      .compactMap { spot in spot.day.map { (spot, start.number - $0.number) } }
    return try ProspectiveMap(
      of: try Points(of: spots.map(\.0)), daysAgo: spots.map(\.1), on: grid
    ).scores
  }
}

extension EventSpot {
  /// The London day in the middle of when it may have happened; `nil` where only a month is known.
  var day: Day? {
    span.map { span in
      London.day(span.lowerBound.adding(seconds: span.upperBound.since(span.lowerBound) / 2))
    }
  }
}
