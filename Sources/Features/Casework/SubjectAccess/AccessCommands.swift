internal import Commands
internal import Database
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// Requests for one's own data, from the shell: all the page does.
///
/// Names come from a file, never as an argument, and only the file that is given has any.
enum AccessCommands {
  static let all = [
    requests, open, find, choose, items, item, decide, rest, prove, extend, release, export,
  ]

  static let reference = Argument.value("REFERENCE", "the request, such as TM-7K42-0931")
  static let json = Argument.flag("--json", "print one JSON value")

  private static let requests = Command<Services>(
    ["people", "requests"], summary: "list requests for one's own data by the day they are due",
    details: "References and days, nobody's name. At most 50 on a page.",
    arguments: [
      .flag("--answered", "those that were answered"),
      .option("--page", value: "NUMBER", "a further page"), json,
    ]
  ) { invocation, services in
    let page =
      try invocation.option("--page", expected: "a number from 1") { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
      } ?? 1
    let found = try services.database.read { read in
      try AccessStore(services: services).list(
        isOpen: !invocation.flag("--answered"), page: page, read
      ).prefix(AccessStore.onPage)
    }
    if invocation.flag("--json") {
      let values = found.map { one -> JSON in
        [
          "reference": .string(one.reference.description),
          "received": .string(one.receivedOn.description),
          "due": .string(one.dueOn.description), "proved": JSON(one.provedOn?.description),
          "released": JSON(one.releasedAt?.description),
        ]
      }
      invocation.output.json(["requests": .array(Array(values))])
      return
    }
    for one in found {
      invocation.output.line("\(one.reference)  came \(one.receivedOn)  due \(one.dueOn)")
    }
    if found.isEmpty { invocation.output.line("There are none.") }
  }

  private static let open = Command<Services>(
    ["people", "open"], summary: "open a request for one's own data",
    details: """
      FILE has one field a line, such as name: Ayesha Example. Fields: regime (general or enforcement), name, \
      other-names, born, asker, wish, received, proof, proved; days as 2026-12-31.
      """,
    arguments: [.file("FILE", "the fields, one a line"), json]
  ) { invocation, services in
    let acts = acts(services)
    let fields = try fields(of: invocation.value("FILE"))
    let request = try refusals {
      try services.database.write { write in
        try acts.open(AccessForm(fields, today: London.day(acts.now)), in: write)
      }
    }
    if invocation.flag("--json") {
      invocation.output.json([
        "reference": .string(request.reference.description),
        "due": .string(request.dueOn.description),
      ])
    } else {
      invocation.output.line("\(request.reference) is opened, due \(request.dueOn).")
    }
  }

  private static let find = Command<Services>(
    ["people", "find"], summary: "find the records that may be about whom a request is about",
    details:
      "Prints codes, parts and references, and names nobody. Open each before you choose it.",
    arguments: [reference, json]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    let (result, others) = try services.database.read { read in
      (try acts.search(request, read), try AccessOthers(services: services).find(request, read))
    }
    try services.database.write { try acts.noteSearch(request, result.detail, in: $0) }
    let lines =
      result.found.map { one in
        (
          AccessRecord(kind: one.kind, record: one.record).code,
          "\(one.place.reference)  \(one.part)"
        )
      } + others.map { ($0.other.code, $0.found.title) }
    if invocation.flag("--json") {
      let values = lines.map { code, words -> JSON in
        ["record": .string(code), "what": .string(words)]
      }
      invocation.output.json(["found": .array(values)])
      return
    }
    for (code, words) in lines { invocation.output.line("\(code)  \(words)") }
    if lines.isEmpty { invocation.output.line("Nobody was found.") }
  }

  private static let choose = Command<Services>(
    ["people", "choose"], summary: "say which records are about whom a request is about",
    arguments: [
      reference,
      .option(
        "--records", value: "CODES", "what people find printed, with commas", isRequired: true),
    ]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    let codes = invocation.value("--records").split(separator: ",").map { String($0) }
    let choice = AccessChoice(codes, services.personalData)
    guard choice.count == codes.count else {
      throw UsageError("--records: expected codes such as person-12.", argument: "--records")
    }
    try refusals {
      try services.database.write { try acts.choose(request.reference, choice, in: $0) }
    }
    invocation.output.line(
      choice.count == 1 ? "1 record is theirs." : "\(choice.count) records are theirs.")
  }

  private static let export = Command<Services>(
    ["people", "export"], summary: "save what somebody is given, once it was reviewed and released",
    details: "A ZIP file with a page to read and the same as JSON. That it was saved is recorded.",
    arguments: [reference, .value("FILE", "the file to write; it must not be there yet")]
  ) { invocation, services in
    let (acts, request) = try named(invocation, services)
    let path = invocation.value("FILE")
    guard !FileManager.default.fileExists(atPath: path) else {
      throw UsageError("FILE: there is a file at \(path) already.", argument: "FILE")
    }
    let bytes = try acts.export(request.reference)
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw UsageError("FILE: \(path) cannot be written.", argument: "FILE") }
    invocation.output.line("\(path) has what they are given: \(bytes.count) bytes.")
  }

  // Parts

  static func acts(_ services: Services) -> AccessActs {
    AccessActs(services: services, account: nil, now: services.clock.now())
  }

  /// The request that was named.
  static func named(
    _ invocation: Invocation, _ services: Services
  ) throws -> (AccessActs, AccessRequest) {
    guard let reference = Reference(invocation.value("REFERENCE")) else {
      throw UsageError("REFERENCE: expected one such as TM-7K42-0931.", argument: "REFERENCE")
    }
    let acts = acts(services)
    guard let found = try services.database.read({ try acts.store.find(reference, $0) }) else {
      throw AccessProblem.notFound
    }
    return (acts, found)
  }

  /// A refused field as wrong use of the command.
  static func refusals<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let refusal as Refusal {
      throw UsageError(refusal.entries.map(\.message).joined(separator: "; "))
    }
  }

  private static let days: Set<String> = ["born", "received", "proved"]

  /// The fields of a file, one a line; days are taken apart as the page has them.
  private static func fields(of path: String) throws -> Fields {
    guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= 20_000 else {
      throw InputRefused(file: path, reason: "it cannot be read, or is too long")
    }
    var fields: [(String, String)] = []
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1).map { part in
        String(part.drop(while: \.isWhitespace))
      }
      guard parts.count == 2 else { continue }
      if days.contains(parts[0]) {
        let day = parts[1].split(separator: "-").map(String.init)
        for (name, value) in zip(["year", "month", "day"], day) {
          fields.append(("\(parts[0])-\(name)", value))
        }
      } else {
        fields.append((parts[0], parts[1]))
      }
    }
    return Fields(fields)
  }
}
