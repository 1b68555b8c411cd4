internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the page of a source shows.
struct SourceModel {
  static let monthsOnPage = 12
  /// Months whose hours and categories are counted together.
  static let recent = 12

  let saved: SavedMapping
  let facts: ExtractFacts.Summary
  /// Earliest first, without those that are missing.
  let months: [ExtractCounts.MonthLine]
  /// The latest months, for hours and categories; `nil` where there is nothing.
  let recent: ClosedRange<Month>?
  let hours: [Double]
  let categories: [(category: String, count: Int)]
  let versions: [SavedMapping]
  let runs: [ImportRecord]
  let page: Int
  let today: Day
  let csrf: String
  let state: FormState
  let mayImport: Bool
  let maySave: Bool

  init(
    _ saved: SavedMapping, page: Int, _ visit: StaffVisit, _ refusal: Refusal?, _ read: Read
  ) throws {
    self.saved = saved
    facts = try ExtractFacts.summary(of: saved.id, read)
    months = try ExtractCounts.months(of: saved.id, read)
    let recent = facts.months.map {
      max($0.lowerBound, $0.upperBound.adding(months: 1 - Self.recent))...$0.upperBound
    }
    self.recent = recent
    let hasHours = saved.mapping.precision.refusal(of: .hours) == nil
    hours = try recent.map { hasHours ? try ExtractCounts.hours(of: saved.id, $0, read) : [] } ?? []
    categories = try recent.map { try ExtractCounts.categories(of: saved.id, $0, read) } ?? []
    versions = try MappingStore.versions(of: saved.id, read)
    runs = try RunStore.latest(of: saved.mapping.key, read)
    today = London.day(visit.now)
    csrf = visit.frame.csrf
    state = FormState(refusal: refusal)
    mayImport = IncidentPolicy.may(.importFiles, visit.actor)
    maySave = IncidentPolicy.may(.saveMappings, visit.actor)
    self.page = min(page, max(1, IncidentHandlers.pages(months.count, of: Self.monthsOnPage)))
  }

  var pages: Int { IncidentHandlers.pages(months.count, of: Self.monthsOnPage) }

  /// How far it reaches into its latest month; `nil` for a source of months.
  var soFar: SoFar? {
    saved.mapping.time == .month ? nil : facts.lastDay.map(SoFar.init)
  }

  /// The months of the page, latest first.
  var pageMonths: [ExtractCounts.MonthLine] {
    Array(months.reversed().dropFirst((page - 1) * Self.monthsOnPage).prefix(Self.monthsOnPage))
  }

  /// Every month from the first to the last with its count; `nil` where it is missing.
  var line: [(month: Month, count: Int?)] {
    guard let span = facts.months else { return [] }
    let counts = Dictionary(months.map { ($0.month, $0.stored) }) { first, _ in first }
    return span.map { ($0, counts[$0]) }
  }
}
