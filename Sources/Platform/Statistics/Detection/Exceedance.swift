/// What the count of one period says against what was expected of it.
public struct Exceedance: Sendable, Equatable {
  /// The place of the period in its series, from 0.
  public let period: Int
  /// What was counted.
  public let observed: Int
  /// What was expected, had nothing changed.
  public let expected: Double
  /// The bound beyond which the method raises an alarm.
  public let upper: Double
  /// Whether the method raises an alarm.
  public let isAlarm: Bool
  /// How far the count goes from what was expected to the bound: 0 as expected, 1 at the bound;
  /// infinite where the two are one and the count is beyond.
  public let score: Double
  /// The chance of so high a count, had nothing changed: the p-value to hold many series under one
  /// false discovery rate with.
  public let tail: Double
}

extension Exceedance {
  /// A count judged by whether it is beyond its bound.
  init(period: Int, observed: Int, expected: Double, upper: Double, tail: Double) {
    let beyond = Double(observed) > upper
    let reach = upper - expected
    let score = reach > 0 ? (Double(observed) - expected) / reach : beyond ? .infinity : 0
    self.init(
      period: period, observed: observed, expected: expected, upper: upper, isAlarm: beyond,
      score: score, tail: min(1, max(0, tail)))
  }
}

/// A way to see that the count of a period is beyond what its past leads to expect.
///
/// All look for rises only. Each gives every period its own answer: an ``Exceedance``, or the
/// reason why there is none. Over many series take `tail` from all answers and control the false
/// discovery rate; the alarms are each series' own, and among a thousand quiet series some sound.
public protocol Detector: Sendable {
  /// How many periods must lie before the first that can be judged.
  var history: Int { get }

  /// Judges periods of a series.
  ///
  /// - Parameters:
  ///   - counts: in the order of time, each 0 to 2⁴⁰, `nil` where not counted.
  ///   - periods: the places to judge, from 0; those before ``history`` are refused.
  /// - Returns: one answer for each place.
  func judge(
    _ counts: [Int?], in periods: Range<Int>
  ) -> [Result<Exceedance, SeriesProblem>]
}

extension Detector {
  /// Counts beyond this are no counts, and sums of them might not fit.
  private var most: Int { 1 << 40 }

  /// Judges every period that has the history.
  public func judge(_ counts: [Int?]) -> [Result<Exceedance, SeriesProblem>] {
    judge(counts, in: min(history, counts.count)..<counts.count)
  }

  /// The count at a place that can be judged.
  func observed(_ counts: [Int?], at period: Int) throws(SeriesProblem) -> Int {
    guard period >= history else { throw .tooShort(needed: history, given: max(0, period)) }
    guard period < counts.count else {
      throw .tooShort(needed: period + 1, given: counts.count)
    }
    let usable = 0...most
    if let index = counts.firstIndex(where: { $0.map { !usable.contains($0) } ?? false }) {
      throw .unusable(at: index)
    }
    guard let count = counts[period] else { throw .missing }
    return count
  }

  func answer(
    _ judge: () throws(SeriesProblem) -> Exceedance
  ) -> Result<Exceedance, SeriesProblem> {
    do throws(SeriesProblem) { return .success(try judge()) } catch { return .failure(error) }
  }
}
