internal import Kernel
internal import Partnership

/// A question to the cube: how many incidents, by what, and of which.
struct CountQuery: Equatable, Sendable {
  var source = CountSource.policeUK
  var by: [CountDimension]
  /// The first month; every month from the first where `nil`.
  var from: Month?
  /// The last month, which is included.
  var to: Month?
  /// A category in the source's words.
  var category: String?
  /// What became of it, in the source's words, the empty word for nothing recorded; every outcome
  /// where `nil`.
  var outcome: String?
  /// The edition of areas counted by or asked for; by LSOA without one, the codes the source gives.
  var edition: AreaEdition?
  /// The only area that counts, one of the edition.
  var only: Area?
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

  /// Whether outcomes matter to the answer.
  var tellsOutcomes: Bool { outcome != nil || by.contains(.outcome) }

  /// Whether kinds matter to the answer.
  var tellsKinds: Bool { category != nil || isCrime != nil || by.contains(.category) }

  /// What places are parted by for the answer; `nil` where it is by no area.
  var parting: Parting? {
    if let edition { return Parting(edition) }
    guard source.mapping == nil else { return nil }
    let needsCodes = by.contains(.lsoa) || area?.lsoas.isEmpty == false
    return needsCodes && tellsOutcomes ? .codes : nil
  }

  /// Whether the answer reads the source's own LSOA codes.
  var readsCodes: Bool {
    source.mapping == nil && edition == nil
      && (by.contains(.lsoa) || area?.lsoas.isEmpty == false)
  }

  /// Whether the answer shares intervals of time out over hours.
  var isByHours: Bool { by.contains(.hour) || by.contains(.weekday) }
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
