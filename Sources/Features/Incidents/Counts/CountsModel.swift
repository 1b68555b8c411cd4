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

/// A question with where its answer comes from.
struct CountsQuestion: Equatable {
  let query: CountQuery
  /// The edition of wards, where one is counted by.
  let edition: AreaEdition?
  let latest: SourceFacts
  let today: Day

  /// The months counted, both ends included.
  var months: ClosedRange<Month> {
    let last = query.to ?? latest.month
    return min(query.from ?? last, last)...last
  }

  /// The months in words.
  var monthWords: String {
    months.count == 1
      ? months.lowerBound.words : "\(months.lowerBound.words) to \(months.upperBound.words)"
  }

  /// Whose incidents are counted, in words.
  var areaWords: String {
    guard let area = query.area else { return "Every force" }
    return edition == nil ? area.words : area.forces.joined(separator: ", ")
  }

  /// What is counted, in words.
  var kindWords: String { query.category ?? "Crime and anti-social behaviour" }

  /// Whether incidents without a place stand in no row of the answer.
  var leavesOutUnlocated: Bool {
    edition != nil || query.by.contains(.lsoa) || query.area?.lsoas.isEmpty == false
  }

  /// The source's lag behind today.
  var lag: SourceLag { SourceLag(of: latest.month, on: today) }
}

/// A question's answer, as far as one page shows it.
struct CountsAnswer {
  let question: CountsQuestion
  let size: CountSize
  let unlocated: Int
  /// Incidents on no ward; `nil` where the answer is not by ward.
  let outside: Int?
  let imported: ImportedMonths
  /// The rows of the page.
  let lines: [CountsLine]
  let page: Int
  let chart: CountsChart

  /// Rows shown on one page.
  static let onPage = 50

  /// How many pages so many rows take.
  static func pages(_ rows: Int) -> Int { IncidentHandlers.pages(rows, of: onPage) }

  /// Of the incidents with a place, those on no ward, in per cent.
  var outsidePercent: Double? {
    guard let outside, size.incidents + outside > 0 else { return nil }
    return 100 * Double(outside) / Double(size.incidents + outside)
  }
}

/// One row: the values of the dimensions in the order asked, the count and what comes of it.
struct CountsLine: Equatable {
  let values: [String]
  let count: Int
  /// The ward's name; `nil` where the answer is not by ward.
  let wardName: String?
  /// `nil` where the answer is not by ward.
  let rate: WardRate?
}

/// What is drawn above the table.
enum CountsChart: Equatable {
  /// All incidents of each month; `nil` where it was not imported.
  case months([MonthCount])
  /// The largest values of the first dimension.
  case largest([LargestCount])

  /// Bars drawn at most.
  static let mostBars = 12

  struct MonthCount: Equatable {
    let month: Month
    let count: Int?
  }

  struct LargestCount: Equatable {
    let words: String
    let count: Int
  }
}
