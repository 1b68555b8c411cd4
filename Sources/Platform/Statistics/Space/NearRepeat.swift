/// The table of near repeats: Knox's test read row by row.
public struct NearRepeat: Sendable, Equatable {
  /// Ratios from here on are worth telling, as in Ratcliffe's calculator.
  public static let notableRatio = 1.2
  /// Chances under this are.
  public static let notableChance = 0.05

  /// One band of distance and of time.
  public struct Row: Sendable, Equatable {
    /// Metres, the upper limit not included.
    public let distance: Range<Double>
    /// Units of time, the upper limit not included.
    public let time: Range<Int>
    /// Whether it holds repeats at one place: nothing further than a metre apart.
    public let isSamePlace: Bool
    /// Pairs counted.
    public let observed: Int
    /// Pairs expected if time had nothing to do with place.
    public let expected: Double
    /// Observed over expected; `nil` where none were expected.
    public let ratio: Double?
    /// How likely chance gives so many.
    public let p: Double
    /// Whether the ratio is at least 1.2 and the chance under 5 in 100.
    public let isNotable: Bool
  }

  /// Repeats at one place, by time.
  public let samePlace: [Row]
  /// Near repeats, by distance and then by time.
  public let near: [Row]

  /// The table of a test.
  public init(_ knox: Knox) {
    let (distances, times) = (knox.bands.distances, knox.bands.times)
    let (expected, ratios, p) = (knox.expected, knox.ratios, knox.simulation.pUpper)
    let rows = knox.observed.indices.flatMap { band in
      knox.observed[band].indices.map { period in
        let ratio = ratios[band][period]
        return Row(
          distance: distances[band]..<distances[band + 1], time: times[period]..<times[period + 1],
          isSamePlace: distances[band + 1] <= 1, observed: knox.observed[band][period],
          expected: expected[band][period], ratio: ratio, p: p[band][period],
          isNotable: (ratio ?? 0) >= Self.notableRatio && p[band][period] < Self.notableChance)
      }
    }
    samePlace = rows.filter(\.isSamePlace)
    near = rows.filter { !$0.isSamePlace }
  }
}
