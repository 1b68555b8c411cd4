import Access
import Commands
import Database
import HTTP
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
    let new = try form(invocation)
    try services.database.write { write in
      let id = try OrganisationStore().add(key: new.key, name: new.name, kind: new.kind, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "organisation.added", subject: "organisation/\(id)",
          detail: ["key": new.key, "kind": new.kind.rawValue], at: services.clock.now()),
        in: write)
    }
    invocation.progress.message("\(new.name) was added.")
  }

  /// What was typed, checked as the form of the page is.
  private static func form(_ invocation: Invocation) throws -> OrganisationForm {
    let typed = Fields([
      ("key", invocation.value("KEY")), ("name", invocation.option("--name") ?? ""),
      ("kind", invocation.option("--kind") ?? ""),
    ])
    do throws(Refusal) { return try OrganisationForm(typed) } catch {
      let field = error.entries.first?.field ?? "key"
      let argument = field == "key" ? "KEY" : "--\(field)"
      let messages = error.entries.filter { $0.field == field }.map(\.message)
      throw UsageError("\(argument): \(messages.joined(separator: ". ")).", argument: argument)
    }
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
