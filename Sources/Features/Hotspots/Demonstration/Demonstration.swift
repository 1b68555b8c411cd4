internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The demonstration's kept maps, of all kinds and of two, for the latest months and those before; a
/// place named on one of them; and the operation whose effect its incidents show.
enum Demonstration {
  static func make(_ world: World, _ services: Services) throws {
    let question = try services.database.read { read -> HotspotQuestion? in
      let reader = HotspotReader(services: services)
      guard let source = try reader.source("police-uk", read) else { return nil }
      return try reader.question(source, read)
    }
    guard let question else { return }
    let keeper = RunKeeper(services: services)
    let kinds = ["Anti-social behaviour", "Burglary"].filter(question.categories.contains)
    for category in [nil] + kinds.map(Optional.some) {
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
    try intervene(world, question, services)
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
      let control = AreaName.known(.ward, edition.year, code: ward.area.code)
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
