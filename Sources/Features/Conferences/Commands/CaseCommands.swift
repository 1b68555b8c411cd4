internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Refers to a conference and prepares its cases, as its pages do; nobody is named by what is printed.
extension ConferencesCommands {
  static let cases = Command<Services>(
    ["conferences", "cases"], summary: "list the cases of a conference, the latest first",
    details: "Nobody is named: nobody has signed in. 25 to a page.",
    arguments: [
      conference,
      .option(
        "--state", value: "STATE", "only those of a state",
        oneOf: Referral.State.allCases.map(\.rawValue)),
      .option("--page", value: "NUMBER", "the page, 1 where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let page = try invocation.option("--page", expected: "a number from 1") { text in
      Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
    let filter = CaseFilter(
      state: invocation.option("--state").flatMap { Referral.State(rawValue: $0) },
      page: page ?? 1)
    let cases = try services.database.read { read in
      try ReferralStore(services).page(
        filter, of: try open(invocation, read).key, sight: .all, read
      ).cases
    }
    if invocation.flag("--json") { return invocation.output.json(.array(cases.map(json))) }
    for one in cases {
      invocation.output.line("\(one.reference)  \(one.referredOn)  \(one.state.title)")
    }
    if cases.isEmpty { invocation.output.line("There is no such case.") }
  }

  private static func json(_ referral: Referral) -> JSON {
    [
      "case": .string(referral.reference.description),
      "referredOn": .string(referral.referredOn.description),
      "state": .string(referral.state.rawValue), "ground": .string(referral.criterion),
      "organisation": .integer(Int(referral.organisation.rawValue)),
      "repeat": .bool(referral.repeatOf != nil), "urgent": .bool(referral.isUrgent),
    ]
  }

  static let refer = Command<Services>(
    ["conferences", "refer"], summary: "refer somebody to a conference",
    details: """
      FILE holds one JSON object whose names are those of the fields of the page "Refer somebody": body \
      (an organisation by its key), name, born-day, born-month, born-year, other, children, criterion, \
      instrument, instrument-version, score, why, wishes, contact, urgent, shared (what it tells, by the \
      keys of kinds of data), gateway, basis, special, criminal (each by the key of a ground to share), \
      necessity and told. Give - to read standard input, so that nothing about a person stays in the history of \
      the shell. Prints the reference.
      """,
    arguments: [conference, file]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let reference = try services.database.write { write in
      let kind = try open(invocation, write)
      let clerk = Operator(services)
      let fields = try TypedFields(path, services, write).fields
      return try FieldsFile.taken(from: path) {
        try Referring(desk: clerk, kind: kind)
          .keep(fields, for: clerk.bodies(kind, write), in: write).reference
      }
    }
    invocation.output.line(reference.description)
  }

  static let decide = Command<Services>(
    ["conferences", "case"], summary: "decide on a case, ask about it, write an answer down",
    details: """
      list: FILE says meeting. decline: reason. ask: asked (organisations by their keys), due-day, \
      due-month, due-year. answer: for (whose it is), answer (known, nothing, withheld), facts, views, \
      withheld, given-by. ask-end: for. link: for and days (3, 7, 14 or 28). link-end: link.
      """,
    arguments: [
      conference, .value("CASE", "its reference"),
      .value(
        "ACT", "what is done",
        oneOf: [.list, .decline, .ask, .askEnd, .answer, .link, .linkEnd].map(\CaseAct.rawValue)),
      file,
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let said = try services.database.write { write in
      let (kind, clerk) = (try open(invocation, write), Operator(services))
      guard let act = CaseAct(rawValue: invocation.value("ACT")),
        let reference = Reference(invocation.value("CASE")),
        let referral = try clerk.referrals.find(reference, in: kind.key, write)
      else { throw ConferencesProblem.noSuchCase(invocation.value("CASE")) }
      var fields = try TypedFields(path, services, write)
      let body = fields["for"].flatMap { Int64($0) }
      let research = try clerk.research.all(of: referral.id, write).first {
        $0.organisation.rawValue == body
      }
      fields.fill("version", String(act == .answer ? research?.version ?? 0 : referral.version))
      if act == .askEnd, let research { fields.fill("asked-end", research.id.description) }
      if act == .link, let research {
        fields.fill("asked-link", research.id.description)
        fields.fill(ResearchLinkActs.days(research.id), fields["days"])
      }
      let acts = CaseActs(
        desk: clerk, sitting: clerk.sitting(kind), referral: referral, form: fields.fields)
      return try FieldsFile.taken(from: path) { try acts.keep(act, for: body, in: write) }
    }
    invocation.output.line("\(said).")
  }

  static let file = Argument.file("FILE", "the fields as JSON; - for standard input")
}
