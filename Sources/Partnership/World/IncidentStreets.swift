import Geography
import Glibc
import Kernel

/// Which streets see how much: few of them see most of it, as in real towns.
struct IncidentStreets {
  private let crowd: WeightedChoice
  private let night: WeightedChoice
  private let shops: WeightedChoice
  private let homes: WeightedChoice
  private let kerb: WeightedChoice
  private let near: [[Int]]
  private let streets: [WorldStreet]

  init(_ places: Thornmere, _ generator: inout SeededGenerator) {
    streets = places.streets
    var weights = (crowd: [Double](), night: [Double](), shops: [Double](), homes: [Double]())
    var kerb: [Double] = []
    let quay = places.centre(of: "Wherry Quay")
    for street in streets {
      let fame = Self.fame[street.name] ?? exp(1.25 * min(2.2, normal(&generator)))
      let middle = exp(-street.centre.distance(to: Territory.centre) / 450)
      let nightlife = exp(-street.centre.distance(to: quay) / 220)
      weights.crowd.append(fame * (1 + 3 * middle))
      weights.night.append(fame * (0.05 + 2 * middle + 5 * nightlife))
      weights.shops.append(exp(1.6 * min(2, normal(&generator))) * (0.05 + 4 * middle))
      weights.homes.append(exp(0.6 * normal(&generator)))
      kerb.append(exp(1.0 * normal(&generator)))
    }
    crowd = WeightedChoice(weights.crowd)
    night = WeightedChoice(weights.night)
    shops = WeightedChoice(weights.shops)
    homes = WeightedChoice(weights.homes)
    self.kerb = WeightedChoice(kerb)
    near = Neighbourhoods(streets.map(\.centre), within: 160).lists
  }

  /// Streets that are known for trouble, and how many times the usual they see.
  private static let fame = [
    "Station Place": 75.0, "Northgate Market": 40, "Millwharf Park": 35, "Ropewalk": 25,
    "Wherry Quay": 12, "Stepbridge Court": 45, "Stepbridge High Street": 30,
  ]

  /// A street for something of a kind.
  func draw(
    _ setting: IncidentKind.Setting, isNight: Bool, _ generator: inout SeededGenerator
  ) -> Int {
    switch setting {
    case _ where isNight: night.draw(&generator)
    case .crowd: crowd.draw(&generator)
    case .shops: shops.draw(&generator)
    case .homes: homes.draw(&generator)
    case .kerb: kerb.draw(&generator)
    }
  }

  /// The street again, or one within a short walk of it.
  func nearby(_ street: Int, _ generator: inout SeededGenerator) -> Int {
    if Int.random(in: 0..<10, using: &generator) < 4 { return street }
    return near[street].randomElement(using: &generator) ?? street
  }

  /// A point on a street.
  func point(on street: Int, _ generator: inout SeededGenerator) -> GridPoint {
    ThornmereStreets.near(streets[street].centre, 22, &generator)
  }
}

/// The points near each of some points.
private struct Neighbourhoods {
  let lists: [[Int]]

  init(_ points: [GridPoint], within metres: Double) {
    struct Cell: Hashable {
      let x: Int
      let y: Int
    }
    func cell(_ point: GridPoint) -> Cell {
      Cell(x: Int(point.easting / metres), y: Int(point.northing / metres))
    }
    let cells = Dictionary(grouping: points.indices) { cell(points[$0]) }
    lists = points.indices.map { index in
      let middle = cell(points[index])
      var found: [Int] = []
      for x in -1...1 {
        for y in -1...1 {
          for other in cells[Cell(x: middle.x + x, y: middle.y + y)] ?? []
          where points[index].distance(to: points[other]) <= metres { found.append(other) }
        }
      }
      return found
    }
  }
}
