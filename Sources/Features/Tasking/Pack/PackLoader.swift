internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Reads a pack for somebody: the kept one, or the one that is being prepared.
struct PackLoader {
  let services: Services

  func model(
    _ meeting: Meeting, for audience: PackAudience, _ read: Read
  ) throws -> PackModel {
    let today = London.day(audience.now)
    let kept = try PackStore.find(meeting.id, read)
    let pack = try kept?.pack ?? PackReader(services: services).pack(meeting, on: today, read)
    let people = (pack.carried + pack.decided).compactMap(\.content.personID)
    let trail = PackTrail(services: services)
    return PackModel(
      meeting: meeting, pack: pack, kept: kept,
      names: try MeetingReader(services: services).names(
        Set(people).union(try authorisers(pack, today, audience, read)), read),
      vehicles: audience.seesVehicles ? try vehicles(pack, today, read) : nil,
      readings: try trail.readings(meeting.week, read), reader: audience.name, now: audience.now,
      today: today, mayOpen: audience.mayOpen)
  }

  /// The vehicles of the pack that are still in force: what expired is nowhere printed again.
  private func vehicles(_ pack: Pack, _ today: Day, _ read: Read) throws -> [VehicleEntry] {
    try VehicleStore(keyring: services.keyring).current(on: today, read).filter {
      $0.isInForce && pack.vehicles.contains($0.id.rawValue)
    }
  }

  private func authorisers(
    _ pack: Pack, _ today: Day, _ audience: PackAudience, _ read: Read
  ) throws -> Set<ID<Account>> {
    guard audience.seesVehicles else { return [] }
    return Set(try vehicles(pack, today, read).compactMap(\.authorisedBy))
  }
}

/// Who read and printed a pack, from the audit trail.
struct PackTrail {
  let services: Services

  private static let most = 30

  static func subject(_ week: Week) -> String { "tasking-pack/\(week)" }

  /// The latest readings first.
  func readings(_ week: Week, _ read: Read) throws -> [PackModel.Reading] {
    var filter = AuditFilter()
    filter.subject = Self.subject(week)
    let entries = try services.audit.page(filter, before: nil, limit: Self.most, read).entries
    let names = try MeetingReader(services: services).names(
      Set(entries.compactMap(\.actor)), read)
    return entries.map { entry in
      PackModel.Reading(
        name: entry.actor.flatMap { names[$0] } ?? "The command line", at: entry.at,
        isPrinted: entry.action == "tasking.pack-printed")
    }
  }
}
