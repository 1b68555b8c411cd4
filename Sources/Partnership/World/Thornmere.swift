import Geography
import Kernel

/// The places of the demonstration: a borough that is nowhere, drawn from the world's seed.
///
/// Its land lies in the North Sea and its codes and postcodes begin as no real ones do, so that
/// nothing of it can be taken for a real place. Made anew each time: about half a second.
public struct Thornmere: Sendable {
  /// The year of the present wards, and that of those before a review.
  public static let wardYears = (present: 2022, former: 2012)
  /// The year of the small areas.
  public static let smallAreaYear = 2021

  /// The borough.
  public let borough: WorldArea
  /// The twenty wards, by code.
  public let wards: [WorldArea]
  /// The seventeen wards before the review, whose edges were others.
  public let formerWards: [WorldArea]
  /// The 170 small areas, by code; each lies in one ward.
  public let smallAreas: [WorldArea]
  /// The ward of each small area, by its place in ``wards``.
  public let wardOfSmallArea: [Int]
  /// Three thousand streets, by name.
  public let streets: [WorldStreet]
  /// Eight thousand postcodes, by code.
  public let postcodes: [WorldPostcode]
  /// Estimates of each small area, ward and the borough for the seven years before the world's.
  public let populations: [WorldPopulation]

  /// Draws the borough of a world.
  public init(_ world: World) {
    let territory = Territory(
      world, smallAreas: Self.smallAreaCount, wards: Self.wardCount,
      formerWards: Self.formerWardCount)
    let shapes = Shapes(territory, world)
    let order = WardOrder(shapes.wards.compactMap(\.centroid))
    borough = WorldArea(code: "E09T00001", name: World.borough, shape: shapes.borough)
    wards = order.numbers.enumerated().map { place, number in
      WorldArea(
        code: code("E05T", place), name: ThornmereNames.wards[place], shape: shapes.wards[number])
    }
    formerWards = Self.named(shapes.formerWards, after: wards)
    let areas = territory.wardOfArea.indices.sorted { one, other in
      (order.places[territory.wardOfArea[one]], one)
        < (order.places[territory.wardOfArea[other]], other)
    }
    smallAreas = areas.enumerated().map { place, number in
      WorldArea(
        code: code("E01T", place), name: ThornmereNames.smallArea(place),
        shape: shapes.smallAreas[number])
    }
    wardOfSmallArea = areas.map { order.places[territory.wardOfArea[$0]] }
    var places = Array(repeating: 0, count: areas.count)
    for (place, number) in areas.enumerated() { places[number] = place }
    streets = ThornmereStreets.draw(
      world, territory, places: places, wardOfPlace: wardOfSmallArea)
    postcodes = ThornmerePostcodes.draw(world, streets)
    populations = ThornmerePeople.draw(
      world, smallAreas: smallAreas, wards: wards, borough: borough,
      wardOfSmallArea: wardOfSmallArea)
  }

  /// The former wards, each named after the present ward nearest to it that is not taken yet.
  private static func named(_ shapes: [MultiPolygon], after wards: [WorldArea]) -> [WorldArea] {
    var left = wards
    return shapes.enumerated().map { place, shape in
      let centre = shape.centroid ?? Territory.centre
      let nearest = left.indices.min { one, other in
        centre.distance(to: left[one].shape.centroid ?? Territory.centre)
          < centre.distance(to: left[other].shape.centroid ?? Territory.centre)
      }
      let name = nearest.map { left.remove(at: $0).name } ?? World.borough
      return WorldArea(code: code("E05F", place), name: name, shape: shape)
    }
  }

  static let smallAreaCount = 170
  static let wardCount = 20
  static let formerWardCount = 17
}

/// A code of four letters and five digits.
private func code(_ letters: String, _ place: Int) -> String {
  let digits = String(place + 1)
  return letters + String(repeating: "0", count: 5 - digits.count) + digits
}

/// The shapes of all areas, with lines in common.
private struct Shapes {
  let borough: MultiPolygon
  let wards: [MultiPolygon]
  let formerWards: [MultiPolygon]
  let smallAreas: [MultiPolygon]

  init(_ territory: Territory, _ world: World) {
    let mesh = territory.mesh
    let whole = mesh.edges(of: mesh.cells.map { _ in 0 }, areas: 1)
    let wardEdges = mesh.edges(of: territory.wards, areas: Thornmere.wardCount)
    let formerEdges = mesh.edges(of: territory.formerWards, areas: Thornmere.formerWardCount)
    let areaEdges = mesh.edges(of: territory.owners, areas: Thornmere.smallAreaCount)
    var generator = world.generator(for: "lines")
    let lines = SharedLines(mesh, [areaEdges, formerEdges], &generator)
    borough = whole.first.map(lines.shape) ?? MultiPolygon([])
    wards = wardEdges.map(lines.shape)
    formerWards = formerEdges.map(lines.shape)
    smallAreas = areaEdges.map(lines.shape)
  }
}

/// Which ward gets which name: those that say where they lie, where they say.
private struct WardOrder {
  /// The territory's ward of each place in the order of names.
  let numbers: [Int]
  /// The place of each of the territory's wards.
  let places: [Int]

  /// - Parameter centres: the middle of each ward.
  init(_ centres: [GridPoint]) {
    var left = Array(centres.indices)
    var numbers: [Int] = []
    func take(_ score: (GridPoint) -> Double) {
      guard let best = left.min(by: { score(centres[$0]) < score(centres[$1]) }) else { return }
      numbers.append(best)
      left.removeAll { $0 == best }
    }
    let town = Territory.centre
    // Stepbridge, Northgate, Millwharf, Eastcroft, Southmead, Tannery, Westhythe: see the names.
    take { $0.distance(to: town) }
    take { $0.distance(to: GridPoint(easting: town.easting, northing: town.northing + 900)) }
    take { $0.distance(to: GridPoint(easting: town.easting + 900, northing: town.northing)) }
    take { -$0.easting }
    take { $0.northing }
    take { $0.distance(to: GridPoint(easting: town.easting - 900, northing: town.northing)) }
    take { $0.easting }
    self.numbers = numbers + left
    var places = Array(repeating: 0, count: centres.count)
    for (place, number) in self.numbers.enumerated() { places[number] = place }
    self.places = places
  }
}
