internal import Commands
internal import Database
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// Bundles for a court, from the shell; words go to files alone.
enum BundleCommands {
  static let all = [list, begin, papers, choose, decide, finish, delete, save]

  static let reference = Argument.value("REFERENCE", "the case, such as TM-7K42-0931")
  static let number = Argument.value("NUMBER", "which bundle of the case, from 1")
  static let json = Argument.flag("--json", "print one JSON value")

  private static let list = Command<Services>(
    ["cases", "bundles"], summary: "list the bundles for a court of a case",
    arguments: [reference, json]
  ) { invocation, services in
    let bundles = try services.database.read { read in
      let acts = try acts(invocation, services, read)
      return try acts.store.all(of: acts.file.id, read)
    }
    if invocation.flag("--json") {
      let values = bundles.map { one -> JSON in
        [
          "number": .integer(one.number), "begun": .string(one.madeAt.description),
          "finished": JSON(one.finishedAt?.description),
        ]
      }
      invocation.output.json(["bundles": .array(values)])
      return
    }
    for one in bundles {
      let state = one.finishedAt.map { "finished \(London.day($0))" } ?? "draft"
      invocation.output.line("\(one.number)  begun \(London.day(one.madeAt))  \(state)")
    }
    if bundles.isEmpty { invocation.output.line("The case has none.") }
  }

  private static let begin = Command<Services>(
    ["cases", "bundle", "begin"], summary: "begin a bundle for a court",
    details: "Those complained of are named; everybody else in the case is struck out.",
    arguments: [
      reference, .option("--court", value: "WORDS", "the court", isRequired: true),
      .option("--claim", value: "WORDS", "the number of the claim"),
      .option("--like", value: "NUMBER", "begin with the papers of another bundle of the case"),
    ]
  ) { invocation, services in
    let like = try invocation.option("--like", expected: "a number from 1") { Int($0) }
    let bundle = try changed(invocation, services) { acts, write in
      let people = try acts.gathering.people(write)
      let named = people.filter { $0.part == .subject }.map { ("named", $0.id.description) }
      let form = try BundleForm(
        Fields(
          [
            ("court", invocation.value("--court")), ("claim", invocation.option("--claim") ?? ""),
          ] + named), people: people)
      return try acts.begin(form, like: like, in: write)
    }
    invocation.output.line("Bundle \(bundle.number) is begun.")
  }

  private static let finish = Command<Services>(
    ["cases", "bundle", "finish"], summary: "fix what a bundle holds",
    arguments: [
      reference, number,
      .option("--from", value: "NAME", "the partnership, as the court knows it", isRequired: true),
      .flag("--read", "you have read the draft"),
    ]
  ) { invocation, services in
    guard invocation.flag("--read") else {
      throw UsageError("Read the draft, then say --read.", argument: "--read")
    }
    try changed(invocation, services) { acts, write in
      try acts.finish(number(invocation), from: invocation.value("--from"), in: write)
    }
    invocation.output.line("It is finished. Save it with: hamlet cases bundle save")
  }

  private static let delete = Command<Services>(
    ["cases", "bundle", "delete"], summary: "delete the draft of a bundle",
    arguments: [reference, number]
  ) { invocation, services in
    try changed(invocation, services) { acts, write in
      try acts.delete(number(invocation), in: write)
    }
    invocation.output.line("The draft is deleted.")
  }

  private static let save = Command<Services>(
    ["cases", "bundle", "save"], summary: "save a bundle as PDF; that it was saved is recorded",
    arguments: [
      reference, number, .value("FILE", "the file to write; it must not be there yet"),
      .option("--from", value: "NAME", "the partnership, on a draft"),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    guard !FileManager.default.fileExists(atPath: path) else {
      throw UsageError("FILE: there is a file at \(path) already.", argument: "FILE")
    }
    let shown = try services.database.write { write in
      let acts = try acts(invocation, services, write)
      let bundle = try acts.found(number(invocation), write)
      try acts.noteSaved(bundle, in: write)
      return try acts.shown(bundle, from: invocation.option("--from") ?? "", write)
    }
    let document = try BundlePrint(services: services).document(shown)
    let pdf = try LetterPress(services.settings).pdf(document)
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(pdf), attributes: [.posixPermissions: 0o600])
    else { throw UsageError("FILE: \(path) cannot be written.", argument: "FILE") }
    invocation.output.line("\(path) has the bundle: \(pdf.count) bytes.")
  }

  // Parts

  static func number(_ invocation: Invocation) throws -> Int {
    guard let number = Int(invocation.value("NUMBER")) else {
      throw UsageError("NUMBER: expected a number from 1.", argument: "NUMBER")
    }
    return number
  }

  static func acts(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> BundleActs {
    BundleActs(
      services: services, account: nil, now: services.clock.now(),
      file: try CaseCommanding.file(invocation, services, read))
  }

  /// Changes a bundle; a refused field is wrong use.
  @discardableResult
  static func changed<Result>(
    _ invocation: Invocation, _ services: Services, _ body: (BundleActs, Write) throws -> Result
  ) throws -> Result {
    try AccessCommands.refusals {
      try services.database.write { write in try body(acts(invocation, services, write), write) }
    }
  }
}
