internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The maps of the latest months of every source and kind.
struct MonthlyRuns {
  let services: Services

  /// Draws and keeps them; those that were kept before are left alone.
  func keep(
    source key: String?, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [RunKeeper.Kept] {
    let wanted = try services.database.read { read in try self.wanted(key, read) }
    let keeper = RunKeeper(services: services)
    var kept: [RunKeeper.Kept] = []
    for (index, parameters) in wanted.enumerated() {
      progress(index, wanted.count)
      do { kept.append(try keeper.keep(parameters)) } catch HotspotProblem.tooFew { continue }
    }
    return kept
  }

  private func wanted(_ key: String?, _ read: Read) throws -> [HotspotParameters] {
    let reader = HotspotReader(services: services)
    let sources = try services.events(read).filter { key == nil || $0.key == key }
    if let key, sources.isEmpty {
      throw UsageError("--source: there is no source “\(key)”.", argument: "--source")
    }
    return try sources.filter { $0.precision.refusal(of: .grid(cell: .infinity)) == nil }
      .compactMap { source in try reader.question(source, read) }
      .flatMap { question in
        ([nil] + question.categories.map(Optional.some)).map { category in
          var parameters = question.usual
          parameters.category = category
          return parameters
        }
      }
  }
}
