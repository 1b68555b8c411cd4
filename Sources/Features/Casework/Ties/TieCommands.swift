internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Joining and parting cases from the shell: references and titles, no person.
enum TieCommands {
  static let all = [ties, join, part]

  private static let reference = Argument.value("REFERENCE", "the case, such as TM-7K42-0931")
  private static let told = Argument.option(
    "--told", value: "WORDS", "what else those who reported it are told")

  private static let ties = Command<Services>(
    ["cases", "ties"], summary: "list the cases that were joined to a case or parted from it",
    arguments: [reference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let ties = try services.database.read { read in
      try TieStore.ties(of: CaseCommanding.file(invocation, services, read), read)
    }
    if invocation.flag("--json") {
      let values = ties.map { tie -> JSON in
        [
          "kind": .string(tie.kind.rawValue), "reference": .string(tie.other.description),
          "title": .string(tie.title), "at": .string(tie.at.description),
        ]
      }
      invocation.output.json(["ties": .array(values)])
      return
    }
    for tie in ties {
      invocation.output.line("\(tie.other)  \(tie.kind.title)  \(London.day(tie.at))  \(tie.title)")
    }
    if ties.isEmpty { invocation.output.line("No case was joined to it or parted from it.") }
  }

  private static let join = Command<Services>(
    ["cases", "join"], summary: "join a case to another that goes on",
    details:
      "The case is closed and its reference leads to the other. Reasons must name nobody: shells "
      + "keep what is typed.",
    arguments: [
      reference,
      .option("--into", value: "REFERENCE", "the open case that goes on", isRequired: true),
      .option("--reason", value: "WORDS", "why they are one case", isRequired: true), told,
      .repeated("--give", value: "KEY", "an organisation that is given the other case too"),
      .flag("--seen", "you looked at which organisations read the case that goes on"),
    ]
  ) { invocation, services in
    try CaseCommanding.write(invocation, services) { file, now, write in
      let joining = Joining(services: services, account: nil, now: now)
      let into = try joining.taker(invocation.value("--into"), of: file, write)
      let agencies = try services.people.agencies(write)
      let given = try invocation.values("--give").map { key in
        guard let agency = agencies.first(where: { $0.key == key }) else {
          let keys = agencies.map(\.key).joined(separator: ", ")
          throw UsageError("--give: expected one of \(keys).", argument: "--give")
        }
        return ("given", agency.id.description)
      }
      let fields =
        [
          ("join-reason", invocation.value("--reason")),
          ("join-told", invocation.value("--told")),
        ] + given + (invocation.flag("--seen") ? [("seen", "yes")] : [])
      try joining.join(file, to: into, JoinForm(Fields(fields)), in: write)
      try CaseCommanding.record(
        "casework.case-join", file, ["into": into.reference.description], services, in: write)
      try CaseCommanding.record(
        "casework.case-joined", into, ["from": file.reference.description], services, in: write)
      return "\(file.reference) was joined to \(into.reference)."
    }
  }

  private static let part = Command<Services>(
    ["cases", "part"], summary: "make a case of its own of some reports of a case",
    details: "People, actions and evidence stay; on its page they can be chosen to go along.",
    arguments: [
      reference,
      .repeated("--report", value: "REFERENCE", "a report of the new case; give one or more"),
      .option("--title", value: "WORDS", "its title, naming nobody", isRequired: true),
      .option("--reason", value: "WORDS", "why they are two cases", isRequired: true), told,
    ]
  ) { invocation, services in
    try CaseCommanding.write(invocation, services) { file, now, write in
      let whole = try WholeCase(file, services, at: now, write)
      let typed = invocation.values("--report")
      if let unknown = typed.first(where: { text in
        !whole.reports.contains { $0.reference.description == text }
      }) {
        throw UsageError("--report: \(unknown) is no report of it.", argument: "--report")
      }
      let form = try PartForm(
        Fields(
          typed.map { ("part-report", $0) } + [
            ("part-title", invocation.value("--title")),
            ("part-reason", invocation.value("--reason")),
            ("part-told", invocation.value("--told")),
          ]), of: whole)
      var generator = SystemRandom()
      let new = try Parting(services: services, account: nil, now: now).part(
        file, form, using: &generator, in: write)
      try CaseCommanding.record(
        "casework.case-part", file, ["into": new.reference.description], services, in: write)
      try CaseCommanding.record(
        "casework.case-parted", new, ["from": file.reference.description], services, in: write)
      return "\(new.reference) was parted from \(file.reference)."
    }
  }
}
