internal import Kernel

/// What stands out of a source in one week or month, with all it takes to make it again.
struct ExceptionReport: Codable, Equatable, Sendable {
  /// The version of the method.
  static let version = 1
  /// The share of the lines that may, on average, be there by chance.
  static let falseDiscoveryRate = 0.05

  /// One ward and kind that stands out.
  struct Line: Codable, Equatable, Sendable {
    /// The ward's code; empty outside every ward.
    let code: String
    let ward: String
    let category: String
    let observed: Int
    /// What would be usual.
    let expected: Double
    /// The most that is still usual: beyond it 1 quiet stretch in 100.
    let upper: Double
    /// The chance of so many by itself.
    let chance: Double
    /// The least false-discovery rate at which the line still counts.
    let adjusted: Double
    let method: SeriesTest.Method
    /// The first of the stretches without a break that were beyond 1 in 20 each.
    let since: String
    let run: Int
    /// The last counts, this one the last; `nil` where not counted.
    let recent: [Int?]
  }

  /// All of the source's incidents together, which say whether the source itself moved.
  struct Whole: Codable, Equatable, Sendable {
    let observed: Int
    let expected: Double
    let upper: Double

    /// Whether everything rose at once.
    var isBeyond: Bool { Double(observed) > upper }
    /// Whether so little came that the file may be incomplete.
    var isThin: Bool { Double(observed) < expected / 2 }
  }

  let version: Int
  let source: String
  let title: String
  let period: String
  /// The last day the source covered when it was read.
  let lastDay: String
  /// The year of the wards; `nil` where there were none.
  let edition: Int?
  let tested: Int
  /// Lines that were not tested, by the reason's word.
  let untested: [String: Int]
  /// Incidents of the stretch without a place.
  let unlocated: Int
  /// Incidents of the stretch outside every ward, tested as one ward.
  let outside: Int
  /// Incidents whose time is an interval too long for one week.
  let undated: Int
  /// The change of recording that lies in what is compared, in words; `nil` where there is none.
  let change: String?
  let whole: Whole?
  let lines: [Line]
  let repeats: RepeatLocations
  /// The SHA-256 of the counts that were tested, in hexadecimal digits.
  let hash: String
  /// The days off of its week beside the weekend, as was known when it was made; reports of before have
  /// the law's own bank holidays.
  var holidays: [String]?

  /// What it is about; a report that was kept always has one.
  var at: CountPeriod { CountPeriod(period) ?? .month(Month(index: 0)) }
  var last: Day { Day(lastDay) ?? Day(number: 0) }
}
