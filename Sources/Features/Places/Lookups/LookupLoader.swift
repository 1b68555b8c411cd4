internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// What a look-up is asked for.
struct LookupQuery: Equatable, Sendable {
  let kind: AreaKind
  let from: Int
  let to: Int
  var basis = LookupBasis.area
}

/// Makes look-ups from what is stored.
enum LookupLoader {
  /// A look-up; `nil` where an edition is not there.
  ///
  /// By people it needs postcodes.
  static func load(
    _ query: LookupQuery, _ directory: AreaDirectory, _ read: Read
  ) throws -> Lookup? {
    let from = try directory.shapes(query.kind, query.from, read)
    let to = try directory.shapes(query.kind, query.to, read)
    guard !from.isEmpty, !to.isEmpty else { return nil }
    switch query.basis {
    case .area: return Lookup(byArea: from, to: to)
    case .people:
      let points = try people(directory, read)
      guard !points.isEmpty else { throw NoPostcodes() }
      return Lookup(byPeople: points, from: from, to: to)
    }
  }

  /// The living postcodes, each with its part of the people of its small area.
  ///
  /// The people of an LSOA are spread evenly over its postcodes; where there are no estimates each
  /// postcode counts as one.
  private static func people(
    _ directory: AreaDirectory, _ read: Read
  ) throws -> [(point: GridPoint, people: Double)] {
    let points = try read.all(
      """
      SELECT easting, northing FROM place_postcode WHERE ended IS NULL ORDER BY postcode \
      LIMIT 3000000
      """
    ) { row in GridPoint(easting: try row.real(), northing: try row.real()) }
    guard let small = try directory.latest(.lsoa, read) else { return points.map { ($0, 1) } }
    let estimates = try directory.people(.lsoa, small.year, 2100, read)
    guard !estimates.isEmpty else { return points.map { ($0, 1) } }
    let finder = try directory.finder(.lsoa, small.year, read)
    let numbers = finder.numbers(of: points)
    var counts = [Int](repeating: 0, count: finder.areas.count)
    for number in numbers where number >= 0 { counts[Int(number)] += 1 }
    return zip(points, numbers).map { point, number in
      guard number >= 0, let people = estimates[finder.areas[Int(number)].code]?.people else {
        return (point, 0)
      }
      return (point, Double(people) / Double(counts[Int(number)]))
    }
  }
}

/// A look-up by people without any postcode to say where they are.
struct NoPostcodes: Problem {
  var message: String {
    "A look-up by people needs postcodes. Import them first, or look up by area."
  }
  var status: Int { 422 }
}
