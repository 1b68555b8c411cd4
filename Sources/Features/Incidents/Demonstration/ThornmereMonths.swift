internal import Geography
internal import Kernel
internal import Partnership

/// Street files of the demonstration's force, one a month: what happened in Thornmere as its police
/// would publish it, each incident moved to the middle of its street and its day left out.
struct ThornmereMonths {
  /// Months the demonstration begins with.
  static let count = 36
  /// Months the source is late.
  static let lag = 2

  /// The latest month of the demonstration at its start.
  let latest: Month
  /// The months it begins with.
  let months: ClosedRange<Month>
  /// The borough's streets and areas.
  let thornmere: Thornmere
  private let world: World
  private let incidents: [Month: [WorldIncident]]
  /// What the file says of each street's place.
  private let places: [String]

  /// - Throws: ``ProjectionProblem`` where coordinates cannot be made degrees.
  init(_ world: World) throws {
    self.world = world
    latest = world.today.month.adding(months: -Self.lag)
    months = latest.adding(months: 1 - Self.count)...latest
    let thornmere = Thornmere(world)
    self.thornmere = thornmere
    let drawn = ThornmereIncidents(world, thornmere, months.lowerBound...world.today.month)
    incidents = Dictionary(
      drawn.months.map { ($0.month, $0.incidents) }, uniquingKeysWith: { first, _ in first })
    let points = try NationalGrid().geoPoints(thornmere.streets.map(\.centre))
    places = zip(thornmere.streets, points).map { street, point in
      let area = thornmere.smallAreas[street.smallArea]
      return "\(Self.degrees(point.longitude)),\(Self.degrees(point.latitude)),"
        + "On or near \(street.name),\(area.code),\(area.name)"
    }
  }

  /// The name of a month's file, as the source would call it.
  static func fileName(_ month: Month) -> String { "\(month)-thornmere-street.csv" }

  /// What happened in a month, whoever heard of it.
  func happened(in month: Month) -> [WorldIncident] { incidents[month] ?? [] }

  /// The text of a month's file.
  func file(_ month: Month) -> String {
    var generator = SeededGenerator(
      seed: world.seed &* 0xD1B5_4A32_D192_ED03 ^ UInt64(month.index))
    var text = StreetColumn.allCases.map(\.heading).joined(separator: ",") + "\n"
    for incident in incidents[month] ?? [] { text += row(incident, month, &generator) }
    return text
  }

  private func row(
    _ incident: WorldIncident, _ month: Month, _ generator: inout SeededGenerator
  ) -> String {
    let isCrime = CrimeCategory.isCrime(incident.category)
    let id = isCrime ? Self.identifier(&generator) : ""
    let outcome = isCrime ? Self.outcome(&generator) : ""
    // Some four in a hundred name no place, as in the real files.
    let isPlaced = Int.random(in: 0..<100, using: &generator) >= 4
    let place = isPlaced ? places[incident.street] : ",,No Location,,"
    return "\(id),\(month),\(World.force),\(World.force),\(place),"
      + "\(incident.category),\(outcome),\n"
  }

  private static func degrees(_ value: Double) -> String {
    Coordinate.text(Int32((value * 1_000_000).rounded()))
  }

  /// What became of a crime.
  private static func outcome(_ generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<100, using: &generator) {
    case ..<46: "Investigation complete; no suspect identified"
    case ..<74: "Unable to prosecute suspect"
    case ..<86: "Under investigation"
    case ..<92: "Awaiting court outcome"
    case ..<96: "Local resolution"
    default: "Offender given a caution"
    }
  }

  private static func identifier(_ generator: inout SeededGenerator) -> String {
    (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
