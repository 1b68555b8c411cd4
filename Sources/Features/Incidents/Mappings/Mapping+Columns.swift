extension Mapping {
  /// One thing a column may say, with the name of its key and field.
  enum Role: String, CaseIterable, Sendable {
    case reference, category, from, to, x, y, area, location, outcome

    /// What it is called on pages and in messages.
    var title: String {
      switch self {
      case .reference: "Reference"
      case .category: "Category"
      case .from: "Date, or from when"
      case .to: "Until when"
      case .x: "East, or longitude"
      case .y: "North, or latitude"
      case .area: "Area code"
      case .location: "Street or place"
      case .outcome: "Outcome"
      }
    }
  }

  /// The headings that say something, in order; none where the file does not say it.
  subscript(_ role: Role) -> [String] {
    get {
      switch role {
      case .category: columns.category
      case .from: columns.from
      case .to: columns.to
      case .reference: Self.list(columns.reference)
      case .x: Self.list(columns.x)
      case .y: Self.list(columns.y)
      case .area: Self.list(columns.area)
      case .location: Self.list(columns.location)
      case .outcome: Self.list(columns.outcome)
      }
    }
    set {
      let first = newValue.first ?? ""
      switch role {
      case .category: columns.category = newValue
      case .from: columns.from = newValue
      case .to: columns.to = newValue
      case .reference: columns.reference = first
      case .x: columns.x = first
      case .y: columns.y = first
      case .area: columns.area = first
      case .location: columns.location = first
      case .outcome: columns.outcome = first
      }
    }
  }

  /// Every heading that must be in a file.
  var headings: [String] { Role.allCases.flatMap { self[$0] } }

  /// Whether it says in which column times stand, or months.
  var saysWhen: Bool { rows == .months ? !dates.isEmpty : !columns.from.isEmpty }

  /// The same with the headings a file has, in its spelling; those it has not are left out.
  func fitted(to headings: [String]) -> Mapping {
    var fitted = self
    for role in Role.allCases {
      fitted[role] = self[role].compactMap { wanted in
        headings.first { $0.lowercased() == wanted.lowercased() }
      }
    }
    return fitted
  }

  private static func list(_ heading: String) -> [String] { heading.isEmpty ? [] : [heading] }
}
