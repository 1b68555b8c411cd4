/// By what the subjects of orders are compared.
enum EqualityDimension: String, CaseIterable, Codable, Sendable {
  case age
  case sex
  case ethnicity
  case ward

  var title: String {
    switch self {
    case .age: "Age"
    case .sex: "Sex"
    case .ethnicity: "Ethnic group"
    case .ward: "Ward they live in"
    }
  }

  /// Whether it is told apart who says so.
  var hasSource: Bool { self == .sex || self == .ethnicity }

  /// The group of those of whom it is not known.
  static let unknown = "unknown"

  /// The groups that do not depend on the partnership, by key and title.
  var groups: [(key: String, title: String)] {
    switch self {
    case .age: AgeBand.allCases.map { ($0.rawValue, $0.title) }
    case .sex: EqualityFacts.Sex.allCases.map { ($0.rawValue, $0.title) }
    case .ethnicity: EqualityFacts.EthnicGroup.allCases.map { ($0.rawValue, $0.title) }
    case .ward: []
    }
  }
}

/// Bands of age, from the youngest age of criminal responsibility on.
enum AgeBand: String, CaseIterable, Sendable {
  case to17 = "10-17"
  case to24 = "18-24"
  case to34 = "25-34"
  case to49 = "35-49"
  case over = "50+"

  private static let firstYears: [(Int, AgeBand)] = [
    (50, .over), (35, .to49), (25, .to34), (18, .to24), (0, .to17),
  ]

  init(age: Int) {
    self = Self.firstYears.first { age >= $0.0 }?.1 ?? .to17
  }

  var title: String {
    self == .over ? "50 and over" : rawValue.split(separator: "-").joined(separator: " to ")
  }
}

extension EqualityFacts {
  /// The group somebody is in, and how it is known where that is told apart.
  func group(_ dimension: EqualityDimension) -> (key: String, source: Source?) {
    switch dimension {
    case .age: (age.map { AgeBand(age: $0).rawValue } ?? EqualityDimension.unknown, nil)
    case .sex: (sex?.rawValue ?? EqualityDimension.unknown, sex == nil ? nil : sexSource)
    case .ethnicity:
      (
        ethnicity?.rawValue ?? EqualityDimension.unknown, ethnicity == nil ? nil : ethnicitySource
      )
    case .ward: (ward.isEmpty ? EqualityDimension.unknown : ward, nil)
    }
  }
}
