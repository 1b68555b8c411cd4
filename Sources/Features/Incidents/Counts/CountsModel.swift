internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the page of counts shows.
struct CountsModel {
  let filter: CountsFilter
  let state: FormState
  /// `nil` where nothing has been imported.
  let choices: CountsChoices?
  /// `nil` where the question was refused.
  let answer: CountsAnswer?
}

/// A question's answer, as far as one page shows it.
struct CountsAnswer {
  let question: CountsQuestion
  let size: CountSize
  let unlocated: Int
  /// Incidents on none of the areas; `nil` where the answer is not by areas, or of one alone.
  let outside: Int?
  let imported: ImportedMonths
  /// How the source's own codes fit the boundaries, where they are counted by.
  var fits: [CodeFit] = []
  /// Changes of recording within the months counted.
  var breaks: [RecordingBreak] = []
  /// The rows of the page.
  let lines: [CountsLine]
  let page: Int
  let chart: CountsChart

  /// Rows shown on one page.
  static let onPage = 50

  /// More than this outside every area, and the boundaries do not cover what is counted.
  static let mostlyOutsidePercent = 50.0

  /// How many pages so many rows take.
  static func pages(_ rows: Int) -> Int { IncidentHandlers.pages(rows, of: onPage) }

  /// Of the incidents with a place, those on no area, in per cent.
  var outsidePercent: Double? {
    guard let outside, size.incidents + outside > 0 else { return nil }
    return 100 * Double(outside) / Double(size.incidents + outside)
  }
}

/// One row: the values of the dimensions in the order asked, the count and what comes of it.
struct CountsLine: Equatable {
  let values: [String]
  let count: Int
  /// The area's name; `nil` where the answer is not by areas.
  let areaName: String?
  /// `nil` where the answer is neither by areas nor of one.
  let rate: AreaRate?
}

/// What is drawn above the table.
enum CountsChart: Equatable {
  /// All incidents of each month; `nil` where it was not imported.
  case months([MonthCount])
  /// All incidents of each week.
  case weeks([WeekCount])
  /// The values of the first dimension in their own order.
  case ordered([Value])
  /// The largest values of the first dimension.
  case largest([Value])

  /// Bars drawn at most.
  static let mostBars = 12

  struct MonthCount: Equatable {
    let month: Month
    let count: Int?
  }

  struct WeekCount: Equatable {
    let monday: Day
    let count: Int
  }

  struct Value: Equatable {
    let words: String
    let count: Int
  }
}
