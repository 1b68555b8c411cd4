internal import Kernel
internal import Statistics

/// One month's reports by ward as the public is shown them: small counts hidden, and never changed
/// again, so that nothing can be told from two versions of it.
struct ReportMonth: Equatable, Sendable {
  let month: Month
  /// The edition of the wards.
  let edition: Int
  /// The counts by the code of the ward; `nil` where one is hidden.
  let wards: [String: Int?]
  /// The reports of all the wards; `nil` where it would give one away.
  let total: Int?

  /// Counts of 1 to 4 are hidden, and others where the total would give one away.
  init(_ month: Month, edition: Int, counts: [String: Int]) {
    let codes = counts.keys.sorted()
    let shown = Suppression().applied(to: codes.map { counts[$0] ?? 0 })
    self.init(
      month, edition: edition,
      wards: Dictionary(uniqueKeysWithValues: zip(codes, shown.rows)), total: shown.total)
  }

  init(_ month: Month, edition: Int, wards: [String: Int?], total: Int?) {
    (self.month, self.edition, self.wards, self.total) = (month, edition, wards, total)
  }
}
