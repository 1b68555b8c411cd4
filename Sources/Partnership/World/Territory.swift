import Geography
import Glibc
import Kernel

/// The land of the demonstration's borough, divided into small areas and into wards.
struct Territory {
  /// The middle of the town, in the North Sea, so that no map shows anything on anybody's house.
  static let centre = GridPoint(easting: 664_000, northing: 232_000)
  /// How far the borough reaches, about.
  static let radius = 3_400.0

  let mesh: CellMesh
  /// The small area of each cell, the ward of each cell, and the former ward.
  let owners: [Int]
  let wards: [Int]
  let formerWards: [Int]
  /// The ward of each small area.
  let wardOfArea: [Int]

  init(_ world: World, smallAreas: Int, wards wardCount: Int, formerWards formerCount: Int) {
    var generator = world.generator(for: "territory")
    let mesh = Self.mesh(&generator)
    let spots = mesh.cells.map { Self.metres(mesh.point($0)) }
    let density = spots.map(Self.density)
    var seeds = Seeds.spread(smallAreas, over: spots, density, &generator)
    for _ in 0..<2 { seeds = Seeds.centred(seeds, spots, density) }
    let owners = Seeds.nearest(seeds, spots)
    let people = Array(repeating: 1.0, count: smallAreas)
    var wardSeeds = Seeds.spread(wardCount, over: seeds, people, &generator)
    for _ in 0..<4 { wardSeeds = Seeds.centred(wardSeeds, seeds, people) }
    let wardOfArea = Seeds.nearest(wardSeeds, seeds)
    // Before the review there were fewer wards, and their edges ran a street or two elsewhere.
    let formerSeeds = wardSeeds.shuffled(using: &generator).prefix(formerCount).map { seed in
      (
        x: seed.x + Double.random(in: -160...160, using: &generator),
        y: seed.y + Double.random(in: -160...160, using: &generator)
      )
    }
    wards = owners.map { wardOfArea[$0] }
    self.mesh = mesh
    self.owners = owners
    self.wardOfArea = wardOfArea
    formerWards = Seeds.nearest(formerSeeds, spots)
  }

  /// The town's outline as waves around a circle.
  private static func mesh(_ generator: inout SeededGenerator) -> CellMesh {
    let waves = (2...6).map { wave in
      (
        number: Double(wave),
        height: Double.random(in: 0.35...0.8, using: &generator) * 0.2 / Double(wave - 1),
        turn: Double.random(in: 0..<(2 * .pi), using: &generator)
      )
    }
    return CellMesh(around: centre, radius: radius * 1.5, pitch: 110) { point in
      let (x, y) = metres(point)
      let angle = atan2(y, x)
      let reach = waves.reduce(1.0) { $0 + $1.height * cos($1.number * angle + $1.turn) }
      return x * x + y * y <= radius * radius * reach * reach
    }
  }

  /// People live closer together near the middle and around a second centre.
  private static func density(_ spot: Seeds.Spot) -> Double {
    let second = ((spot.x - 1500) * (spot.x - 1500) + (spot.y + 1200) * (spot.y + 1200))
      .squareRoot()
    return exp(-(spot.x * spot.x + spot.y * spot.y).squareRoot() / 1500)
      + 0.5 * exp(-second / 700) + 0.12
  }

  private static func metres(_ point: GridPoint) -> Seeds.Spot {
    (point.easting - centre.easting, point.northing - centre.northing)
  }
}

/// Points that divide others among themselves, each taking what is nearest.
enum Seeds {
  /// Metres east and north of the middle.
  typealias Spot = (x: Double, y: Double)

  /// Draws seeds where there is weight, each the farthest of a few from those before.
  static func spread(
    _ count: Int, over spots: [Spot], _ weights: [Double], _ generator: inout SeededGenerator
  ) -> [Spot] {
    let chance = WeightedChoice(weights)
    var seeds: [Spot] = []
    while seeds.count < count {
      var best: (spot: Spot, room: Double)?
      for _ in 0..<12 {
        let index = chance.draw(&generator)
        let spot = spots[index]
        let nearest = seeds.map { square(spot, $0) }.min() ?? .infinity
        let room = nearest * weights[index]
        if room > best?.room ?? -1 { best = (spot, room) }
      }
      if let best { seeds.append(best.spot) }
    }
    return seeds
  }

  /// The number of the nearest seed of each spot.
  static func nearest(_ seeds: [Spot], _ spots: [Spot]) -> [Int] {
    spots.map { spot in
      var (best, distance) = (0, Double.infinity)
      for index in seeds.indices {
        let far = square(spot, seeds[index])
        if far < distance { (best, distance) = (index, far) }
      }
      return best
    }
  }

  /// The seeds moved to the middle of what is theirs (Lloyd 1982, doi:10.1109/TIT.1982.1056489).
  static func centred(_ seeds: [Spot], _ spots: [Spot], _ weights: [Double]) -> [Spot] {
    var sums = Array(repeating: (x: 0.0, y: 0.0, weight: 0.0), count: seeds.count)
    for (index, owner) in nearest(seeds, spots).enumerated() {
      sums[owner].x += spots[index].x * weights[index]
      sums[owner].y += spots[index].y * weights[index]
      sums[owner].weight += weights[index]
    }
    return zip(seeds, sums).map { seed, sum in
      sum.weight > 0 ? (sum.x / sum.weight, sum.y / sum.weight) : seed
    }
  }

  private static func square(_ one: Spot, _ other: Spot) -> Double {
    (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)
  }
}
