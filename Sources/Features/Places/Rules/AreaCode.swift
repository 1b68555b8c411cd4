internal import Partnership

/// The nine-character codes of the Government Statistical Service, such as `E05000573`.
enum AreaCode {
  /// The longest code that is kept.
  static let longest = 40

  /// Whether a text is a letter of a country followed by eight digits.
  static func isOfficial(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 9 && "EWSNKJ".utf8.contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// The kinds a code can be of; all of them where its first three characters say nothing.
  static func kinds(of code: String) -> [AreaKind] {
    guard isOfficial(code) else { return AreaKind.allCases }
    return switch code.prefix(3) {
    case "E01", "W01", "S01", "N20": [.lsoa]
    case "E02", "W02", "S02", "N21": [.msoa]
    case "E05", "W05", "S13", "N08": [.ward]
    case "E06", "E07", "E08", "E09", "W06", "S12", "N09": [.borough]
    default: AreaKind.allCases
    }
  }
}
