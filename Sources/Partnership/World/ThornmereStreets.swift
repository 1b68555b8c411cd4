import Geography
import Kernel

/// Draws the streets of the demonstration's borough.
enum ThornmereStreets {
  private static let count = 3000

  /// Draws them; `places` has the place of each of the territory's small areas in their order by
  /// code, `wardOfPlace` the ward of each of those places.
  static func draw(
    _ world: World, _ territory: Territory, places: [Int], wardOfPlace: [Int]
  ) -> [WorldStreet] {
    var generator = world.generator(for: "streets")
    var cells = Array(repeating: [Int](), count: places.count)
    for (cell, owner) in territory.owners.enumerated() { cells[places[owner]].append(cell) }
    // Some streets to each area however small it is, the others by its size.
    var areas = cells.indices.flatMap { Array(repeating: $0, count: count / 2 / cells.count) }
    let bySize = WeightedChoice(cells.map { Double($0.count) })
    while areas.count < count { areas.append(bySize.draw(&generator)) }
    var names = ThornmereNames.streets(&generator)[...]
    var known = ThornmereNames.known
    let streets = areas.compactMap { area -> WorldStreet? in
      guard let cell = cells[area].randomElement(using: &generator) else { return nil }
      let ward = wardOfPlace[area]
      let story = known.firstIndex { $0.ward == ward }.map { known.remove(at: $0).name }
      guard let name = story ?? names.popFirst() else { return nil }
      return WorldStreet(
        name: name, centre: near(territory.mesh.point(territory.mesh.cells[cell]), 10, &generator),
        smallArea: area, ward: ward)
    }
    return streets.sorted { $0.name < $1.name }
  }

  /// A point in whole metres, at most so far east or west and north or south of another.
  static func near(
    _ point: GridPoint, _ reach: Double, _ generator: inout SeededGenerator
  ) -> GridPoint {
    GridPoint(
      easting: (point.easting + Double.random(in: -reach...reach, using: &generator)).rounded(),
      northing: (point.northing + Double.random(in: -reach...reach, using: &generator)).rounded())
  }
}

/// Draws the postcodes of the demonstration's borough.
enum ThornmerePostcodes {
  private static let count = 8000
  /// The letters the second half of a postcode may have.
  private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")

  static func draw(_ world: World, _ streets: [WorldStreet]) -> [WorldPostcode] {
    var generator = world.generator(for: "postcodes")
    let extra = count - 2 * streets.count
    let more = Set(streets.indices.shuffled(using: &generator).prefix(extra))
    // Two wards make a district; within it codes follow the wards, so that neighbours look alike.
    let order = streets.indices.sorted {
      (streets[$0].ward, streets[$0].smallArea, $0) < (streets[$1].ward, streets[$1].smallArea, $1)
    }
    var inDistrict = Array(repeating: 0, count: Thornmere.wardCount)
    var postcodes: [WorldPostcode] = []
    for index in order {
      let street = streets[index]
      for _ in 0..<(more.contains(index) ? 3 : 2) {
        let code = code(district: street.ward / 2 + 1, inDistrict[street.ward / 2])
        inDistrict[street.ward / 2] += 1
        let centre = ThornmereStreets.near(street.centre, 4, &generator)
        postcodes.append(WorldPostcode(code: code, centre: centre, street: index))
      }
    }
    return postcodes.sorted { $0.code < $1.code }
  }

  private static func code(district: Int, _ number: Int) -> String {
    let (sector, unit) = (number / 160, number % 160)
    return "TM\(district) \(sector)\(letters[unit / 20])\(letters[unit % 20])"
  }
}
