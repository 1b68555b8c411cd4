import Access
import Commands
import Database
import Kernel
import Partnership

/// The bodies of the partnership, and its name, from the shell.
enum OrganisationCommands {
  static let all = [add, list, name]

  private static let add = Command<Services>(
    ["organisation", "add"], summary: "add a body of the partnership",
    arguments: [
      .value("KEY", "a short word for it, such as police"),
      .option("--name", value: "NAME", "its name", isRequired: true),
      .option(
        "--kind", value: "KIND", "what it is",
        oneOf: AgencyKind.allCases.map(\.rawValue), isRequired: true),
    ]
  ) { invocation, services in
    let key = invocation.value("KEY")
    guard let name = invocation.option("--name"),
      let kind = AgencyKind(rawValue: invocation.option("--kind") ?? "")
    else { throw UsageError("--kind: expected a kind.", argument: "--kind") }
    try services.database.write { write in
      let id = try OrganisationStore().add(key: key, name: name, kind: kind, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "organisation.added", subject: "organisation/\(id)",
          detail: ["key": key, "kind": kind.rawValue], at: services.clock.now()),
        in: write)
    }
    invocation.progress.message("\(name) was added.")
  }

  private static let list = Command<Services>(
    ["organisation", "list"], summary: "list the bodies of the partnership"
  ) { invocation, services in
    for agency in try services.database.read({ try OrganisationStore().all($0) }) {
      invocation.output.line("\(agency.key)\t\(agency.kind.rawValue)\t\(agency.name)")
    }
  }

  private static let name = Command<Services>(
    ["partnership", "name"], summary: "set the partnership's name, shown on every page",
    arguments: [.value("NAME", "the name")]
  ) { invocation, services in
    let name = invocation.value("NAME")
    try services.database.write { write in
      try AccountsStore.name(partnership: name, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "partnership.named", subject: "partnership",
          at: services.clock.now()),
        in: write)
    }
  }
}
