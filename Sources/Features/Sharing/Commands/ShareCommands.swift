internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The register from the shell; what is written about people stays sealed, since nobody has signed in.
enum ShareCommands {
  static let all = [list, show, add, revoke] + GroundCommands.all + SetCommands.all

  private static let list = Command<Services>(
    ["sharing", "list"], summary: "list what is shared now, or what has ended",
    details: "Purposes and names are left out: nobody has signed in. --csv prints the whole list.",
    arguments: [
      .flag("--ended", "those ended or revoked, the latest first"),
      .option("--organisation", value: "KEY", "one organisation, such as police"),
      .option("--gateway", value: "KEY", "one gateway, such as cda-115"),
      SharingCommanding.pageOption, .flag("--csv", "print the whole list as CSV"),
      SharingCommanding.json,
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    var filter = ShareFilter()
    filter.isOpen = !invocation.flag("--ended")
    filter.gateway = invocation.option("--gateway") ?? ""
    filter.page = try command.page()
    let store = ShareStore(services)
    let now = command.now
    try services.database.read { read in
      let agencies = try services.people.agencies(read)
      if let key = invocation.option("--organisation") {
        filter.organisation = ID(try command.organisation(key, "--organisation", agencies))
      }
      if invocation.flag("--csv") {
        let records = try store.all(filter, at: now, read)
        return invocation.output.write(ShareTable.csv(records, agencies, at: now))
      }
      let (records, hasMore) = try store.page(filter, at: now, read)
      if invocation.flag("--json") {
        return invocation.output.json([
          "page": .integer(filter.page), "hasMore": .bool(hasMore),
          "shares": .array(records.map { json($0, agencies, at: now) }),
        ])
      }
      for record in records { invocation.output.line(line(record, agencies, at: now)) }
      if records.isEmpty { invocation.output.line("No share is in this list.") }
      if hasMore { invocation.progress.message("There are more: --page \(filter.page + 1)") }
    }
  }

  private static let show = Command<Services>(
    ["sharing", "show"], summary: "show one share with its grounds in law",
    arguments: [
      .value("REFERENCE", "the share, such as TM-7K42-0931"), SharingCommanding.json,
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let reference = try command.reference()
    try services.database.read { read in
      guard let record = try ShareStore(services).find(reference, read) else {
        throw SharingProblem.unknownShare(reference.description)
      }
      let agencies = try services.people.agencies(read)
      if invocation.flag("--json") {
        return invocation.output.json(json(record, agencies, at: command.now))
      }
      invocation.output.line(line(record, agencies, at: command.now))
      for ground in record.share.terms.grounds {
        invocation.output.line("\(ground.part.rawValue)  \(ground.title)  \(ground.section)")
      }
    }
  }

  private static let add = Command<Services>(
    ["sharing", "record"], summary: "record a share before it leaves",
    details:
      "Purpose, necessity and the name of another organisation must name no person: shells keep what "
      + "is typed. hamlet sharing grounds shows what may be named.",
    arguments: [
      .option("--organisation", value: "KEY", "the organisation it goes to, such as health"),
      .option("--outside", value: "NAME", "or an organisation outside the partnership"),
      .option("--from", value: "KEY", "the organisation that shares", isRequired: true),
      .option("--about", value: "REFERENCE", "the case it is about"),
      .option("--purpose", value: "WORDS", "what it needs it for", isRequired: true),
      .option("--necessity", value: "WORDS", "why no less would do", isRequired: true),
      .option("--gateway", value: "KEY", "the power or duty, such as cda-115", isRequired: true),
      .flag("--recipient-said", "the recipient is one whom that power names, or acts for one"),
      .option("--basis", value: "KEY", "the basis, such as public-task", isRequired: true),
      .option("--special", value: "KEY", "the condition for health, beliefs and the like"),
      .option("--criminal", value: "KEY", "the authority for allegations and offences"),
      .option("--agreement", value: "NUMBER", "the agreement it falls under"),
      SharingCommanding.fields,
      .option("--until", value: "DATE", "the last day, such as 2026-12-31", isRequired: true),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    try command.write { write in
      let agencies = try services.people.agencies(write)
      let sharer = try command.organisation(invocation.value("--from"), "--from", agencies)
      var fields = ["about", "purpose", "necessity", "gateway", "basis", "special", "criminal"].map
      {
        ($0, invocation.value("--\($0)"))
      }
      fields.append(("agreement", invocation.value("--agreement")))
      if invocation.flag("--recipient-said") { fields.append((ShareTermsForm.said, "yes")) }
      fields += invocation.values("--field").map { ("shared", $0) }
      fields += try command.day("--until", as: "until")
      if let name = invocation.option("--outside") {
        fields += [("recipient", ShareForm.outside), ("outside", name)]
      } else if let key = invocation.option("--organisation") {
        fields.append(
          ("recipient", try command.organisation(key, "--organisation", agencies)))
      }
      let form = try ShareForm(
        Fields(fields), agencies, by: agencies.first { $0.id.description == sharer },
        GroundStore.choices(on: command.today, write), today: command.today)
      let share = try ShareStore(services).add(
        NewShare(about: form.about, with: form.recipient, form.terms, by: nil, at: command.now),
        in: write)
      try command.record("sharing.shared", "share/\(share.reference)", share.trail, in: write)
      return "\(share.reference) is recorded until \(share.lastDay)."
    }
  }

  private static let revoke = Command<Services>(
    ["sharing", "revoke"], summary: "end a share now",
    arguments: [
      .value("REFERENCE", "the share, such as TM-7K42-0931"),
      .option("--reason", value: "WORDS", "why, naming nobody", isRequired: true),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let reference = try command.reference()
    try command.write { write in
      let store = ShareStore(services)
      guard let record = try store.find(reference, write) else {
        throw SharingProblem.unknownShare(reference.description)
      }
      guard record.share.isOpen(at: command.now) else {
        throw UsageError("\(reference) has ended already. Nothing was changed.")
      }
      guard !record.share.isKeptByRecord else {
        throw UsageError(
          "\(reference) belongs to a case: hamlet cases unshare ends it. Nothing was changed.")
      }
      let form = try RevocationForm(Fields([("ending", invocation.value("--reason"))]))
      try store.end(record, ShareEnd(command.now, because: form.reason), in: write)
      try command.record("sharing.revoked", "share/\(reference)", in: write)
      return "\(reference) is revoked."
    }
  }

  private static func line(
    _ record: ShareRecord, _ agencies: [Agency], at now: Instant
  ) -> String {
    let share = record.share
    return "\(share.reference)  \(record.state(at: now).title)  until \(share.lastDay)  "
      + "\(ShareTable.recipient(share, agencies))  \(share.terms.ground(.gateway)?.key ?? "")"
  }

  private static func json(
    _ record: ShareRecord, _ agencies: [Agency], at now: Instant
  ) -> JSON {
    let share = record.share
    return [
      "reference": .string(share.reference.description),
      "about": JSON(share.about?.description),
      "recipient": .string(ShareTable.recipient(share, agencies)),
      "fields": .array(share.terms.fields.map { .string($0.rawValue) }),
      "since": .string(share.since.description), "lastDay": .string(share.lastDay.description),
      "state": .string(record.state(at: now).rawValue),
      "grounds": .array(
        share.terms.grounds.map { ground in
          [
            "part": .string(ground.part.rawValue), "key": .string(ground.key),
            "section": .string(ground.section),
          ]
        }),
    ]
  }
}
