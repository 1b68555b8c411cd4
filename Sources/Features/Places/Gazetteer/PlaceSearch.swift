internal import Database
internal import Geography
internal import Kernel

/// A street or a postcode that was found.
struct FoundPlace: Equatable, Sendable {
  enum Kind: String, Sendable {
    case street, postcode
  }

  let kind: Kind
  /// The number of a street; `nil` for a postcode, which is known by its name.
  let street: ID<StreetTag>?
  let name: String
  /// The locality of a street, the name of a postcode's ward or its code; may be empty.
  let detail: String
  /// The code of a postcode's ward as its file gives it; empty for a street.
  let ward: String
  /// The month a postcode was ended; `nil` for one that lives and for a street.
  let ended: Month?
  let point: GridPoint
  /// Whole metres from the place asked for; `nil` where none was.
  var distance: Int?
}

/// Tag of ids of streets.
enum StreetTag {}

/// Finds streets and postcodes by how they begin, and by what is near; nothing is asked outside.
enum PlaceSearch {
  /// The most that are given.
  static let most = 50

  /// Streets and postcodes that begin with what somebody typed, postcodes first.
  static func find(_ typed: String, limit: Int = most, _ read: Read) throws -> [FoundPlace] {
    var found: [FoundPlace] = []
    for prefix in Postcode.prefixes(typed) where found.count < limit {
      let sql = postcodes(beginning: prefix) + " LIMIT \(limit - found.count)"
      found += try read.all(sql) { row in try FoundPlace(.postcode, row: &row) }
    }
    let words = StreetWords.prefix(typed)
    guard words.count >= 2, found.count < limit else { return found }
    let sql = streets(beginning: words) + " LIMIT \(limit - found.count)"
    return try found + read.all(sql) { row in try FoundPlace(.street, row: &row) }
  }

  /// The place of a whole postcode; `nil` where it is not known.
  static func place(of postcode: Postcode, _ read: Read) throws -> FoundPlace? {
    try read.first(postcodes + "postcode = \(postcode.description)") { row in
      try FoundPlace(.postcode, row: &row)
    }
  }

  /// Streets whose name begins with some words, each of them whole.
  static func streets(named words: String, limit: Int, _ read: Read) throws -> [FoundPlace] {
    let plain = StreetWords.of(words)
    return try read.all(streets(beginning: plain) + " LIMIT \(limit)") { row in
      try FoundPlace(.street, row: &row)
    }.filter { place in
      let name = StreetWords.of(place.name)
      return name == plain || name.hasPrefix(plain + " ")
    }
  }

  /// A street by its number.
  static func street(_ id: ID<StreetTag>, _ read: Read) throws -> FoundPlace? {
    try read.first(streets + "id = \(id)") { row in try FoundPlace(.street, row: &row) }
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
      found += try read.all(postcodes(in: cells)) { row in
        try FoundPlace(.postcode, row: &row)
      }
      found += try read.all(streets(in: cells)) { row in try FoundPlace(.street, row: &row) }
    }
    return found.compactMap { place in
      var place = place
      let distance = place.point.distance(to: point)
      place.distance = Int(distance.rounded())
      return distance <= metres ? place : nil
    }.sorted { ($0.distance ?? 0, $0.name) < ($1.distance ?? 0, $1.name) }
  }

  static func postcodes(beginning prefix: String) -> SQL {
    postcodes + "postcode >= \(prefix) AND postcode < \(prefix + "~") ORDER BY postcode"
  }

  static func streets(beginning words: String) -> SQL {
    streets + "words >= \(words) AND words < \(words + "~") ORDER BY words, locality"
  }

  /// The living postcodes of a run of squares.
  static func postcodes(in cells: ClosedRange<Int>) -> SQL {
    postcodes + "\(within(cells)) AND ended IS NULL LIMIT 10000"
  }

  /// The streets of a run of squares.
  static func streets(in cells: ClosedRange<Int>) -> SQL {
    streets + "\(within(cells)) LIMIT 10000"
  }

  private static func within(_ cells: ClosedRange<Int>) -> SQL {
    "cell BETWEEN \(cells.lowerBound) AND \(cells.upperBound)"
  }

  private static let postcodes: SQL = """
    SELECT NULL, postcode, COALESCE((SELECT a.name FROM place_area a WHERE a.code = ward \
      ORDER BY a.edition DESC LIMIT 1), ward), ward, ended, easting, northing \
    FROM place_postcode WHERE\u{20}
    """
  private static let streets: SQL = """
    SELECT id, name, locality, '', NULL, easting, northing FROM place_street WHERE\u{20}
    """
}

extension FoundPlace {
  fileprivate init(_ kind: Kind, row: inout Row) throws {
    self.kind = kind
    street = try row.optionalID()
    name = try row.text()
    detail = try row.text()
    ward = try row.text()
    ended = try row.optionalText().flatMap { Month($0) }
    point = GridPoint(easting: try row.real(), northing: try row.real())
  }
}
