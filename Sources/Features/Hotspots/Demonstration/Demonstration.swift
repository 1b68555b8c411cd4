internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The demonstration's kept maps, of all kinds and of two, for the latest months and those before, by
/// the police's files and by the council's reports; a place named on one of them; and the operation
/// whose effect its incidents show.
enum Demonstration {
  static func make(_ world: World, _ services: Services) throws {
    let reader = HotspotReader(services: services)
    let questions = try services.database.read { read in
      try services.events(read).compactMap { try reader.question($0, read) }
    }
    for question in questions { try keep(question, services) }
    if let police = questions.first(where: { $0.source.key == policeUK }) {
      try intervene(world, police, services)
    }
  }

  private static let policeUK = "police-uk"

  private static func keep(_ question: HotspotQuestion, _ services: Services) throws {
    let keeper = RunKeeper(services: services)
    let kinds = ["Anti-social behaviour", "Burglary", "Rowdy behaviour"]
    for category in [nil] + kinds.filter(question.categories.contains).map(Optional.some) {
      for back in [3, 0] {
        var parameters = question.usual
        parameters.category = category
        parameters.months =
          question.usual.months.lowerBound.adding(
            months: -back)...question.usual.months.upperBound
          .adding(months: -back)
        try name(try keeper.keep(parameters), services)
      }
    }
  }

  /// Names the place that stands out most on a map of disorder.
  private static func name(_ kept: RunKeeper.Kept, _ services: Services) throws {
    guard kept.map.parameters.category == "Anti-social behaviour", !kept.map.hotspots.isEmpty
    else { return }
    _ = try NamedDrawing(services: services).name("A", of: kept.id, as: "Millwharf nightlife")
  }

  /// Operation Lantern, stated the day before it began, with a ward out of its reach as the control.
  private static func intervene(
    _ world: World, _ question: HotspotQuestion, _ services: Services
  ) throws {
    let operation = ThornmereIncidents.operation(world, Thornmere(world))
    let target = AreaName.circle(operation.centre, radius: operation.radius)
    try services.database.write { write in
      guard let shape = try target.find(services.areas, write),
        let edition = try services.areas.latest(.ward, write)
      else { return }
      let reach = operation.buffer - operation.radius
      let wards = try services.areas.shapes(.ward, edition.year, write)
      guard let ward = wards.first(where: { shape.shape.distance(to: $0.shape) > 2 * reach }) else {
        return
      }
      let control = AreaKey(ward.area)
      guard let controlled = try control.find(services.areas, write) else { return }
      let intervention = Intervention(
        name: operation.name, source: question.source.key, category: "Anti-social behaviour",
        months: operation.first...operation.last, target: shape, buffer: reach,
        control: controlled, account: nil,
        statedAt: London.start(of: operation.first.firstDay.adding(days: -1)))
      _ = try InterventionDesk(services: services).add(intervention, in: write)
    }
  }
}
