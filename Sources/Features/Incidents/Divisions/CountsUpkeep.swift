internal import Partnership

/// What follows every change of incidents or areas: the counts by area, and what the public is shown.
enum CountsUpkeep {
  static func run(_ services: Services) throws {
    try DivisionCounting(services).run()
    try PublicCounts(services).refresh()
  }
}
