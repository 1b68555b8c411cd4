import Kernel
import Statistics

/// Which figures about people the public is not shown, since they are 1 to 4 or would give one
/// away.
///
/// A quarter is hidden where it is small, or a month of it can be told. A longer run is hidden
/// where any of its quarters is, since the others are published in issues of their own and what
/// has been published cannot be hidden after.
struct SmallCounts: Sendable {
  /// What is said in place of a hidden figure.
  static let words = "1 to 4 people, or would give such a number away: not shown"

  private let series: Series
  private let kind: FigureKind
  private let countsPeople: Bool

  init(unit: String, series: Series, kind: FigureKind) {
    self.series = series
    self.kind = kind
    countsPeople = SmallCounts.countsPeople(unit)
  }

  /// Whether a unit is one of people: their small numbers are hidden.
  static func countsPeople(_ unit: String) -> Bool {
    let words = unit.lowercased().split { !$0.isLetter }
    return words.contains { people.contains(String($0)) }
  }

  private static let people: Set<String> = [
    "person", "people", "victim", "victims", "offender", "offenders", "suspect", "suspects",
    "child", "children", "adult", "adults", "caller", "callers", "client", "clients", "resident",
    "residents", "patient", "patients", "perpetrator", "perpetrators", "recipient", "recipients",
    "defendant", "defendants", "respondent", "respondents", "survivor", "survivors", "pupil",
    "pupils",
  ]

  /// Whether the figure of a run of months is hidden.
  func hides(_ months: ClosedRange<Month>) -> Bool {
    guard countsPeople else { return false }
    if let amount = series.amount(over: months), isSmall(amount) { return true }
    guard kind == .count else { return parts(of: months).contains(where: isSmall) }
    let counts = parts(of: months).compactMap(\.value.whole)
    guard months.count > 3, counts.count > 1, counts.allSatisfy({ $0 >= 0 }) else { return false }
    return !Suppression().applied(to: counts).log.isEmpty
  }

  /// The figures of the quarters of a run, or of the run itself where it is no longer than one.
  private func parts(of months: ClosedRange<Month>) -> [Amount] {
    let quarters = months.filter { $0 == $0.quarter.firstMonth }.map(\.quarter)
    return quarters.filter { months.contains($0.lastMonth) }.compactMap {
      series.amount(over: $0.months)
    }
  }

  /// Whether a figure is itself small, or is a share of few, or of all but few.
  private func isSmall(_ amount: Amount) -> Bool {
    guard kind != .count else { return amount.value.whole.map(isSmall) ?? false }
    let counted = amount.numerator?.whole
    let base = amount.denominator?.whole
    let rest = counted.flatMap { counted in base.map { $0 - counted } }
    return [counted, base, kind == .percentage ? rest : nil].contains {
      $0.map(isSmall) ?? false
    }
  }

  private func isSmall(_ count: Int) -> Bool { !Suppression().applied(to: [count]).log.isEmpty }
}
