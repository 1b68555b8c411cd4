/// The twelve columns of a data.police.uk street file, in the order of the file.
enum StreetColumn: Int, CaseIterable {
  case crimeID, month, reportedBy, fallsWithin, longitude, latitude, location, lsoaCode, lsoaName
  case crimeType, outcome, context

  /// The column's heading, as the source writes it.
  var heading: String {
    switch self {
    case .crimeID: "Crime ID"
    case .month: "Month"
    case .reportedBy: "Reported by"
    case .fallsWithin: "Falls within"
    case .longitude: "Longitude"
    case .latitude: "Latitude"
    case .location: "Location"
    case .lsoaCode: "LSOA code"
    case .lsoaName: "LSOA name"
    case .crimeType: "Crime type"
    case .outcome: "Last outcome category"
    case .context: "Context"
    }
  }
}

/// Why the first line of a file is not that of a street file.
struct HeaderFault: Equatable {
  /// The column, counted from 1.
  let column: Int
  /// What was expected, what was found, and what kind of file it may be.
  let message: String

  /// The fault of a file with nothing in it.
  static let empty = HeaderFault(
    column: 1, message: "expected “\(StreetColumn.crimeID.heading)”, found an empty file")

  /// Checks the fields of a first line; `nil` where they are the twelve headings in order.
  static func check(_ fields: [String]) -> HeaderFault? {
    for column in StreetColumn.allCases {
      let position = column.rawValue
      guard position < fields.count else {
        return HeaderFault(
          column: position + 1,
          message: "expected “\(column.heading)”, found the end of the line\(hint(fields))")
      }
      guard fields[position] != column.heading else { continue }
      return HeaderFault(
        column: position + 1,
        message: "expected “\(column.heading)”, found \(shown(fields[position]))\(hint(fields))")
    }
    guard fields.count > StreetColumn.allCases.count else { return nil }
    let next = StreetColumn.allCases.count
    return HeaderFault(
      column: next + 1, message: "expected the end of the line, found \(shown(fields[next]))")
  }

  private static func shown(_ field: String) -> String {
    guard !field.isEmpty else { return "nothing" }
    let printable = field.unicodeScalars.allSatisfy {
      $0.value >= 32 && $0.value != 127 && $0 != "\u{FFFD}"
    }
    guard printable else { return "bytes that are not text" }
    return field.count > 60 ? "“\(field.prefix(60))…”" : "“\(field)”"
  }

  private static func hint(_ fields: [String]) -> String {
    let line = fields.joined(separator: ",")
    if fields.contains("Easting") || fields.contains("Northing") {
      return "; this is the format of 2012, which is not read"
    }
    if fields.count == 1 && line.contains(";") { return "; the fields are parted by semicolons" }
    if fields.count == 1 && line.contains("\t") { return "; the fields are parted by tabs" }
    return ""
  }
}
