extension CountDimension {
  /// The head of its column, and its name in the list.
  var title: String {
    switch self {
    case .month: "Month"
    case .week: "Week"
    case .weekday: "Day of the week"
    case .hour: "Hour of the day"
    case .category: "Kind"
    case .outcome: "Outcome"
    case .ward: "Ward"
    case .lsoa: "LSOA"
    case .msoa: "MSOA"
    case .neighbourhood: "Neighbourhood"
    case .borough: "Borough"
    case .hotspot: "Named hotspot"
    case .force: "Force"
    case .source: "Source"
    }
  }

  /// Its name within a sentence.
  var words: String {
    switch self {
    case .lsoa, .msoa: title
    case .month, .week, .weekday, .hour, .category, .outcome, .ward, .neighbourhood, .borough,
      .hotspot, .force, .source:
      title.lowercased()
    }
  }

  /// Several of it within a sentence.
  var plural: String { "\(words)s" }
}
