internal import Kernel
internal import Statistics

/// Whether the last count of a line is beyond what the counts before it lead to expect.
///
/// Flexible Farrington where there are two years and more to compare with, season by season; EARS
/// C2 where a source of weeks has at least nine weeks. Which of them is decided by how much past
/// there is, never by the count itself.
struct SeriesTest: Sendable {
  /// How a line was tested.
  enum Method: String, Codable, Sendable, CaseIterable {
    case farrington, ears

    var title: String {
      switch self {
      case .farrington: "the same season of earlier years (flexible Farrington)"
      case .ears: "the seven weeks that end three weeks before (EARS C2)"
      }
    }
  }

  /// Why a line was not tested.
  enum Reason: String, Codable, Sendable, CaseIterable {
    /// The stretch itself was not counted.
    case missing
    /// The source began to record otherwise, and too little was counted since.
    case changed
    /// Too little past.
    case short
    /// Too few incidents in what it would be compared with.
    case few
    /// No model fits.
    case unfit

    var words: String {
      switch self {
      case .missing: "in no file of the source"
      case .changed: "not comparable, since the source records otherwise than before"
      case .short: "with too little past to compare with"
      case .few: "with too few incidents to compare with"
      case .unfit: "whose past no model fits"
      }
    }
  }

  /// What came of a test.
  struct Finding: Sendable {
    let method: Method
    let now: Exceedance
    /// How many stretches, this one among them, have been beyond 1 in 20 without a break.
    let run: Int
  }

  /// Incidents that the past of years must hold.
  static let leastInYears = 20
  /// Incidents that a past of seven weeks must hold.
  static let leastInWeeks = 5
  /// The chance, by itself, that a run of stretches stays under.
  static let runChance = 0.05
  /// The share of quiet stretches beyond the bound that is shown beside a count.
  static let boundChance = 0.01
  private static let mostYears = 5
  private static let longestRun = 12

  let step: CountPeriod.Step
  /// Whether what lies before the first known count is another way of recording.
  let isBroken: Bool

  /// Tests the last of some counts, `nil` where a stretch was not counted.
  func judge(_ counts: [Int?]) -> Result<Finding, Unfit> {
    guard let last = counts.last, last != nil else { return .failure(Unfit(.missing)) }
    let start = counts.firstIndex { $0 != nil } ?? 0
    let known = Array(counts[start...])
    guard let (method, detector, base) = detector(past: known.count - 1) else {
      return .failure(Unfit(isBroken ? .changed : .short))
    }
    let events = known[known.count - 1 - base..<known.count - 1].reduce(0) { $0 + ($1 ?? 0) }
    guard events >= (method == .ears ? Self.leastInWeeks : Self.leastInYears) else {
      return .failure(Unfit(.few))
    }
    let first = max(detector.history, known.count - Self.longestRun)
    let answers = detector.judge(known, in: first..<known.count)
    guard case .success(let now)? = answers.last else { return .failure(Unfit(.unfit)) }
    let run = answers.reversed().prefix { answer in
      if case .success(let one) = answer { one.tail < Self.runChance } else { false }
    }
    return .success(Finding(method: method, now: now, run: max(1, run.count)))
  }

  /// Why there is no finding.
  struct Unfit: Error, Equatable {
    let reason: Reason

    init(_ reason: Reason) { self.reason = reason }
  }

  /// The detector that a past of so many stretches bears, and how many of them it looks at.
  private func detector(past: Int) -> (Method, any Detector, base: Int)? {
    let years = (past - step.window) / step.year
    if years >= 2 {
      // A little past is left over, so that the stretches before can be judged too.
      let spare = (past - step.window - Self.longestRun) / step.year
      let cycles = min(Self.mostYears, max(2, spare))
      let settings = try? FarringtonSettings(
        period: step.year, cycles: cycles, halfWindow: step.window, alpha: Self.boundChance,
        leastEvents: 0)
      let farrington = settings.flatMap { try? FlexibleFarrington($0, seasons: step.seasons) }
      return farrington.map { (.farrington, $0, min(past, $0.history)) }
    }
    // Seven months would take a season for a rise; seven weeks hardly do.
    guard step == .week,
      let ears = try? EARS(.c2, alpha: Self.boundChance, leastDeviation: 1), past >= ears.history
    else { return nil }
    return (.ears, ears, ears.history)
  }
}
