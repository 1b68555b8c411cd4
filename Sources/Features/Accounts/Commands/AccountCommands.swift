import Access
import Commands
import Database
import Kernel
import Partnership

/// Accounts from the shell: whoever may read the key file may do all of this.
enum AccountCommands {
  static let all = [add, list, disable, link]

  private static let add = Command<Services>(
    ["account", "add"], summary: "add an account and print its one-time link",
    arguments: [
      .value("NAME", "the person's name"),
      .option("--email", value: "EMAIL", "the address they sign in with", isRequired: true),
      .option(
        "--agency", value: "AGENCY", "the organisation's short word or name", isRequired: true),
      .option(
        "--role", value: "ROLE", "what they are",
        oneOf: Role.all.map(\.rawValue), isRequired: true),
    ]
  ) { invocation, services in
    let accounts = AccountServices(services)
    let now = services.clock.now()
    guard let email = EmailAddress(invocation.option("--email") ?? "") else {
      throw UsageError("--email: expected an address.", argument: "--email")
    }
    let role = Role(rawValue: invocation.option("--role") ?? "")
    let link = try services.database.write { write in
      let agency = try find(agency: invocation.option("--agency") ?? "", accounts, write)
      let new = NewAccount(
        name: Sensitive(invocation.value("NAME")), email: email, role: role,
        organisation: agency.id)
      let id = try accounts.accounts.add(new, at: now, in: write)
      try accounts.record("added", id, by: nil, ["role": role.rawValue], at: now, in: write)
      return try accounts.links.make(for: id, at: now, in: write)
    }
    print(link: link, invocation, services)
  }

  private static let list = Command<Services>(
    ["account", "list"], summary: "list the accounts",
    arguments: [.flag("--json", "print JSON")]
  ) { invocation, services in
    let accounts = AccountServices(services)
    var lines: [AccountLine] = []
    try services.database.read { read in try accounts.accounts.each(read) { lines.append($0) } }
    try services.database.write { write in
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "account.listed", subject: "account", at: services.clock.now()),
        in: write)
    }
    if invocation.flag("--json") {
      invocation.output.json(.array(lines.map(json)))
    } else {
      for line in lines { invocation.output.line(words(line)) }
    }
  }

  private static let disable = Command<Services>(
    ["account", "disable"], summary: "disable an account and sign it out everywhere",
    arguments: [.value("NAME", "name, address or number of the account")]
  ) { invocation, services in
    let accounts = AccountServices(services)
    let now = services.clock.now()
    try services.database.write { write in
      let account = try find(invocation.value("NAME"), accounts, write)
      try accounts.accounts.set(.disabled, of: account.id, version: account.version, in: write)
      try accounts.sessions.endAll(of: account.id, at: now, in: write)
      try accounts.links.cancel(for: account.id, at: now, in: write)
      try accounts.record("disabled", account.id, by: nil, at: now, in: write)
    }
    invocation.progress.message("The account is disabled.")
  }

  private static let link = Command<Services>(
    ["account", "link"], summary: "print a one-time link to choose a new password",
    arguments: [.value("NAME", "name, address or number of the account")]
  ) { invocation, services in
    let accounts = AccountServices(services)
    let now = services.clock.now()
    let link = try services.database.write { write in
      let account = try find(invocation.value("NAME"), accounts, write)
      guard account.state == .active else { throw AccountsProblem.disabled }
      try accounts.record("link-made", account.id, by: nil, at: now, in: write)
      return try accounts.links.make(for: account.id, at: now, in: write)
    }
    print(link: link, invocation, services)
  }

  private static func print(link: String, _ invocation: Invocation, _ services: Services) {
    invocation.output.line(services.settings.publicURL + EntryRoute.link(token: link).path)
    invocation.progress.message("The link works once, within \(Int(LinkStore.hours)) hours.")
  }

  private static func words(_ line: AccountLine) -> String {
    let account = line.account
    return [
      account.id.description, account.name.reveal(for: "list on the shell"),
      account.email.reveal(for: "list on the shell"), line.organisation, account.role.rawValue,
      account.state.rawValue,
    ].joined(separator: "\t")
  }

  private static func json(_ line: AccountLine) -> JSON {
    let account = line.account
    return .object([
      .init("id", .integer(Int(account.id.rawValue))),
      .init("name", .string(account.name.reveal(for: "list on the shell"))),
      .init("email", .string(account.email.reveal(for: "list on the shell"))),
      .init("organisation", .string(line.organisation)),
      .init("role", .string(account.role.rawValue)),
      .init("state", .string(account.state.rawValue)),
    ])
  }
}
