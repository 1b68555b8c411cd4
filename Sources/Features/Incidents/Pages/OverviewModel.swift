internal import Design
internal import HTTP
internal import Kernel

/// What the page of incidents shows.
struct OverviewModel {
  let filter: IncidentFilter
  let state: FormState
  let forces: [String]
  let categories: [String]
  /// The forces counted, in words; empty where no area is set.
  let areaWords: String
  /// Earliest first, without gaps.
  let lines: [MonthLine]
  /// The kinds of the latest month, as the source orders them.
  let kinds: [KindLine]
  let latest: SourceFacts?
  let today: Day
  let mayImport: Bool
  let maySeePublicLog: Bool

  /// Months shown on one page of the table.
  static let monthsOnPage = 12

  /// How many pages the table has.
  var pages: Int { max(1, (lines.count + Self.monthsOnPage - 1) / Self.monthsOnPage) }

  /// The months of the page, latest first.
  var pageLines: [MonthLine] {
    let first = (min(filter.page, pages) - 1) * Self.monthsOnPage
    return Array(lines.reversed().dropFirst(first).prefix(Self.monthsOnPage))
  }
}

/// One month's counts; anti-social behaviour stands apart from crime.
struct MonthLine: Equatable {
  let month: Month
  /// `nil` where the month was not imported.
  let antisocial: Int?
  let crime: Int?
  let chosen: Int?
}

/// One kind of incident in the latest month, beside the month before and the year before.
struct KindLine: Equatable {
  let category: String
  let count: Int
  let monthBefore: Int?
  let yearBefore: Int?
  /// What can be said of the count beside that of the year before.
  let trend: TrendBasis
}

/// The latest month and where it comes from.
struct SourceFacts: Equatable {
  let month: Month
  let asOf: Day
  let files: [String]
  let unlocated: Int
  /// The last day it covers, of a source that tells days.
  var lastDay: Day?

  /// The file's name, or how many there are.
  var fileWords: String { files.count == 1 ? files[0] : "\(files.count) files" }
}
