/// A column of a file of events.
enum EventColumn: String, CaseIterable, Sendable {
  case x, y, date

  /// The headings it is known by where none is named.
  var known: [String] {
    switch self {
    case .x: ["x", "easting", "eastings"]
    case .y: ["y", "northing", "northings"]
    case .date: ["date"]
    }
  }

  /// The option that names it.
  var option: String { "--\(rawValue)" }

  /// Headings of places that are not metres.
  static let degrees: Set = ["longitude", "latitude", "lon", "lat", "long", "lng"]

  /// A value as it is compared: small letters, no spaces around it.
  static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
