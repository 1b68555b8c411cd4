internal import Access
internal import Commands
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Messages
internal import Partnership

/// Letters to people in a case from the shell; words and names go to files alone.
enum CaseLetterCommands {
  static let all =
    [list, save]
    + WordingCommands(
      "letters", of: "letter", by: "LETTER",
      CaseLetterKind.allCases.map { ($0.rawValue, $0.title) },
      in: CaseLetterStore.wordings, naming: CaseLetterField.all,
      action: "casework.letter-wording-added", subject: "letter-wording"
    ).all

  private static let reference = Argument.value("REFERENCE", "the case, such as TM-7K42-0931")

  private static let list = Command<Services>(
    ["cases", "letters"], summary: "list the letters to people in a case",
    details: "The latest first. Whom they went to and what they say is left out.",
    arguments: [reference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let (letters, messages) = try services.database.read { read in
      let file = try CaseCommanding.file(invocation, services, read)
      let store = CaseLetterStore(keyring: services.keyring)
      return (
        try store.letters(of: file.id, read), try store.messages(file, services, read)
      )
    }
    if invocation.flag("--json") {
      let values = letters.map { one -> JSON in
        [
          "number": .integer(Int(one.id.rawValue)), "letter": .string(one.kind.rawValue),
          "version": .integer(one.version), "way": .string(one.route.rawValue),
          "written": .string(one.madeAt.description),
          "state": JSON(messages[one.message]?.state.rawValue),
        ]
      }
      return invocation.output.json(["letters": .array(values)])
    }
    for one in letters {
      let state = messages[one.message]?.state.title ?? "No longer in the outbox"
      invocation.output.line(
        "\(one.id)  \(London.day(one.madeAt))  \(one.kind.title)  \(one.route.title)  \(state)")
    }
    if letters.isEmpty { invocation.output.line("Nobody in the case was written to.") }
  }

  private static let save = Command<Services>(
    ["cases", "letter"], summary: "save a letter as PDF; that it was saved is recorded",
    arguments: [
      reference, .value("NUMBER", "which letter, as they are listed"),
      .value("FILE", "the file to write; it must not be there yet"),
      .option(
        "--from", value: "NAME", "the partnership, as its letters have it", isRequired: true),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    guard !FileManager.default.fileExists(atPath: path) else {
      throw UsageError("FILE: there is a file at \(path) already.", argument: "FILE")
    }
    let (file, letter) = try services.database.read { read in
      let file = try CaseCommanding.file(invocation, services, read)
      let found = try ID<CaseLetter>(invocation.value("NUMBER")).flatMap {
        try CaseLetterStore(keyring: services.keyring).find($0, of: file.id, read)
      }
      guard let letter = found else {
        throw UsageError("NUMBER: the case has no such letter.", argument: "NUMBER")
      }
      return (file, letter)
    }
    let pdf = try LetterPress(services.settings)
      .pdf(letter.printed(file, from: invocation.value("--from")))
    try services.database.write { write in
      try CaseCommanding.record(
        "casework.letter-printed", file, ["letter": letter.id.description, "format": "pdf"],
        services, in: write)
    }
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(pdf), attributes: [.posixPermissions: 0o600])
    else { throw UsageError("FILE: \(path) cannot be written.", argument: "FILE") }
    invocation.output.line("\(path) has the letter: \(pdf.count) bytes.")
  }
}
