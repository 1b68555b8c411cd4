internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Adds a scale of harm, which is used from its day on; earlier ones stay for what cites them.
struct HarmReplacing {
  let services: Services
  var account: ID<Account>?

  func add(_ scale: HarmScale) throws {
    try services.database.write { write in
      guard try HarmStore.find(scale.title, write) == nil else {
        throw Refusal(
          "version", "There is a scale of this name and version: give another version")
      }
      let now = services.clock.now()
      try HarmStore.add(scale, by: account, at: now, in: write)
      let event = AuditEvent(
        actor: account, action: "hotspots.harm-replaced", subject: "harm-scale/\(scale.title)",
        detail: ["from": scale.from.description, "kinds": String(scale.weights.count)], at: now)
      try services.audit.record(event, in: write)
    }
  }
}
