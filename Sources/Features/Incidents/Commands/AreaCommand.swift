internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet incidents area`.
enum AreaCommand {
  static let command = Command<Services>(
    ["incidents", "area"], summary: "show or set which incidents are the partnership's",
    details: """
      The measures of incidents count the rows of these forces, and of these LSOAs where any are \
      named: by code, or by what their names begin with, such as “Tower Hamlets”. Without options \
      the present area is shown.
      """,
    arguments: [
      .repeated("--force", value: "NAME", "a force, as the files spell it"),
      .repeated("--lsoa", value: "CODE", "an LSOA code, or how LSOA names begin"),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let forces = invocation.values("--force")
    let lsoas = invocation.values("--lsoa")
    guard !forces.isEmpty || lsoas.isEmpty else {
      throw UsageError("--lsoa: name the force too, with --force.", argument: "--force")
    }
    if !forces.isEmpty {
      try services.database.write { write in
        try AreaStore.set(IncidentArea(forces: forces, lsoas: lsoas), in: write)
        let event = AuditEvent(
          actor: nil, action: "incidents.area-set", subject: "incident-area/1",
          detail: ["forces": forces.joined(separator: "; "), "lsoas": "\(lsoas.count)"],
          at: services.clock.now())
        try services.audit.record(event, in: write)
      }
      try CountsUpkeep.run(services)
    }
    let area = try services.database.read { read in try AreaStore.area(read) }
    if invocation.flag("--json") {
      invocation.output.json([
        "forces": .array((area?.forces ?? []).map { .string($0) }),
        "lsoas": .array((area?.lsoas ?? []).map { .string($0) }),
      ])
    } else if let area {
      for force in area.forces { invocation.output.line("force  \(force)") }
      for lsoa in area.lsoas { invocation.output.line("LSOA   \(lsoa)") }
    } else {
      invocation.output.line("No area is set: no incident is counted for an indicator.")
    }
  }
}
