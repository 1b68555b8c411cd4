internal import Database
internal import Design
internal import Kernel
internal import Partnership

/// How many were asked how satisfied they are, how many answered, and what.
struct SatisfactionFigures: Equatable, Sendable {
  var asked = 0
  /// Answers by how satisfied they are.
  var answers: [Satisfaction: Int] = [:]
  /// Of those who answered, how many say that it still goes on.
  var goingOn = 0

  var answered: Int { answers.values.reduce(0, +) }
  var satisfied: Int { answers.reduce(0) { $0 + ($1.key.isSatisfied ? $1.value : 0) } }

  mutating func add(_ other: SatisfactionFigures) {
    asked += other.asked
    goingOn += other.goingOn
    answers.merge(other.answers, uniquingKeysWith: +)
  }

  /// The figures of each month there are any of, by when the work ended; the earliest first.
  static func months(
    _ months: ClosedRange<Month>, _ read: Read
  ) throws -> [(month: Month, figures: SatisfactionFigures)] {
    var found: [Month: SatisfactionFigures] = [:]
    try read.each(query(months)) { row in
      let asked: Instant = try row.parsed()
      let satisfaction = try row.optionalInt().flatMap(Satisfaction.init(rawValue:))
      let goesOn: PlainAnswer? = try row.optionalChoice()
      var figures = SatisfactionFigures(asked: 1)
      if let satisfaction { figures.answers[satisfaction] = 1 }
      if goesOn == .yes || goesOn == .partly { figures.goingOn = 1 }
      found[London.day(asked).month, default: SatisfactionFigures()].add(figures)
    }
    return found.sorted { $0.key < $1.key }.map { (month: $0.key, figures: $0.value) }
  }

  /// Those of all the months together.
  static func total(_ months: ClosedRange<Month>, _ read: Read) throws -> SatisfactionFigures {
    try self.months(months, read).reduce(into: SatisfactionFigures()) { $0.add($1.figures) }
  }

  static func query(_ months: ClosedRange<Month>) -> SQL {
    let (from, until) = (months.lowerBound.firstDay, months.upperBound.lastDay.adding(days: 1))
    return """
      SELECT asked_at, satisfaction, goes_on FROM report_survey
      WHERE asked_at >= \(London.start(of: from)) AND asked_at < \(London.start(of: until))
      """
  }

  /// For indicators: of those who answered, how many are satisfied; `missing` are those who did not.
  static let measure = Measure(
    key: "casework.satisfaction", title: "Satisfied with how a report was dealt with",
    unit: "answer", provisional: false
  ) { read, period in
    let figures = try total(period.months, read)
    guard figures.answered > 0 else { return nil }
    return Measure.Value(
      numerator: Double(figures.satisfied), denominator: Double(figures.answered),
      missing: figures.asked - figures.answered, latest: period.lastMonth,
      source: "Asked when the work on a report ended: \(figures.responseWords)")
  }

  /// Such as "30 of 100 answered (30%)".
  var responseWords: String {
    guard asked > 0 else { return "nobody was asked" }
    return "\(answered) of \(asked) answered (\(Self.share(answered, of: asked)))"
  }

  /// Such as "23 of 25 (92%)"; `nil` where nobody answered.
  var satisfiedWords: String? {
    answered == 0 ? nil : "\(satisfied) of \(answered) (\(Self.share(satisfied, of: answered)))"
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    NumberText.percent(Double(part) * 100 / Double(whole))
  }
}
