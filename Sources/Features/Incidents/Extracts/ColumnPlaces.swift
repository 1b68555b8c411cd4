internal import Kernel

/// Where in a row the columns of a mapping stand.
struct ColumnPlaces: Equatable, Sendable {
  private var places: [Mapping.Role: [Int]] = [:]
  /// The columns of the months, in a table of months.
  private(set) var months: [(place: Int, month: Month)] = []
  /// How many values a row needs.
  private(set) var width = 0
  /// The headings as the file writes them.
  let headings: [String]

  static func == (left: ColumnPlaces, right: ColumnPlaces) -> Bool {
    left.places == right.places && left.width == right.width
      && left.months.map(\.month) == right.months.map(\.month)
  }

  /// The places of a role's columns.
  subscript(_ role: Mapping.Role) -> [Int] { places[role] ?? [] }

  /// The heading of a role's first column, for messages.
  func heading(_ role: Mapping.Role) -> String {
    self[role].first.map { headings[$0] } ?? role.title
  }

  /// Finds the columns by their headings, whose case and outer spaces do not matter.
  ///
  /// - Throws: ``HeadingFault`` where one is missing or there twice.
  init(_ mapping: Mapping, in headings: [String]) throws(HeadingFault) {
    self.headings = headings
    let names = headings.map(Self.plain)
    for role in Mapping.Role.allCases {
      var found: [Int] = []
      for heading in mapping[role] {
        let matches = names.indices.filter { names[$0] == Self.plain(heading) }
        guard let place = matches.first else { throw .missing(heading) }
        guard matches.count == 1 else { throw .twice(heading) }
        found.append(place)
      }
      places[role] = found
    }
    if mapping.rows == .months {
      months = Self.months(headings, TimeFormat(mapping.dates))
      if months.isEmpty { throw .noMonths(mapping.dates) }
      if Set(months.map(\.month)).count < months.count { throw .monthTwice }
    }
    // The columns of what may be missing at the end of a short line are not needed.
    let needed =
      places.filter { $0.key != .outcome && $0.key != .location }.values.joined()
      + months.map(\.place)
    width = (needed.max() ?? -1) + 1
  }

  private static func months(
    _ headings: [String], _ format: TimeFormat?
  ) -> [(place: Int, month: Month)] {
    headings.enumerated().compactMap { place, heading in
      let written = Array(heading.utf8).withUnsafeBytes { format?.read($0) }
      guard let written, let month = Month(year: written.year, month: written.month) else {
        return nil
      }
      return (place, month)
    }
  }

  private static func plain(_ heading: String) -> String {
    heading.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

/// Why a line is not that of the headings.
enum HeadingFault: Error, Equatable {
  case missing(String)
  case twice(String)
  case noMonths(String)
  case monthTwice

  var words: String {
    switch self {
    case .missing(let heading): "there is no column “\(heading)”"
    case .twice(let heading): "there are two columns “\(heading)”"
    case .noMonths(let format): "no column is a month written \(format)"
    case .monthTwice: "two columns are the same month"
    }
  }
}
