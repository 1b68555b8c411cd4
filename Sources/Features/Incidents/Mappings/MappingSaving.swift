internal import Access
internal import Database
internal import Documents
internal import Geography
internal import HTTP
internal import Kernel
internal import Partnership

/// The saving of a mapping from the page, the command line and the demonstration.
struct MappingSaving: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Throws what is wrong with a mapping, field by field, its coordinate systems looked up.
  func check(_ mapping: Mapping) throws {
    try MappingCheck.check(mapping)
    guard !mapping.columns.x.isEmpty, mapping.rows == .events else { return }
    let reader = ReaderProcess(executable: services.settings.reader)
    var refused: [Refusal.Entry] = []
    for (field, name) in [("system", mapping.system), ("plane", mapping.plane)] {
      do {
        let system = try reader.system(named: name)
        if field == "plane", system.isDegrees {
          refused.append(
            .init(field: field, message: "\(name) is of degrees: enter a system of metres"))
        }
      } catch ReaderProblem.misplaced {
        refused.append(
          .init(field: field, message: "\(name) is not known: check its number at epsg.io"))
      }
    }
    if !refused.isEmpty { throw Refusal(refused) }
  }

  /// Keeps a mapping that was checked, and notes it in the audit trail; `version` is the one it was
  /// edited from.
  func save(
    _ mapping: Mapping, after version: Int? = nil, by account: ID<Account>?
  ) throws -> SavedMapping {
    let now = services.clock.now()
    return try services.database.write { write in
      let before = try MappingStore.find(mapping.key, write)
      let saved = try MappingStore.save(mapping, after: version, by: account, at: now, in: write)
      if saved.version != before?.version {
        try services.audit.record(
          AuditEvent(
            actor: account, action: "incidents.mapping-saved",
            subject: "incident-mapping/\(saved.id)",
            detail: ["key": mapping.key, "version": String(saved.version)], at: now), in: write)
      }
      return saved
    }
  }
}
