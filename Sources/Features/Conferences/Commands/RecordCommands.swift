internal import Access
internal import Commands
internal import Database
internal import Documents
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What is on record in a conference: names looked up, minutes on paper, copies, who did what.
///
/// Nothing printed names anybody; minutes do, and go into a file that only its owner reads.
extension ConferencesCommands {
  static let find = Command<Services>(
    ["conferences", "find"], summary: "look a name up in a conference",
    details: """
      FILE holds one JSON object with name, so that no name stays in the history of the shell; - for \
      standard input. Prints references. That somebody looked is on record, the name is not.
      """,
    arguments: [conference, file]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let found = try services.database.write { write in
      let (kind, clerk) = (try open(invocation, write), Operator(services))
      let name = Sensitive(try FieldsFile.read(path)["name"] ?? "")
      try FieldsFile.taken(from: path) {
        guard !NameTokens.words(name).isEmpty else {
          throw Refusal("name", "Enter a name of two letters or more")
        }
      }
      let found = try clerk.referrals.named(name, in: kind.key, sight: .all, write)
      try clerk.record(
        "looked-up", kind,
        ["found": found.map(\.reference.description).joined(separator: " ")], in: write)
      return found
    }
    for referral in found {
      invocation.output.line("\(referral.reference)  \(referral.state.title)")
    }
    if found.isEmpty { invocation.output.line("No case of that name.") }
  }

  static let minutes = Command<Services>(
    ["conferences", "minutes"], summary: "save the minutes of a meeting as PDF",
    details: """
      Each page is marked with the command line as its reader and the day by which it is destroyed. That \
      it was printed is on record before the file is written, which only its owner can read.
      """,
    arguments: [
      conference, number, .value("FILE", "the file to write; it must not be there yet"),
      .option("--from", value: "NAME", "the partnership, as the paper names it"),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    guard !FileManager.default.fileExists(atPath: path) else {
      throw UsageError("FILE: there is a file at \(path) already.", argument: "FILE")
    }
    let clerk = Operator(services)
    let (kind, model) = try services.database.read { read in
      let kind = try open(invocation, read)
      guard let id = ID<Meeting>(invocation.value("MEETING")),
        let meeting = try clerk.meetings.find(id, in: kind.key, read), meeting.begunAt != nil
      else { throw ConferencesProblem.noSuchMeeting(invocation.value("MEETING")) }
      return (
        kind,
        try MinutesModel(
          of: meeting, kind, by: clerk, reader: "The command line",
          from: invocation.option("--from") ?? "", read)
      )
    }
    let pdf = try PDFPrinter(executable: services.settings.printer).pdf(
      of: MinutesPaper(model: model).rendered())
    try services.database.write { write in
      try clerk.record(
        "minutes-printed", kind, ["meeting": model.meeting.id.description], in: write)
    }
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(pdf), attributes: [.posixPermissions: 0o600])
    else { throw UsageError("FILE: \(path) cannot be written.", argument: "FILE") }
    invocation.output.line("\(path) has the minutes: \(pdf.count) bytes.")
  }

  static let copies = Command<Services>(
    ["conferences", "copies"], summary: "list into which cases something of a case was copied",
    details: "Neither what was copied nor why is printed: nobody has signed in.",
    arguments: [conference, .value("CASE", "its reference")]
  ) { invocation, services in
    let copies = try services.database.read { read in
      let (kind, clerk) = (try open(invocation, read), Operator(services))
      guard let reference = Reference(invocation.value("CASE")),
        let referral = try clerk.referrals.find(reference, in: kind.key, read)
      else { throw ConferencesProblem.noSuchCase(invocation.value("CASE")) }
      return try CopyStore(sealing: clerk.referrals.sealing).all(of: referral.id, read)
    }
    for copy in copies {
      invocation.output.line(
        "\(London.day(copy.madeAt))  \(copy.reference)  account "
          + (copy.madeBy?.description ?? "none"))
    }
    if copies.isEmpty { invocation.output.line("Nothing was copied.") }
  }

  static let trail = Command<Services>(
    ["conferences", "trail"], summary: "show who did and read what in a conference",
    details: "The newest first, accounts by their numbers. That it was read is on record too.",
    arguments: [
      conference, .option("--before", value: "NUMBER", "older rows than that one"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let before = try invocation.option("--before", expected: "a number") { Int($0) }
    let (entries, hasOlder) = try services.database.write { write in
      let kind = try open(invocation, write)
      var filter = AuditFilter()
      filter.subject = kind.subject
      let page = try services.audit.page(filter, before: before, limit: 50, write)
      try Operator(services).record("trail-read", kind, in: write)
      return page
    }
    if invocation.flag("--json") {
      return invocation.output.json(["entries": .array(entries.map(json))])
    }
    for entry in entries {
      invocation.output.line(
        "\(entry.number)  \(entry.at)  \(entry.actor.map { "account \($0)" } ?? "operator")  "
          + (services.actions[entry.action] ?? entry.action))
    }
    if entries.isEmpty { invocation.output.line("Nothing was done yet.") }
    if hasOlder, let last = entries.last {
      invocation.progress.message("There are more: --before \(last.number)")
    }
  }

  private static func json(_ entry: AuditEntry) -> JSON {
    [
      "number": .integer(entry.number), "at": .string(entry.at.description),
      "account": entry.actor.map { .integer(Int($0.rawValue)) } ?? .null,
      "action": .string(entry.action),
      "detail": .object(entry.detail.map { JSON.Member($0.name, .string($0.value)) }),
    ]
  }
}
