internal import Commands
internal import Database
internal import Design
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// Reviewing and releasing, from the shell.
extension AccessCommands {
  static let items = Command<Services>(
    ["people", "items"], summary: "list what was gathered for a request and what happens to each",
    details: "Titles and states; read one with people item.", arguments: [reference, json]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    guard request.isOpen else { throw AccessProblem.released }
    let review = try services.database.read { try acts.review(request, $0) }
    if invocation.flag("--json") {
      let values = review.items.map { one -> JSON in
        [
          "item": .string(one.item.key), "title": .string(one.item.title),
          "state": .string(one.outcome.words),
          "struck": .integer(one.struckByRule + one.struckByChoice),
        ]
      }
      invocation.output.json(["items": .array(values)])
      return
    }
    for one in review.items {
      invocation.output.line("\(one.item.key)  \(one.outcome.words)  \(one.item.title)")
    }
  }

  static let item = Command<Services>(
    ["people", "item"], summary: "save one item as whoever asked would read it, to a file",
    details:
      "Its words go to the file alone, which must not be there yet. That it was read is recorded.",
    arguments: [
      reference, .value("ITEM", "what people items printed"), .value("FILE", "the file to write"),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    guard request.isOpen else { throw AccessProblem.released }
    let path = invocation.value("FILE")
    let key = invocation.value("ITEM")
    let found = try services.database.write { write -> ReviewedItem? in
      try acts.noteReading(request, key, in: write)
      return try acts.review(request, write).items.first { $0.item.key == key }
    }
    guard let found else { throw AccessProblem.notFound }
    let text = found.lines.map { "\($0.heading): \($0.words)\n" }.joined()
    guard !FileManager.default.fileExists(atPath: path),
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else {
      throw UsageError("FILE: \(path) is there already or cannot be written.", argument: "FILE")
    }
    invocation.output.line("\(path) has the item.")
  }

  static let decide = Command<Services>(
    ["people", "decide"], summary: "decide whether whoever asked is given an item",
    arguments: [
      reference, .value("ITEM", "what people items printed"),
      .value("GIVE", "whether they are given it", oneOf: ["yes", "no"]),
      .option(
        "--reason", value: "REASON", "why it is left out",
        oneOf: LeavingReason.allCases.map(\.rawValue)),
      .option("--strike", value: "FILE", "passages to strike out, one a line"),
      .flag("--with-file", "the file itself goes along, since nobody else is in it"),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    var passages = ""
    if let path = invocation.option("--strike") {
      guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= 4000 else {
        throw InputRefused(file: path, reason: "it cannot be read, or is longer than 4,000 bytes")
      }
      passages = String(decoding: data, as: UTF8.self)
    }
    try refusals {
      let form = try AccessDecisionForm(
        Fields([
          ("give", invocation.value("GIVE")), ("reason", invocation.option("--reason") ?? ""),
          ("passages", passages), ("file", invocation.flag("--with-file") ? "yes" : ""),
        ]))
      try services.database.write { write in
        try acts.decide(request.reference, invocation.value("ITEM"), form, in: write)
      }
    }
    invocation.output.line("It is decided.")
  }

  static let rest = Command<Services>(
    ["people", "leave"], summary: "leave everything out that nobody decided about yet",
    arguments: [
      reference,
      .option(
        "--reason", value: "REASON", "why", oneOf: LeavingReason.allCases.map(\.rawValue),
        isRequired: true),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    let reason = LeavingReason(rawValue: invocation.value("--reason")) ?? .other
    let count = try services.database.write { write in
      try acts.leaveRest(request.reference, because: reason, in: write)
    }
    invocation.output.line("\(count) items are left out.")
  }

  static let prove = Command<Services>(
    ["people", "prove"], summary: "record how and when whoever asked showed who they are",
    arguments: [
      reference,
      .option(
        "--proof", value: "WORDS", "how, naming nobody: shells keep what is typed",
        isRequired: true),
      .option("--day", value: "DATE", "the day, such as 2026-12-31", isRequired: true),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    let day = try invocation.option("--day", expected: "a day such as 2026-12-31") { Day($0) }
    try refusals {
      let fields = [("proof", invocation.value("--proof"))]
      let form = try ProofOfSelfForm(
        Fields(fields + (day.map { DateInput.fields("proved", $0) } ?? [])),
        today: London.day(acts.now))
      try services.database.write { try acts.prove(request.reference, form, in: $0) }
    }
    invocation.output.line("It is recorded.")
  }

  static let extend = Command<Services>(
    ["people", "extend"], summary: "take two months more for a request that is complex",
    arguments: [
      reference,
      .option("--reason", value: "WORDS", "why, as they are told, naming nobody", isRequired: true),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    try refusals {
      try services.database.write { write in
        try acts.extend(request.reference, because: invocation.value("--reason"), in: write)
      }
    }
    invocation.output.line("The time is longer. Tell them, with the reason.")
  }

  static let release = Command<Services>(
    ["people", "release"], summary: "fix what whoever asked is given",
    arguments: [
      reference,
      .option("--from", value: "NAME", "the partnership, as they know it", isRequired: true),
      .flag("--read", "you have read everything they are given"),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    guard invocation.flag("--read") else {
      throw UsageError("Read everything they are given, then say --read.", argument: "--read")
    }
    try refusals {
      try services.database.write { write in
        try acts.release(request.reference, partnership: invocation.value("--from"), in: write)
      }
    }
    invocation.output.line("It is released. Save it with: hamlet people export")
  }
}
