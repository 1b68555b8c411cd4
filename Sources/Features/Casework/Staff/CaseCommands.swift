internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The worklist from the shell: references, titles and clocks, no person.
enum CaseCommands {
  static let all = [list] + CoverCommands.all

  private static let list = Command<Services>(
    ["work", "list"], summary: "list what waits: reports to decide about, and open cases",
    details: """
      What is due soonest first, 50 to a page. People are left out: nobody has signed in, so --whose needs \
      --of, which names an officer by the address they sign in with. --of alone lists their own cases.
      """,
    arguments: [
      .option(
        "--list", value: "NAME", "all where it is not given",
        oneOf: WorkList.allCases.map(\.rawValue)),
      .option(
        "--whose", value: "WHOSE", "all where neither this nor --of is given",
        oneOf: Whose.allCases.map(\.rawValue)),
      .option("--of", value: "ADDRESS", "the officer whose work it is"),
      .option("--page", value: "NUMBER", "the page, from 1"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    var filter = WorkFilter()
    filter.list = invocation.option("--list").flatMap(WorkList.init(rawValue:)) ?? .all
    filter.page =
      try invocation.option("--page", expected: "a number from 1") { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
      } ?? 1
    let now = services.clock.now()
    let (scope, items, hasMore) = try services.database.read { read in
      let scope = try Self.scope(invocation, services, at: now, read)
      let page = try WorkStore.page(
        filter, of: scope, at: now, left: LeftOwners.of(services.people, read), read)
      return (scope, page.items, page.hasMore)
    }
    if let words = scope.leftOut { invocation.progress.message(words) }
    if invocation.flag("--json") {
      invocation.output.json([
        "list": .string(filter.list.rawValue),
        "whose": .string(
          invocation.option("--whose") ?? (invocation.option("--of") == nil ? "all" : "own")),
        "page": .integer(filter.page),
        "hasMore": .bool(hasMore), "work": .array(items.map(json)),
      ])
      return
    }
    for item in items {
      let clock = item.due.map { ClockWords.left($0, at: now) } ?? "clocks stopped"
      let title = item.isReport ? "\(item.kind.title) (report to decide about)" : item.title
      invocation.output.line("\(item.reference)  \(item.priority.code)  \(clock)  \(title)")
    }
    if items.isEmpty { invocation.output.line("Nothing is on this list.") }
    if hasMore { invocation.progress.message("There are more: --page \(filter.page + 1)") }
  }

  /// Whose work is asked for.
  private static func scope(
    _ invocation: Invocation, _ services: Services, at now: Instant, _ read: Read
  ) throws -> WorkScope {
    let whose = invocation.option("--whose").flatMap(Whose.init(rawValue:))
    guard invocation.option("--of") != nil else {
      guard whose == nil || whose == .all else {
        throw UsageError("--whose: say of which officer with --of ADDRESS.", argument: "--of")
      }
      return .everybody
    }
    let officer = try CoverCommands.officer(invocation, "--of", services, read)
    guard let whose else { return .owned(by: [officer.id]) }
    let actor = Actor(
      account: officer.id, organisation: officer.organisation, role: officer.role)
    return try WorkScope(whose, of: actor, at: now, services.people, read)
  }

  private static func json(_ item: WorkItem) -> JSON {
    [
      "reference": .string(item.reference.description),
      "kind": .string(item.isReport ? "report" : "case"),
      "title": .string(item.isReport ? item.kind.title : item.title),
      "place": JSON(item.placeName), "priority": .integer(item.priority.rawValue),
      "due": JSON(item.due?.description), "received": .string(item.receivedAt.description),
      "isStarted": .bool(!item.isReport && item.isStarted),
      "isAcknowledged": .bool(!item.isReport || item.isStarted),
    ]
  }
}
