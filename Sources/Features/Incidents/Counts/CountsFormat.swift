/// The files a count is saved as.
enum CountsFormat: String, CaseIterable, Sendable {
  case csv, xlsx, geojson, svg, png

  /// The most rows a file is made of: more would not open, or not fit in memory.
  var mostRows: Int {
    switch self {
    case .csv: 250_000
    case .xlsx, .geojson: 50_000
    // A chart is drawn of the largest alone.
    case .svg, .png: .max
    }
  }

  /// The last part of the file's path.
  var fileName: String { "counts.\(rawValue)" }

  init?(fileName: String) {
    guard let format = Self.allCases.first(where: { $0.fileName == fileName }) else { return nil }
    self = format
  }

  /// What the link to it says.
  var title: String {
    switch self {
    case .csv: "Table (CSV)"
    case .xlsx: "Spreadsheet (XLSX)"
    case .geojson: "Map of the areas (GeoJSON)"
    case .svg: "Chart (SVG)"
    case .png: "Chart as a picture (PNG)"
    }
  }

  /// Its media type.
  var type: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .geojson: "application/geo+json"
    case .svg: "image/svg+xml"
    case .png: "image/png"
    }
  }
}
