internal import Commands
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Evidence from the shell: kinds, sizes and states, no words and no person.
enum EvidenceCommands {
  static let all = [list, check, examine, sweep]

  private static let list = Command<Services>(
    ["evidence", "list"], summary: "list files of evidence in a state, the newest first",
    details: "At most 50. Nothing of what they show: nobody has signed in.",
    arguments: [
      .option(
        "--state", value: "NAME", "held where it is not given",
        oneOf: EvidenceState.allCases.map(\.rawValue)),
      .option("--before", value: "NUMBER", "those before a file, for further pages"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let state = invocation.option("--state").flatMap(EvidenceState.init(rawValue:)) ?? .held
    let before = try invocation.option("--before", expected: "the number of a file") { text in
      ID<EvidenceFile>(text)
    }
    let files = try services.database.read { read in
      try EvidenceStore(services).list(state, before: before, limit: 50, read)
    }
    if invocation.flag("--json") {
      invocation.output.json(["state": .string(state.rawValue), "files": .array(files.map(json))])
      return
    }
    for file in files {
      invocation.output.line("\(file.id)  \(file.words)  \(file.addedAt)  \(file.state.title)")
    }
    if files.isEmpty { invocation.output.line("There are none.") }
  }

  private static let check = Command<Services>(
    ["evidence", "check"], summary: "open every file and compare it with its SHA-256",
    details: "Tells after a restored backup whether each file is there and whole."
  ) { invocation, services in
    let found = try EvidenceCheck.run(services) { done in
      invocation.progress.message("\(done) files checked")
    }
    invocation.output.line("\(found.good) files are whole")
    for id in found.bad { invocation.output.line("File \(id) is missing or was changed") }
    if !found.bad.isEmpty { throw SealedFileProblem.damaged }
  }

  private static let examine = Command<Services>(
    ["evidence", "examine"],
    summary: "have the files that wait to be released looked through again",
    details: "For after ClamAV or ExifTool was installed. The program that serves does the work."
  ) { invocation, services in
    var before: ID<EvidenceFile>?
    var count = 0
    repeat {
      let files = try services.database.write { write in
        let files = try EvidenceStore(services).list(.held, before: before, limit: 200, write)
        for file in files { try EvidenceExamination.ask(file.id, services, in: write) }
        return files
      }
      count += files.count
      before = files.last?.id
    } while before != nil
    invocation.output.line("\(count) files will be looked through")
  }

  private static let sweep = Command<Services>(
    ["evidence", "sweep"], summary: "take away files that belong to nothing",
    details: "Done once a day by itself: files of drafts that ended, and uploads that broke off."
  ) { invocation, services in
    let count = try EvidenceSweep.sweep(services, at: services.clock.now())
    invocation.output.line("\(count) files that belonged to nothing were taken away")
  }

  private static func json(_ file: EvidenceFile) -> JSON {
    [
      "id": .integer(Int(file.id.rawValue)), "kind": .string(file.kind.rawValue),
      "bytes": .integer(file.size), "state": .string(file.state.rawValue),
      "added": .string(file.addedAt.description), "sha256": JSON(file.sha256),
    ]
  }
}
