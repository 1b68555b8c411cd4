internal import Access
internal import Database
internal import Geography
internal import Kernel
internal import Partnership
internal import Secrets

/// The demonstration's places: Thornmere's areas, people, streets and postcodes, put where imports
/// would put them.
enum Demonstration {
  static func make(_ world: World, _ services: Services) throws {
    let places = Thornmere(world)
    let now = services.clock.now()
    try services.database.bulkWrite { write in
      let (present, former) = Thornmere.wardYears
      let editions: [(AreaKind, Int, [WorldArea])] = [
        (.borough, present, [places.borough]), (.ward, present, places.wards),
        (.ward, former, places.formerWards), (.lsoa, Thornmere.smallAreaYear, places.smallAreas),
      ]
      for (kind, year, areas) in editions { try add(areas, kind, year, at: now, in: write) }
      try PeopleStore.add(people(places), file: file("population"), at: now, in: write)
      try GazetteerStore.add(streets(places), file: file("streets"), at: now, in: write)
      try GazetteerStore.add(postcodes(places), file: file("postcodes"), at: now, in: write)
    }
    try services.areas.changed(services)
  }

  private static func add(
    _ areas: [WorldArea], _ kind: AreaKind, _ year: Int, at now: Instant, in write: Write
  ) throws {
    let name = "thornmere-\(kind.rawValue)s-\(year).geojson"
    let reading = BoundaryReading(
      edition: year, columns: AreaColumns(code: "code", name: "name", edition: nil),
      reference: "EPSG:27700",
      areas: areas.map { NewArea(code: $0.code, name: $0.name, shape: $0.shape, mended: nil) })
    _ = try BoundaryStore.add(
      reading, name: name, hash: SHA256.hash(Array(name.utf8)),
      BoundaryOptions(kind: kind, edition: year), at: now, in: write)
  }

  private static func people(_ places: Thornmere) -> [PeopleRow] {
    places.populations.map {
      PeopleRow(code: $0.code, year: $0.year, people: $0.people, households: $0.households)
    }
  }

  private static func streets(_ places: Thornmere) -> [StreetRow] {
    places.streets.map { street in
      StreetRow(name: street.name, locality: places.wards[street.ward].name, point: street.centre)
    }
  }

  private static func postcodes(_ places: Thornmere) -> [PostcodeRow] {
    places.postcodes.compactMap { one in
      let ward = places.wards[places.streets[one.street].ward].code
      return Postcode(one.code).map {
        PostcodeRow(
          postcode: $0, point: one.centre, quality: 10, ward: ward, district: places.borough.code,
          ended: nil)
      }
    }
  }

  private static func file(_ what: String) -> SourceFile {
    let name = "thornmere-\(what).csv"
    return SourceFile(name: name, hash: SHA256.hash(Array(name.utf8)), account: nil)
  }
}
