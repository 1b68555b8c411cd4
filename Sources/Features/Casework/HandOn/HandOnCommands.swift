internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Handing cases on from the shell.
enum HandOnCommands {
  static let all = [handOn, takeBack]

  private static let reference = Argument.value("REFERENCE", "the case, such as TM-7K42-0931")

  private static let handOn = Command<Services>(
    ["cases", "hand-on"], summary: "hand a case to another organisation or a service outside",
    details: """
      An organisation with accounts leads the case here and its clocks go on; it must be a party \
      already. For any other the case is closed. Reasons must name nobody: shells keep what is typed.
      """,
    arguments: [
      reference,
      .option("--to", value: "KEY", "the organisation, such as police"),
      .option("--service", value: "NAME", "a service outside, in place of an organisation"),
      .option("--reason", value: "WORDS", "why", isRequired: true),
      .option("--told", value: "WORDS", "what those who reported it are told", isRequired: true),
      .option(
        "--share", value: "FILE",
        "what they are told of the case: a JSON object of the page's hand-on- fields; - reads standard input"
      ),
    ]
  ) { invocation, services in
    guard (invocation.option("--to") == nil) != (invocation.option("--service") == nil) else {
      throw UsageError("Give either --to or --service.", argument: "--to")
    }
    try CaseCommanding.write(invocation, services) { file, now, write in
      let agencies = try services.people.agencies(write)
      let chosen = invocation.option("--to").map { key in agencies.first { $0.key == key } }
      if let chosen, chosen == nil {
        let keys = agencies.map(\.key).joined(separator: ", ")
        throw UsageError("--to: expected one of \(keys).", argument: "--to")
      }
      let fields = [
        ("to", (chosen ?? nil)?.id.description ?? HandOnForm.outside),
        ("service", invocation.value("--service")),
        ("hand-on-reason", invocation.value("--reason")),
        ("hand-on-told", invocation.value("--told")),
      ]
      let facts = try HandOnFacts(services, by: nil, on: London.day(now), write)
      let form = try Self.form(fields, invocation.option("--share"), facts)
      let action = try HandingOn(services: services, account: nil, now: now).hand(
        file, form, in: write)
      try CaseCommanding.record(
        action, file, ["to": form.to.name], services, in: write)
      return "\(file.reference) was handed on to \(form.to.name)."
    }
  }

  private static func form(
    _ fields: [(String, String)], _ share: String?, _ facts: HandOnFacts
  ) throws -> HandOnForm {
    let tells = HandOnForm.Tells.field
    guard let share else {
      return try HandOnForm(
        Fields(fields + [(tells, HandOnForm.Tells.nothing.rawValue)]), facts)
    }
    return try FieldsFile.taken(from: share) {
      let told = try FieldsFile.read(share)
      return try HandOnForm(
        Fields(
          fields + [(tells, HandOnForm.Tells.something.rawValue)]
            + told.pairs.map { ($0.name, $0.value) }), facts)
    }
  }

  private static let takeBack = Command<Services>(
    ["cases", "take-back"], summary: "lead a case again that another organisation leads",
    arguments: [
      reference, .option("--reason", value: "WORDS", "why, naming nobody", isRequired: true),
    ]
  ) { invocation, services in
    try CaseCommanding.write(invocation, services) { file, now, write in
      try HandingOn(services: services, account: nil, now: now).takeBack(
        file, because: invocation.value("--reason"), in: write)
      try CaseCommanding.record("casework.case-take-back", file, [:], services, in: write)
      return "We lead \(file.reference) again."
    }
  }
}
