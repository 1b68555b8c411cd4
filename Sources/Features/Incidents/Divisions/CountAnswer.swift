internal import Database
internal import Kernel
internal import Partnership

/// The answer to a question, from the source's own words or from an edition of areas.
struct CountAnswer {
  let unlocated: Int
  /// Incidents whose point lies on none of the areas; `nil` where the answer is not by areas, or of
  /// one alone.
  let outside: Int?
  /// The areas counted by, by code; none where the answer is not by areas.
  let areas: [Area]
  private let query: CountQuery
  private let division: Division?

  /// An answer; throws ``NotCounted`` where the areas it is by are not counted yet.
  init(_ query: CountQuery, _ directory: AreaDirectory, _ read: Read) throws {
    self.query = query
    division = try query.parting.map { parting in
      let stamp = query.edition?.stamp ?? 0
      guard let found = try DivisionStore.counted(parting, stamp: stamp, of: query.source, read)
      else {
        throw NotCounted(parting: parting)
      }
      return found
    }
    areas = try query.edition.map { try directory.areas($0.kind, $0.year, read) } ?? []
    let sql = Self.statements(query, division, areas)
    unlocated = try read.count(sql.unlocated)
    outside = try sql.outside.map { try read.count($0) }
  }

  /// How long the answer is, in full.
  func size(_ read: Read) throws -> CountSize {
    try CubeStore.size(Self.statements(query, division, areas), in: read)
  }

  /// The rows of an answer that is known to be short, broken down or ordered otherwise.
  func rows(_ change: (inout CountQuery) -> Void, _ read: Read) throws -> [CountRow] {
    var other = query
    change(&other)
    var rows: [CountRow] = []
    try each(other, read) { rows.append($0) }
    return rows
  }

  /// Hands over the rows in the order of the question's dimensions.
  func each(_ read: Read, _ body: (CountRow) throws -> Void) throws {
    try each(query, read, body)
  }

  private func each(
    _ query: CountQuery, _ read: Read, _ body: (CountRow) throws -> Void
  ) throws {
    let isBySource = query.by.allSatisfy { $0 == .source }
    try read.each(Self.statements(query, division, areas).rows) { row in
      let values = try query.by.map { try value(of: $0, query, &row) }
      let count = try row.optionalInt() ?? 0
      // A sum over nothing is one row of nothing: by source there is then no answer.
      if isBySource, !query.by.isEmpty, count == 0 { return }
      try body(CountRow(values: values, count: count))
    }
  }

  private func value(
    of dimension: CountDimension, _ query: CountQuery, _ row: inout Row
  ) throws -> String {
    switch dimension {
    case .source: return query.source.key
    case .week, .weekday, .hour: return CountPeriod.value(try row.int(), of: dimension)
    case .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot:
      guard query.edition != nil else { return try row.text() }
      let number = try row.int()
      return areas.indices.contains(number - 1) ? areas[number - 1].code : ""
    case .month, .category, .outcome, .force: return try row.text()
    }
  }

  private static func statements(
    _ query: CountQuery, _ division: Division?, _ areas: [Area]
  ) -> any CountStatements {
    let only = query.only.map { only in
      // An area that is gone has no number, and nothing is counted for it.
      areas.firstIndex { $0.code == only.code }.map { $0 + 1 } ?? Int(Int32.max)
    }
    return query.source.mapping.map { PartSQL(query, $0, division, only: only) }
      ?? CubeSQL(query, division, only: only)
  }
}

/// What is asked by is not counted yet, or areas were added or taken away meanwhile.
struct NotCounted: Problem {
  let parting: Parting

  var message: String {
    "Not every month is counted by these areas yet. They are being counted: ask again in a minute."
  }
  var status: Int { 409 }
}
