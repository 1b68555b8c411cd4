internal import Partnership

/// What a count is broken down by.
enum CountDimension: String, CaseIterable, Sendable {
  case month, week, weekday, hour, category, outcome
  case ward, lsoa, msoa, neighbourhood, borough, hotspot
  case force, source

  /// The kind of area it is; `nil` where it says something else than where.
  var areaKind: AreaKind? { AreaKind(rawValue: rawValue) }

  /// What a source must bear for it; `nil` where every source does.
  var analysis: Analysis? {
    switch self {
    case .week, .weekday: .days
    case .hour: .hours
    case .month, .category, .outcome, .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot,
      .force, .source:
      nil
    }
  }

  /// Whether it says when.
  var isTime: Bool {
    switch self {
    case .month, .week, .weekday, .hour: true
    case .category, .outcome, .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot, .force,
      .source:
      false
    }
  }

  /// The dimension of a kind of area.
  init(_ kind: AreaKind) {
    self =
      switch kind {
      case .borough: .borough
      case .ward: .ward
      case .lsoa: .lsoa
      case .msoa: .msoa
      case .neighbourhood: .neighbourhood
      case .hotspot: .hotspot
      }
  }
}
