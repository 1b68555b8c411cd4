internal import Access
internal import Database
package import Partnership

/// Where things are: boundaries and their editions, people, streets and postcodes.
package enum Places {
  /// All that Application sees beside ``areas(changed:)``.
  package static let feature: Feature = {
    var feature = Feature(name: "places")
    feature.migrations = PlacesSchema.migrations
    feature.commands = BoundaryCommands.all + PlacesCommands.all
    feature.staffSections = ["places"]
    feature.staffPages = { visit in try PlaceHandlers.answer(visit) }
    feature.navigation = [
      NavigationEntry(
        "Places", path: PlaceRoute.overview.path,
        roles: [.administrator, .analyst, .coordinator, .manager, .officer], group: .analysis)
    ]
    feature.jobs = [PlaceImportJob.kind]
    feature.actions = [
      "places.area-drawn": "Area drawn",
      "places.boundaries-imported": "Boundaries imported",
      "places.boundaries-removed": "Boundaries taken away",
      "places.import-asked": "Import of places asked for",
      "places.people-imported": "Estimates of people imported",
      "places.postcodes-imported": "Postcodes imported",
      "places.streets-imported": "Streets imported",
    ]
    feature.demonstrate = { world, services in try Demonstration.make(world, services) }
    return feature
  }()

  /// The directory other features find areas through; `changed` tells every feature that areas were
  /// added or taken away.
  package static func areas(
    changed: @escaping @Sendable (Services) throws -> Void
  ) -> AreaDirectory {
    AreaDirectory(
      editions: { read in try AreaStore.editions(read) },
      areas: { kind, edition, read in try AreaStore.areas(kind, edition, read) },
      shapes: { kind, edition, read in try AreaStore.shapes(kind, edition, read) },
      people: { kind, edition, year, read in
        try PeopleStore.people(kind, edition, year, read)
      },
      draw: { drawn, services, write in try AreaDrawing.add(drawn, services, in: write) },
      changed: changed)
  }

  /// The directory other features find streets and postcodes through.
  package static let places = PlaceDirectory(
    find: { typed, limit, read in try PlaceMentions.find(typed, limit: limit, read) },
    place: { key, read in try PlaceMentions.place(key, read) })
}
