internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// States interventions and judges them.
struct InterventionDesk {
  let services: Services

  /// Keeps a statement, with an entry in the audit trail.
  func state(_ fields: Fields, by account: ID<Account>?) throws -> ID<InterventionTag> {
    try services.database.write { write in
      guard let question = try question(fields["source"], write) else {
        throw HotspotProblem.noEvents
      }
      return try add(
        InterventionForm(fields, question).intervention(
          question, by: account, at: services.clock.now(), services.areas, write), in: write)
    }
  }

  func add(_ intervention: Intervention, in write: Write) throws -> ID<InterventionTag> {
    let id = try InterventionStore.add(intervention, in: write)
    let event = AuditEvent(
      actor: intervention.account, action: "hotspots.intervention-stated",
      subject: "intervention/\(id)",
      detail: [
        "months": "\(intervention.months.lowerBound) to \(intervention.months.upperBound)",
        "buffer": String(Int(intervention.buffer)),
      ], at: intervention.statedAt)
    try services.audit.record(event, in: write)
    return id
  }

  /// What an intervention shows; `nil` where there is none.
  func model(_ id: ID<InterventionTag>, _ read: Read) throws -> InterventionModel? {
    guard let one = try InterventionStore.find(id, read) else { return nil }
    let source = try HotspotReader(services: services).source(one.source, read)
    let span = try source?.months(read)
    return InterventionModel(
      intervention: one, source: source?.title,
      finding: try source.map { try finding(one, $0, read) },
      by: try one.account.flatMap { try services.people.name(of: $0, in: read) },
      isWhole: span.map { one.months.upperBound <= $0.upperBound } ?? false)
  }

  /// What happened in and around it; reads its own months and those before, and none between.
  func finding(
    _ one: Intervention, _ source: EventSource, _ read: Read
  ) throws -> InterventionFinding {
    var (spots, missing): ([EventSpot], [Month]) = ([], [])
    for months in [one.before, one.months] {
      spots += try HotspotReader.spots(source, months, one.category, read)
      missing += try source.gaps(EventQuery(months: months, category: one.category), read).missing
    }
    return InterventionFinding(one, spots, missing: missing)
  }

  func question(_ key: String?, _ read: Read) throws -> HotspotQuestion? {
    let reader = HotspotReader(services: services)
    guard let source = try reader.source(key, read) else { return nil }
    return try reader.question(source, read)
  }
}
