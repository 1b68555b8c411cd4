internal import Database
internal import Kernel

/// What section 104(9) asks to be published of a year: four counts, none of them held back.
///
/// A review that an appeal opened counts as held, and its first decision as a threshold that was not met.
struct ReviewYear: Equatable, Sendable {
  let year: FinancialYear
  let applications: Int
  let notMet: Int
  let held: Int
  let withRecommendations: Int

  /// The most years: more than the Act is old.
  private static let most = 100

  /// Every year from that of the first application to that of a day, the latest first; one without
  /// any has noughts, and before the first application the present year alone.
  static func all(through day: Day, _ read: Read) throws -> [ReviewYear] {
    let last = day.month.financialYear
    let first: Day? = try read.first(firstQuery) { row in try row.parsed() }
    var years: [ReviewYear] = []
    for ago in 0..<most {
      let year = last.adding(years: -ago)
      let found = try read.first(query(year)) { row in
        ReviewYear(
          year: year, applications: try row.int(), notMet: try row.int(), held: try row.int(),
          withRecommendations: try row.int())
      }
      if let found { years.append(found) }
      guard let first, first < year.firstMonth.firstDay else { break }
    }
    return years
  }

  static let firstQuery: SQL =
    "SELECT applied_on FROM case_review ORDER BY applied_on, request LIMIT 1"

  static func query(_ year: FinancialYear) -> SQL {
    """
    SELECT COUNT(*), COUNT(CASE WHEN v.decision = 'no-review' OR v.reopened_on IS NOT NULL THEN 1 END),
      COUNT(v.held_on),
      COUNT(CASE WHEN v.held_on IS NOT NULL AND EXISTS (
        SELECT 1 FROM case_review_recommendation n WHERE n.request = v.request) THEN 1 END)
    FROM case_review v
    WHERE v.applied_on >= \(year.firstMonth.firstDay) AND v.applied_on <= \(year.lastMonth.lastDay)
    """
  }
}
