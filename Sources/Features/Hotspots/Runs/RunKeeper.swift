internal import Access
internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Draws maps and keeps them, with an entry in the audit trail.
struct RunKeeper {
  let services: Services
  var account: ID<Account>?
  var job: ID<Job>?

  /// A run that was kept.
  struct Kept {
    let id: ID<HotspotRunTag>
    let map: HotspotMap
    /// Whether the same map was there already, and nothing was added.
    let wasThere: Bool
  }

  /// Draws and keeps a map; `last` is what else belongs to the transaction that keeps it.
  ///
  /// A map that was kept before, of the same parameters and events, is not kept twice.
  func keep(
    _ parameters: HotspotParameters, progress: (Int, Int) throws -> Void = { _, _ in },
    last: (Write, Kept) throws -> Void = { _, _ in }
  ) throws -> Kept {
    let reader = HotspotReader(services: services)
    let drawing = try services.database.read { read -> HotspotReader.Drawing in
      guard let source = try reader.source(parameters.source, read) else {
        throw HotspotProblem.noEvents
      }
      return try reader.drawing(parameters, source, read)
    }
    let map = try drawing.map(progress: progress)
    return try services.database.write { write in
      let kept = try store(map, drawing.source, in: write)
      try last(write, kept)
      return kept
    }
  }

  /// A kept map drawn again from the events and over the land there are now.
  func again(_ kept: KeptMap) throws -> HotspotMap {
    let reader = HotspotReader(services: services)
    let parameters = kept.map.parameters
    let drawing = try services.database.read { read -> HotspotReader.Drawing in
      guard let source = try reader.source(parameters.source, read) else {
        throw HotspotProblem.noEvents
      }
      return try reader.drawing(
        parameters, source, over: try reader.area(of: kept.map.land, read), read)
    }
    return try drawing.map()
  }

  private func store(
    _ map: HotspotMap, _ source: EventSource, in write: Write
  ) throws -> Kept {
    if let id = try RunStore.same(map, write) { return Kept(id: id, map: map, wasThere: true) }
    let now = services.clock.now()
    let id = try RunStore.add(
      map, sourceTitle: source.title, by: account, job: job, at: now, in: write)
    let parameters = map.parameters
    let event = AuditEvent(
      actor: account, action: "hotspots.map-kept", subject: "hotspot-run/\(id)",
      detail: [
        "source": parameters.source, "kind": parameters.category ?? "all",
        "method": parameters.method.rawValue,
        "months": "\(parameters.months.lowerBound) to \(parameters.months.upperBound)",
        "input": map.hash,
      ], at: now)
    try services.audit.record(event, in: write)
    return Kept(id: id, map: map, wasThere: false)
  }
}
