internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

extension ConferencesCommands {
  static let shares = Command<Services>(
    ["conferences", "shares"], summary: "list what a conference showed to whom, the latest first",
    details: "Nobody is named: nobody has signed in. 50 to a page. That it was read is on record.",
    arguments: [
      conference, .option("--page", value: "NUMBER", "the page, 1 where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let page = try invocation.option("--page", expected: "a number from 1") { text in
      Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
    let clerk = Operator(services)
    let (shares, names) = try services.database.write { write in
      let kind = try open(invocation, write)
      let shares = try ConferenceShareStore.page(page ?? 1, of: kind.key, write).shares
      try clerk.record("shares-read", kind, in: write)
      return (shares, try clerk.names(write))
    }
    if invocation.flag("--json") {
      return invocation.output.json(.array(shares.map { json($0.share, $0.reference) }))
    }
    for (share, reference) in shares {
      invocation.output.line(
        "\(reference)  \(names.body(share.organisation))  "
          + (share.link == nil ? "accounts" : "link")
          + "  \(London.day(share.since)) to \(share.lastShown)  \(share.state(at: clerk.now))")
    }
    if shares.isEmpty { invocation.output.line("Nobody was asked yet.") }
  }

  private static func json(_ share: ConferenceShare, _ reference: Reference) -> JSON {
    [
      "case": .string(reference.description),
      "organisation": .integer(Int(share.organisation.rawValue)),
      "by": .string(share.link == nil ? "accounts" : "link"),
      "fields": .array(share.fields.map { .string($0.rawValue) }),
      "from": .string(London.day(share.since).description),
      "until": .string(share.lastShown.description),
      "ending": share.ending.map { .string($0.rawValue) } ?? .null,
      "register": share.register.map { .string($0.description) } ?? .null,
    ]
  }
}
