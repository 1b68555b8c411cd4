internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Changes the rules of conferences, names mailboxes, counts sessions and ends flags.
extension ConferencesCommands {
  static let rules = Command<Services>(
    ["conferences", "rules"], summary: "change some of the rules of a conference",
    details: """
      FILE holds what is to change, by the names of the fields of the page "Change the rules": purpose, \
      statement, agenda, cadence, emergency, research, repeat, flag, case-minutes, minutes-days, keep, agency, \
      role, adult-women, adult-women-source and yardstick; of a ground ground-KEY (its words; empty to end \
      it), ground-KEY-least, ground-KEY-most and ground-KEY-repeat (yes, or empty), with new-1 to new-3 \
      for KEY to add some. kinds --json lists the keys. What it does not name stays. A changed ground has \
      another key; earlier referrals keep theirs.
      """, arguments: [conference, file]
  ) { invocation, services in
    let path = invocation.value("FILE")
    try services.database.write { write in
      let kind = try kind(invocation, write)
      var fields = try FieldsFile.read(path)
      let typed = Set(fields.pairs.map(\.name))
      for pair in RulesForm.fields(kind).pairs where !typed.contains(pair.name) {
        fields.append(pair.name, pair.value)
      }
      let form = try FieldsFile.taken(from: path) { try RulesForm(fields, kind) }
      let clerk = Operator(services)
      try KindStore.change(kind, to: form.rules, in: write)
      try KindStore.change(kind, grounds: form.grounds, at: clerk.now, in: write)
      try clerk.record(
        "rules-changed", kind, ["version": String(kind.version + 1)], in: write)
    }
    invocation.output.line("The rules are changed.")
  }

  static let add = Command<Services>(
    ["conferences", "add"], summary: "add a kind of conference",
    details: """
      FILE holds key (its word in addresses), title, apart (yes where nothing of it may show to anybody \
      who does not sit in it, or no; it cannot be changed later), subject-title and other-title (what a case \
      is about, and the other side of it), sessions-title (where it counts sessions), source (where its \
      rules are from), and the fields of rules: each number is needed. Its grounds are ground-new-1 to \
      ground-new-3; more are added by rules. The first seat is given by seat.
      """, arguments: [file]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let title = try services.database.write { write in
      let (fields, clerk) = (try FieldsFile.read(path), Operator(services))
      let form = try FieldsFile.taken(from: path) {
        try NewKindForm(fields, taken: KindStore.all(write).map(\.key))
      }
      try KindStore.add(form.kind, in: write)
      try KindStore.change(form.kind, to: form.rules.rules, in: write)
      try KindStore.change(form.kind, grounds: form.rules.grounds, at: clerk.now, in: write)
      try clerk.record("kind-added", form.kind, in: write)
      return form.kind.title
    }
    invocation.output.line("\(title) is added.")
  }

  static let mailbox = Command<Services>(
    ["conferences", "mailbox"], summary: "name the mailbox an organisation is asked at",
    details: """
      FILE says mailbox-body (an organisation by its key) and mailbox; without mailbox the one there is \
      is taken away.
      """, arguments: [conference, file]
  ) { invocation, services in
    let path = invocation.value("FILE")
    try services.database.write { write in
      let (kind, clerk) = (try kind(invocation, write), Operator(services))
      let fields = try TypedFields(path, services, write).fields
      let form = try FieldsFile.taken(from: path) {
        try MailboxForm(fields, bodies: clerk.bodies(kind, write))
      }
      try Seating(services: services).name(form, in: kind, by: nil, at: clerk.now, write: write)
    }
    invocation.output.line("The mailbox is kept.")
  }

  static let sessions = Command<Services>(
    ["conferences", "sessions"], summary: "count the sessions of a month; nobody is named",
    arguments: [
      conference, .option("--month", value: "MONTH", "such as 2026-01", isRequired: true),
      .option(
        "--audience", value: "NAME", "for whom they were",
        oneOf: SessionAudience.allCases.map(\.rawValue), isRequired: true),
      .option("--sessions", value: "NUMBER", "how many were held", isRequired: true),
      .option("--people", value: "NUMBER", "how many came", isRequired: true),
    ]
  ) { invocation, services in
    let names = ["month", "audience", "sessions", "people"]
    let fields = Fields(names.map { ($0, invocation.value("--\($0)")) })
    let clerk = Operator(services)
    try services.database.write { write in
      let kind = try open(invocation, write)
      guard !kind.sessionsTitle.isEmpty else { throw ConferencesProblem.countsNone(kind.key) }
      let count: SessionCount
      do throws(Refusal) {
        count = try SessionForm(fields, today: clerk.today).count
      } catch {
        let first = error.entries[0]
        throw UsageError("--\(first.field): \(first.message).", argument: "--\(first.field)")
      }
      try SessionStore.set(count, of: kind.key, by: nil, at: clerk.now, in: write)
      try clerk.record(
        "sessions-counted", kind,
        ["month": count.month.description, "audience": count.audience.rawValue], in: write)
    }
    invocation.output.line("The count is kept.")
  }

  static let flags = Command<Services>(
    ["conferences", "flags"], summary: "list flags that end in the next month, or end one",
    arguments: [
      conference, .option("--end", value: "CASE", "say that every body has taken this one off"),
    ]
  ) { invocation, services in
    let clerk = Operator(services)
    let store = FlagStore(sealing: clerk.referrals.sealing)
    guard let typed = invocation.option("--end") else {
      let flags = try services.database.read { read in
        try store.ending(
          in: try open(invocation, read).key, by: clerk.today.adding(days: FlagHandlers.days), read)
      }
      for flag in flags {
        invocation.output.line("\(flag.flagUntil?.description ?? "")  \(flag.reference)")
      }
      if flags.isEmpty { invocation.output.line("No flag ends.") }
      return
    }
    try services.database.write { write in
      let kind = try open(invocation, write)
      guard let reference = Reference(typed),
        let referral = try clerk.referrals.find(reference, in: kind.key, write),
        try store.end(referral, on: clerk.today, in: write)
      else { throw ConferencesProblem.noSuchCase(typed) }
      try clerk.record("flag-ended", kind, ["case": reference.description], in: write)
    }
    invocation.output.line("The flag is ended.")
  }
}
