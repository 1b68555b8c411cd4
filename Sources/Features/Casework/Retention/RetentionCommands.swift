internal import Commands
internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// What is kept for how long, from the shell: all the page does.
enum RetentionCommands {
  static let all = [rules, set, list, show, keep, release, delete, deleted, run]

  static let kind = Argument.value(
    "KIND", "the kind of record", oneOf: RetentionKind.reviewed.map(\.rawValue))
  static let reference = Argument.value("REFERENCE", "the record, such as TM-7K42-0931")
  static let json = Argument.flag("--json", "print one JSON value")

  private static let list = Command<Services>(
    ["retention", "list"], summary: "list the records whose time is over and that nobody keeps",
    details: "References and days, no person. At most 50 of each kind on a page.",
    arguments: [.option("--page", value: "NUMBER", "a further page"), json]
  ) { invocation, services in
    let page =
      try invocation.option("--page", expected: "a number from 1") { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
      } ?? 1
    let store = RetentionStore(services: services, now: services.clock.now())
    let found = try services.database.read { read in
      try RetentionKind.reviewed.flatMap { try store.due($0, page: page, read).found }
    }
    if invocation.flag("--json") {
      invocation.output.json(["due": .array(found.map(json))])
      return
    }
    for one in found {
      let record = one.record
      let kept = one.others.isEmpty ? "" : "  \(one.others.map(\.words).joined(separator: "; "))"
      invocation.output.line(
        "\(record.kind.rawValue)  \(record.reference)  \(one.dueText)\(kept)")
    }
    if found.isEmpty { invocation.output.line("Nothing is due.") }
  }

  private static let show = Command<Services>(
    ["retention", "show"], summary: "say how a record stands: its time, and what keeps it",
    details: "Reasons are left out: nobody has signed in.", arguments: [kind, reference, json]
  ) { invocation, services in
    let (kind, reference) = try named(invocation)
    let store = RetentionStore(services: services, now: services.clock.now())
    let found = try services.database.read { try store.standing(kind, reference, $0) }
    guard let found else { throw RetentionProblem.notFound }
    if invocation.flag("--json") {
      invocation.output.json(json(found))
      return
    }
    invocation.output.line("\(reference)  \(found.words)")
    for hold in found.holding {
      invocation.output.line("kept until \(hold.until): \(hold.ground.title)")
    }
    for hold in found.others { invocation.output.line(hold.words) }
  }

  private static let run = Command<Services>(
    ["retention", "run"], summary: "forget letters, answers and data requests past their time",
    details: "The service does so by itself once a day, once it was run or a case was closed.",
    arguments: [json]
  ) { invocation, services in
    let now = services.clock.now()
    try services.database.write { write in
      try services.jobs.enqueueDaily(RetentionJob.name, in: write)
    }
    let done = try Forgetting(services: services, now: now).run()
    if invocation.flag("--json") {
      invocation.output.json([
        "letters": .integer(done.letters), "answers": .integer(done.answers),
        "requests": .integer(done.requests),
      ])
    } else {
      invocation.output.line("\(done.letters) letters lost their address and words.")
      invocation.output.line("\(done.answers) answers about satisfaction lost their words.")
      invocation.output.line("\(done.requests) answered data requests were deleted.")
    }
  }

  /// The kind and the reference that were given.
  static func named(
    _ invocation: Invocation
  ) throws -> (kind: RetentionKind, reference: Reference) {
    guard let kind = RetentionKind(rawValue: invocation.value("KIND")) else {
      throw UsageError("KIND: this kind is not reviewed.", argument: "KIND")
    }
    guard let reference = Reference(invocation.value("REFERENCE")) else {
      throw UsageError("REFERENCE: expected one such as TM-7K42-0931.", argument: "REFERENCE")
    }
    return (kind, reference)
  }

  private static func json(_ one: RetentionStanding) -> JSON {
    let record = one.record
    return [
      "kind": .string(record.kind.rawValue), "reference": .string(record.reference.description),
      "began": .string(London.day(record.began).description),
      "ended": JSON(record.ended.map { London.day($0).description }),
      "due": JSON(record.dueDay(one.rule)?.description), "isDue": .bool(one.isDue),
      "keptUntil": JSON(one.holding.map(\.until).max()?.description),
      "keptBy": .array(one.others.map { .string($0.words) }),
    ]
  }
}

extension RetentionStanding {
  fileprivate var dueText: String { record.dueDay(rule)?.description ?? "" }
}
