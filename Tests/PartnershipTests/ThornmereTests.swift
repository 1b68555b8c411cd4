import Geography
import Kernel
import Partnership
import Testing

@Suite("Thornmere")
struct ThornmereTests {
  private static let world = World(today: Day(number: 20_777))
  private static let places = Thornmere(world)

  @Test("has an outline, 20 wards, 170 small areas, 3,000 streets and 8,000 postcodes")
  func counts() {
    let places = Self.places
    #expect(places.wards.count == 20)
    #expect(places.formerWards.count == 17)
    #expect(places.smallAreas.count == 170)
    #expect(places.streets.count == 3000)
    #expect(places.postcodes.count == 8000)
    let names = Set(places.wards.map(\.name))
    for name in ["Northgate", "Eastcroft", "Millwharf", "Stepbridge", "Southmead", "Tannery"] {
      #expect(names.contains(name))
    }
    #expect(Set(places.streets.map(\.name)).count == 3000)
    #expect(Set(places.postcodes.map(\.code)).count == 8000)
    #expect(places.postcodes.allSatisfy { $0.code.hasPrefix("TM") })
    #expect(places.populations.filter { $0.code == places.borough.code }.map(\.year).max() == 2025)
  }

  @Test("is divided without a gap and without an overlap", arguments: [2026, 7] as [UInt64])
  func partition(seed: UInt64) {
    let places = Thornmere(World(today: Self.world.today, seed: seed))
    let whole = places.borough.shape.area
    for areas in [places.wards, places.formerWards, places.smallAreas] {
      #expect(areas.allSatisfy { $0.shape.area > 0 })
      #expect(abs(areas.reduce(0) { $0 + $1.shape.area } - whole) < 1)
      #expect(Set(areas.map(\.code)).count == areas.count)
    }
    var generator = SeededGenerator(seed: 1)
    let box = places.borough.shape.boundingBox
    let index = AreaIndex(places.smallAreas.map(\.shape))
    let wards = AreaIndex(places.wards.map(\.shape))
    for _ in 0..<2000 {
      guard let box else { break }
      let point = GridPoint(
        easting: .random(in: box.minimumEasting...box.maximumEasting, using: &generator),
        northing: .random(in: box.minimumNorthing...box.maximumNorthing, using: &generator))
      let area = index.area(of: point)
      #expect(places.borough.shape.contains(point) == (area != nil))
      #expect(area.map { places.wardOfSmallArea[$0] } == wards.area(of: point))
    }
  }

  @Test("has each street and postcode in the area it says, in pieces that hang together")
  func streets() {
    let places = Self.places
    let index = AreaIndex(places.smallAreas.map(\.shape))
    #expect(places.streets.allSatisfy { index.area(of: $0.centre) == $0.smallArea })
    #expect(
      places.postcodes.allSatisfy {
        index.area(of: $0.centre) == places.streets[$0.street].smallArea
      })
    #expect((places.wards + places.smallAreas).allSatisfy { $0.shape.polygons.count == 1 })
  }

  @Test("lies on the grid, in the sea")
  func sea() throws {
    let grid = try NationalGrid()
    let centre = try #require(Self.places.borough.shape.centroid)
    let place = try #require(grid.geoPoint(centre))
    #expect((1.7...2.0).contains(place.longitude))
    #expect((51.8...52.0).contains(place.latitude))
  }
}

@Suite("What happens in Thornmere")
struct ThornmereIncidentsTests {
  private static let world = World(today: Day(number: 20_777))
  private static let places = Thornmere(world)
  private static let last = world.today.month.adding(months: -2)
  private static let drawn = ThornmereIncidents(
    world, places, last.adding(months: -35)...last)
  private var all: [WorldIncident] { Self.drawn.months.flatMap(\.incidents) }

  @Test("is the same each time")
  func again() {
    let months = Self.last.adding(months: -35)...Self.last
    let other = ThornmereIncidents(Self.world, Thornmere(Self.world), months)
    #expect(other.months.elementsEqual(Self.drawn.months) { $0 == $1 })
  }

  @Test("is concentrated: one street in eight sees half of it")
  func concentration() {
    var counts = Array(repeating: 0, count: Self.places.streets.count)
    for incident in all { counts[incident.street] += 1 }
    var left = all.count / 2
    let streets = counts.sorted(by: >).prefix { count in
      left -= count
      return left > 0
    }.count
    #expect((150...450).contains(streets), "\(streets)")
  }

  @Test("has its nights out: violence on Friday and Saturday nights")
  func nights() {
    let violence = all.filter { $0.category == "Violence and sexual offences" }
    let weekend = violence.filter { incident in
      let late = incident.minute >= 20 * 60
      let early = incident.minute < 4 * 60
      return (late && [5, 6].contains(incident.day.weekday))
        || (early && [6, 7].contains(incident.day.weekday))
    }
    // Two times eight of a week's 168 hours would be one in ten.
    #expect(weekend.count * 10 > violence.count * 25 / 10)
  }

  @Test("has burglaries that follow others nearby within a fortnight")
  func nearRepeats() {
    let burglaries = Self.drawn.months.suffix(12).flatMap(\.incidents)
      .filter { $0.category == "Burglary" }
    func close(_ days: [Int]) -> Int {
      var count = 0
      for one in burglaries.indices {
        for other in 0..<one
        where abs(days[one] - days[other]) <= 14
          && burglaries[one].point.distance(to: burglaries[other].point) <= 150
        { count += 1 }
      }
      return count
    }
    let days = burglaries.map(\.day.number)
    var generator = SeededGenerator(seed: 5)
    let shuffled = close(days.shuffled(using: &generator))
    #expect(close(days) > 2 * shuffled)
  }

  @Test("shows the operation's effect, and a little of it next door")
  func operation() {
    let operation = Self.drawn.operation
    func rate(_ isPart: (GridPoint) -> Bool, during: Bool) -> Double {
      let months = Self.drawn.months.filter {
        (operation.first...operation.last).contains($0.month) == during
      }
      let count = months.reduce(0) { sum, month in
        sum
          + month.incidents.filter { $0.category == "Anti-social behaviour" && isPart($0.point) }
          .count
      }
      return Double(count) / Double(months.count)
    }
    #expect(rate(operation.covers, during: true) < 0.75 * rate(operation.covers, during: false))
    #expect(rate(operation.surrounds, during: true) > rate(operation.surrounds, during: false))
  }

  @Test("has a season: more disorder in summer than in winter")
  func seasons() {
    func count(_ months: Set<Int>) -> Int {
      all.filter { $0.category == "Anti-social behaviour" && months.contains($0.day.month.number) }
        .count
    }
    #expect(count([6, 7, 8]) * 10 > count([12, 1, 2]) * 12)
  }

  @Test("goes with today, so that the demonstration does not age")
  func today() {
    let later = World(today: Day(number: 20_777 + 365))
    let places = Thornmere(later)
    #expect(places.streets == Self.places.streets)
    #expect(places.populations.map(\.year).max() == 2026)
    #expect(ThornmereIncidents.operation(later, places).last == Month("2027-05"))
  }
}
