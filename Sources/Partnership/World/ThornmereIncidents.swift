public import Geography
public import Kernel

/// What happened in the demonstration's borough, month by month.
///
/// Made up, but built as real places are: few streets see most of it, the night out has its hours,
/// a burglary is soon followed by another nearby, summer brings disorder, and an operation lowers
/// what happens where it works and moves a little of it next door. The same world gives the same
/// incidents.
public struct ThornmereIncidents: Sendable {
  /// The operation whose effect they show.
  public let operation: WorldOperation
  /// The incidents of each month, the earliest first; within a month by kind.
  public let months: [(month: Month, incidents: [WorldIncident])]

  /// Draws the incidents of some months.
  ///
  /// - Parameters:
  ///   - world: the world.
  ///   - places: its places.
  ///   - months: which months; trends begin with the first of them.
  public init(_ world: World, _ places: Thornmere, _ months: ClosedRange<Month>) {
    let operation = Self.operation(world, places)
    var generator = world.generator(for: "incidents")
    var drawing = IncidentDrawing(places, operation, first: months.lowerBound, &generator)
    self.operation = operation
    self.months = months.map { month in
      var generator = SeededGenerator(
        seed: world.seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(month.index))
      return (month, drawing.incidents(of: month, &generator))
    }
  }

  /// Operation Lantern: half a year around the nightlife of Millwharf, which ended five months ago.
  public static func operation(_ world: World, _ places: Thornmere) -> WorldOperation {
    WorldOperation(
      name: "Operation Lantern", first: world.today.month.adding(months: -11),
      last: world.today.month.adding(months: -6), centre: places.centre(of: "Wherry Quay"),
      radius: 350, buffer: 700)
  }
}

extension Thornmere {
  /// The middle of a street; the middle of the town where there is none of that name.
  public func centre(of street: String) -> GridPoint {
    streets.first { $0.name == street }?.centre ?? Territory.centre
  }
}

/// Draws month after month; remembers the last burglaries, since others follow near them.
private struct IncidentDrawing {
  private let places: Thornmere
  private let operation: WorldOperation
  private let first: Month
  private let hours = IncidentHours()
  private let streets: IncidentStreets
  private let around: [Int]
  private var last: [WorldIncident] = []

  init(
    _ places: Thornmere, _ operation: WorldOperation, first: Month,
    _ generator: inout SeededGenerator
  ) {
    self.places = places
    self.operation = operation
    self.first = first
    streets = IncidentStreets(places, &generator)
    around = places.streets.indices.filter { operation.surrounds(places.streets[$0].centre) }
  }

  mutating func incidents(
    of month: Month, _ generator: inout SeededGenerator
  ) -> [WorldIncident] {
    var all: [WorldIncident] = []
    for kind in IncidentKind.all {
      let count = kind.count(in: month, after: first, &generator)
      if kind.isRepeated {
        let drawn = burglaries(count, kind, month, &generator)
        last = drawn
        all += drawn
      } else {
        for _ in 0..<count {
          if let one = incident(kind, month, &generator) { all.append(one) }
        }
      }
    }
    return all
  }

  /// One incident; `nil` where the operation prevented it.
  private func incident(
    _ kind: IncidentKind, _ month: Month, _ generator: inout SeededGenerator
  ) -> WorldIncident? {
    let isNight = Double.random(in: 0..<1, using: &generator) < kind.night
    let (day, minute) = hours.draw(kind.setting, isNight: isNight, month, &generator)
    var street = streets.draw(kind.setting, isNight: isNight, &generator)
    if kind.isOnStreet, (operation.first...operation.last).contains(month),
      operation.covers(places.streets[street].centre)
    {
      let fate = Double.random(in: 0..<1, using: &generator)
      if fate < WorldOperation.effect {
        guard fate < WorldOperation.effect * WorldOperation.displaced,
          let other = around.randomElement(using: &generator)
        else { return nil }
        street = other
      }
    }
    // A car or a bicycle is missed hours later.
    let uncertain =
      kind.setting == .kerb ? Int.random(in: 2...10, using: &generator) * 60 : 0
    return WorldIncident(
      category: kind.category, point: streets.point(on: street, &generator), street: street,
      day: day, minute: minute, uncertainMinutes: uncertain)
  }

  /// A month's burglaries: four in ten follow another within a fortnight and a short walk.
  private func burglaries(
    _ count: Int, _ kind: IncidentKind, _ month: Month, _ generator: inout SeededGenerator
  ) -> [WorldIncident] {
    var drawn: [WorldIncident] = []
    while drawn.count < count {
      var (day, minute) = hours.draw(kind.setting, isNight: false, month, &generator)
      var street = streets.draw(kind.setting, isNight: false, &generator)
      let follows = Int.random(in: 0..<10, using: &generator) < 4
      if follows, let before = (last + drawn).randomElement(using: &generator) {
        let days = min(
          Int.random(in: 1...14, using: &generator), Int.random(in: 1...14, using: &generator))
        let next = before.day.adding(days: days)
        guard next.month == month else { continue }
        day = next
        minute = (before.minute + Int.random(in: 0...120, using: &generator)) % 1440
        street = streets.nearby(before.street, &generator)
      }
      drawn.append(
        WorldIncident(
          category: kind.category, point: streets.point(on: street, &generator), street: street,
          day: day, minute: minute,
          uncertainMinutes: Int.random(in: 1...9, using: &generator) * 60))
    }
    return drawn
  }
}
