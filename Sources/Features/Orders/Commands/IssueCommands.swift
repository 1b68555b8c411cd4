internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Writes orders down from the shell, held against the law of their day like any other.
enum IssueCommands {
  static let all = [fields, issue]

  private static let power = Argument.value(
    "POWER", "what it is", oneOf: Power.allCases.map(\.rawValue))

  private static let fields = Command<Services>(
    ["orders", "fields"], summary: "list the fields of the file that orders issue reads",
    arguments: [power, .flag("--json", "print one JSON value")]
  ) { invocation, _ in
    guard let power = Power(rawValue: invocation.value("POWER")) else { return }
    let fields = OrderFile.known(power)
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          fields.map {
            ["name": .string($0.name), "title": .string($0.title), "isDay": .bool($0.isDay)]
          }))
    }
    for field in fields {
      invocation.output.line("\(field.name)  \(field.title)\(field.isDay ? " (2026-11-20)" : "")")
    }
  }

  private static let issue = Command<Services>(
    ["orders", "issue"], summary: "write an order or a warning down",
    details: """
      FILE is a JSON object of the fields of its form, - for standard input; hamlet orders fields lists \
      them. It is refused with the field and the section where the law of its day does not allow it. \
      Records of orders that can no longer be made, such as asbo, are written down here alone.
      """,
    arguments: [
      power, .value("FILE", "the fields as JSON, or -"),
      .option(
        "--by", value: "ADDRESS", "who issued it, by the address they sign in with",
        isRequired: true),
    ]
  ) { invocation, services in
    guard let power = Power(rawValue: invocation.value("POWER")) else { return }
    let (name, now) = (invocation.value("FILE"), services.clock.now())
    let file = try OrderFile(reading: name, for: power)
    let reference = try services.database.write { write -> Reference in
      let (person, issuer) = try issuer(invocation, services, write)
      let work = OrderWork(services: services, account: person.id, now: now)
      do { return try work.issue(file.fields, power, by: issuer, in: write) } catch let refusal
        as Refusal
      { throw refused(refusal, name) }
    }
    invocation.output.line("\(power.title) \(reference) is written down.")
  }

  /// Who issues it, with where they belong.
  private static func issuer(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> (Person, Agency) {
    let address = invocation.value("--by")
    guard let person = try services.people.signingIn(address, read), person.isActive,
      OrdersPolicy.table.allows(.issue, person.role),
      let agency = try services.people.agencies(read).first(where: { $0.id == person.organisation })
    else {
      throw UsageError(
        "--by: nobody who may issue orders signs in as \(address).", argument: "--by")
    }
    return (person, agency)
  }

  /// What a form refuses, by the names of the file.
  private static func refused(_ refusal: Refusal, _ file: String) -> InputRefused {
    let parts = refusal.entries.map { entry in
      var name = entry.field
      if name.hasSuffix("-day") { name.removeLast(4) }
      return name.isEmpty ? entry.message : "\(name): \(entry.message)"
    }
    return InputRefused(
      file: file, reason: parts.joined(separator: ". ") + ". Nothing was stored.")
  }
}
