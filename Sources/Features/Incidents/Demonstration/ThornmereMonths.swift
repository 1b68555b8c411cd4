internal import Kernel
internal import Partnership

/// Made-up street files of the demonstration's force, one a month, drawn from the world's seed.
///
/// Streets and LSOAs are invented; the points lie in the North Sea, so that no map shows them on
/// anybody's house.
struct ThornmereMonths {
  /// Months the demonstration begins with.
  static let count = 24
  /// Months the source is late.
  static let lag = 2

  let world: World
  private let places: [Place]

  private struct Place {
    let east: Int
    let north: Int
    let street: String
    let lsoa: String
    let name: String
  }

  init(_ world: World) {
    self.world = world
    var generator = world.generator(for: "incident places")
    places = (0..<Self.lsoaCount).flatMap { lsoa in
      (0..<Self.placesOfEach).map { _ in Self.place(in: lsoa, &generator) }
    }
  }

  /// The latest month of the demonstration at its start.
  var latest: Month { world.today.month.adding(months: -Self.lag) }

  /// The months it begins with.
  var months: ClosedRange<Month> { latest.adding(months: 1 - Self.count)...latest }

  /// The name of a month's file, as the source would call it.
  static func fileName(_ month: Month) -> String { "\(month)-thornmere-street.csv" }

  /// The text of a month's file.
  func file(_ month: Month) -> String {
    var generator = SeededGenerator(
      seed: world.seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(month.index))
    var text = StreetColumn.allCases.map(\.heading).joined(separator: ",") + "\n"
    for kind in IncidentKind.all {
      let count = kind.count(in: month, after: months.lowerBound, &generator)
      for _ in 0..<count { text += row(kind, month, &generator) }
    }
    return text
  }

  private func row(
    _ kind: IncidentKind, _ month: Month, _ generator: inout SeededGenerator
  ) -> String {
    let isCrime = CrimeCategory.isCrime(kind.category)
    let id = isCrime ? Self.identifier(&generator) : ""
    let outcome = isCrime ? kind.outcome(&generator) : ""
    let start = "\(id),\(month),\(World.force),\(World.force),"
    let end = "\(kind.category),\(outcome),\n"
    // Some four in a hundred name no place, as in the real files.
    guard Int.random(in: 0..<100, using: &generator) >= 4 else {
      return start + ",,No Location,,," + end
    }
    // Some places see much more than others.
    let draw = Double.random(in: 0..<1, using: &generator)
    let place = places[Int(draw * draw * Double(places.count))]
    let point = "\(Coordinate.text(Int32(place.east))),\(Coordinate.text(Int32(place.north)))"
    return start + "\(point),On or near \(place.street),\(place.lsoa),\(place.name)," + end
  }

  private static let lsoaCount = 48
  private static let placesOfEach = 14

  private static func place(in lsoa: Int, _ generator: inout SeededGenerator) -> Place {
    let number = String(lsoa + 1)
    let code = "E01T" + String(repeating: "0", count: 5 - number.count) + number
    let group = String(lsoa / 4 + 1)
    let letter = ["A", "B", "C", "D"][lsoa % 4]
    let name = "\(World.borough) " + String(repeating: "0", count: 3 - group.count) + group + letter
    return Place(
      east: 1_750_000 + lsoa % 8 * 9_000 + Int.random(in: 0..<9_000, using: &generator),
      north: 51_900_000 + lsoa / 8 * 6_000 + Int.random(in: 0..<6_000, using: &generator),
      street: StreetNames.name(&generator), lsoa: code, name: name)
  }

  private static func identifier(_ generator: inout SeededGenerator) -> String {
    (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
