internal import Kernel

/// What one month of one force looks like as data, before anybody reads a trend from it.
struct MonthQuality: Equatable, Sendable {
  let force: String
  let month: Month
  /// Rows kept.
  let stored: Int
  /// Rows that name no LSOA.
  let unlocated: Int
  /// Rows left out because their id had come before in the month.
  let repeated: Int
  /// Of those, the ones that said something else than the first.
  let disagreements: Int
  /// Rows without an id that say exactly what another says; they are kept.
  let identical: Int
  /// Rows whose place is “On or near” and no street.
  let unnamed: Int
  /// Rows by the district their LSOA's name begins with.
  let districts: [District]
  /// How the LSOA codes fit the boundaries imported, the latest edition first.
  var fits: [CodeFit] = []
  /// The last day there is of it, where it is not over.
  var reachesTo: Day?

  /// A district and its rows.
  struct District: Equatable, Sendable {
    let name: String
    let count: Int
  }
}
