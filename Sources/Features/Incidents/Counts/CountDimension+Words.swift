extension CountDimension {
  /// The head of its column, and its name in the list.
  var title: String {
    switch self {
    case .month: "Month"
    case .category: "Kind"
    case .ward: "Ward"
    case .lsoa: "LSOA"
    case .force: "Force"
    }
  }

  /// Its name within a sentence.
  var words: String { self == .lsoa ? title : title.lowercased() }
}
