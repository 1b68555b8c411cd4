internal import Database
internal import Geography
internal import Kernel

/// A street or a postcode that was found.
struct FoundPlace: Equatable, Sendable {
  enum Kind: String, Sendable {
    case street, postcode
  }

  let kind: Kind
  let name: String
  /// The locality of a street, the name of a postcode's ward or its code; may be empty.
  let detail: String
  /// The code of a postcode's ward as its file gives it; empty for a street.
  let ward: String
  let point: GridPoint
  /// Whole metres from the place asked for; `nil` where none was.
  var distance: Int?
}

/// Finds streets and postcodes by how they begin, and by what is near; nothing is asked outside.
enum PlaceSearch {
  /// The most that are given.
  static let most = 50

  /// Streets and postcodes that begin with what somebody typed, postcodes first.
  static func find(_ typed: String, limit: Int = most, _ read: Read) throws -> [FoundPlace] {
    var found: [FoundPlace] = []
    for prefix in Postcode.prefixes(typed) where found.count < limit {
      found += try postcodes(
        "postcode >= \(prefix) AND postcode < \(prefix + "~") ORDER BY postcode",
        limit: limit - found.count, read)
    }
    let words = StreetWords.prefix(typed)
    guard words.count >= 2, found.count < limit else { return found }
    found += try streets(
      "words >= \(words) AND words < \(words + "~") ORDER BY words, locality",
      limit: limit - found.count, read)
    return found
  }

  /// The place of a whole postcode; `nil` where it is not known.
  static func place(of postcode: Postcode, _ read: Read) throws -> FoundPlace? {
    try postcodes("postcode = \(postcode.description)", limit: 1, read).first
  }

  /// The streets and postcodes nearest to a point, the nearest first.
  static func near(
    _ point: GridPoint, within metres: Double = 1000, limit: Int = 20, _ read: Read
  ) throws -> [FoundPlace] {
    // Wider and wider, so that a town does not read all of a kilometre for the first twenty.
    var reach = min(250, metres)
    while true {
      let found = try within(reach, of: point, read)
      if found.count >= limit || reach >= metres { return Array(found.prefix(limit)) }
      reach = min(reach * 2, metres)
    }
  }

  private static func within(
    _ metres: Double, of point: GridPoint, _ read: Read
  ) throws -> [FoundPlace] {
    var found: [FoundPlace] = []
    for cells in GridCell.near(point, within: metres) {
      let here: SQL = "cell BETWEEN \(cells.lowerBound) AND \(cells.upperBound)"
      found += try postcodes(here + " AND ended IS NULL", limit: 10_000, read)
      found += try streets(here, limit: 10_000, read)
    }
    return found.compactMap { place in
      var place = place
      let distance = place.point.distance(to: point)
      place.distance = Int(distance.rounded())
      return distance <= metres ? place : nil
    }.sorted { ($0.distance ?? 0, $0.name) < ($1.distance ?? 0, $1.name) }
  }

  private static func postcodes(
    _ condition: SQL, limit: Int, _ read: Read
  ) throws -> [FoundPlace] {
    try read.all(
      """
      SELECT postcode, COALESCE((SELECT a.name FROM place_area a WHERE a.code = ward \
        ORDER BY a.edition DESC LIMIT 1), ward), ward, easting, northing \
      FROM place_postcode WHERE \(condition) LIMIT \(limit)
      """
    ) { row in try place(.postcode, &row) }
  }

  private static func streets(
    _ condition: SQL, limit: Int, _ read: Read
  ) throws -> [FoundPlace] {
    try read.all(
      """
      SELECT name, locality, '', easting, northing FROM place_street \
      WHERE \(condition) LIMIT \(limit)
      """
    ) { row in try place(.street, &row) }
  }

  private static func place(_ kind: FoundPlace.Kind, _ row: inout Row) throws -> FoundPlace {
    FoundPlace(
      kind: kind, name: try row.text(), detail: try row.text(), ward: try row.text(),
      point: GridPoint(easting: try row.real(), northing: try row.real()))
  }
}
