internal import Kernel

/// What a count is broken down by.
enum CountDimension: String, CaseIterable, Sendable {
  case month, category, ward, lsoa, force
}

/// A question to the cube: how many incidents, by what, of which months and category.
struct CountQuery: Equatable, Sendable {
  var by: [CountDimension]
  /// The first month; every month from the first where `nil`.
  var from: Month?
  /// The last month, which is included.
  var to: Month?
  /// A category in the source's words.
  var category: String?
  /// The forces that reported, and the LSOAs, where only some count.
  var area: IncidentArea?
  /// Whether only crime counts, or only anti-social behaviour; both where `nil`.
  var isCrime: Bool?
  /// How the rows are ordered.
  var order = CountOrder.values
  /// The rows handed over, counted from 0; all of them where `nil`.
  var window: Range<Int>?

  init(by: [CountDimension], from: Month? = nil, to: Month? = nil, category: String? = nil) {
    self.by = by
    self.from = from
    self.to = to
    self.category = category
  }
}

/// How the rows of an answer are ordered.
enum CountOrder: String, Sendable {
  /// By the dimensions, in the order asked.
  case values
  /// The largest counts first.
  case most
}

/// How long an answer is.
struct CountSize: Equatable, Sendable {
  let rows: Int
  /// The incidents of all its rows.
  let incidents: Int
}

/// One line of the answer: the values of the dimensions in the order asked, and the count.
struct CountRow: Equatable, Sendable {
  let values: [String]
  let count: Int
}
