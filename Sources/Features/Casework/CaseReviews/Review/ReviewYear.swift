internal import Database
internal import Kernel

/// What section 104(9) asks to be published of a year: four counts, none of them held back.
struct ReviewYear: Equatable, Sendable {
  let year: FinancialYear
  let applications: Int
  let notMet: Int
  let held: Int
  let withRecommendations: Int

  /// The most years shown.
  private static let most = 6

  /// The years that have applications, the latest first, up to that of a day.
  static func all(through day: Day, _ read: Read) throws -> [ReviewYear] {
    let last = day.month.financialYear
    return try (0..<most).compactMap { ago in
      let year = last.adding(years: -ago)
      let found = try read.first(query(year)) { row in
        ReviewYear(
          year: year, applications: try row.int(), notMet: try row.int(), held: try row.int(),
          withRecommendations: try row.int())
      }
      return found.flatMap { $0.applications > 0 ? $0 : nil }
    }
  }

  static func query(_ year: FinancialYear) -> SQL {
    """
    SELECT COUNT(*), COUNT(CASE WHEN v.decision = 'no-review' THEN 1 END), COUNT(v.held_on),
      COUNT(CASE WHEN v.held_on IS NOT NULL AND EXISTS (
        SELECT 1 FROM case_review_recommendation n WHERE n.request = v.request) THEN 1 END)
    FROM case_review v
    WHERE v.applied_on >= \(year.firstMonth.firstDay) AND v.applied_on <= \(year.lastMonth.lastDay)
    """
  }
}
