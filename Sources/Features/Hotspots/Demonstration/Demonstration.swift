internal import Database
internal import Kernel
internal import Partnership

/// The demonstration's kept maps: of all kinds and of two, for the latest months and those before.
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
        _ = try keeper.keep(parameters)
      }
    }
  }
}
