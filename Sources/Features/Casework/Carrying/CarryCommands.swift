internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// Bringing open cases along from another system, from the shell.
enum CarryCommands {
  static let all = [bring, fields] + CarryMappingCommands.all

  private static let bring = Command<Services>(
    ["cases", "import"], summary: "bring open cases along from another system",
    details: """
      Reads tables (CSV, XLSX or ODS) by a mapping. Try it first with --dry-run: it keeps nothing, says of \
      each line that is left out why, and ends with 3 where there is one. Without it each case is kept with \
      its lines in one transaction and lines that cannot be kept are left out. A run may be repeated: what \
      was kept before is known and kept once. Old references find their cases.
      """,
    arguments: [
      .option(
        "--mapping", value: "KEY", "the mapping; see hamlet cases mapping list", isRequired: true),
      .option("--cases", value: "FILE", "the cases"),
      .option("--people", value: "FILE", "the people in them"),
      .option("--actions", value: "FILE", "what is to be done"),
      .option("--notes", value: "FILE", "what happened"),
      .option(
        "--files", value: "PATH", "a folder or zip with a folder of files for each old reference"),
      .flag("--dry-run", "check everything and keep nothing"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let kept = try CarryMappingCommands.find(
      invocation.option("--mapping") ?? "", "--mapping", services)
    var tables: CarryTables = [:]
    for table in CarryTable.allCases {
      guard let path = invocation.option("--\(table.rawValue)") else { continue }
      tables[table] = try CarriedRows.read(
        path, name: path, table, kept.mapping, services.settings)
    }
    let evidence = invocation.option("--files").map { path in
      CarriedEvidence(
        services: services, system: kept.mapping.system, account: nil,
        files: CarriedFiles(path: path, settings: services.settings))
    }
    guard !tables.isEmpty || evidence != nil else {
      throw UsageError("Give at least one table, such as --cases FILE.", argument: "--cases")
    }
    let carrying = CaseCarrying(services: services, kept: kept, account: nil)
    let isTrial = invocation.flag("--dry-run")
    let report =
      try isTrial
      ? carrying.trial(tables, evidence)
      : carrying.bring(tables, evidence) { done, total in
        invocation.progress.update(done, of: total > 0 ? total : nil, "cases")
      }
    say(report, isTrial: isTrial, invocation)
    if isTrial, report.left > 0 {
      throw InputRefused(
        file: "the import", reason: "\(report.left) lines would be left out. Nothing was kept.")
    }
  }

  private static func say(_ report: CarryReport, isTrial: Bool, _ invocation: Invocation) {
    for fault in report.faults { invocation.progress.message(fault.words) }
    for fault in report.warnings { invocation.progress.message("\(fault.words) (kept)") }
    for word in report.unknown {
      invocation.progress.message(
        "\(word.list.rawValue) “\(word.word)” means nothing here yet: \(word.lines) "
          + "\(word.lines == 1 ? "line" : "lines"). Add a row to the mapping: "
          + "\(word.list.rawValue),OURS,\(word.word)")
    }
    if invocation.flag("--json") {
      invocation.output.json(report.json)
    } else {
      if isTrial { invocation.output.line("Nothing was kept. An import would do this:") }
      invocation.output.line("\(report.words)")
      invocation.output.line("\(report.known) known already, \(report.left) left out")
    }
  }

  private static let fields = Command<Services>(
    ["cases", "fields"], summary: "list what the tables of an import may say",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, _ in
    if invocation.flag("--json") {
      invocation.output.json([
        "fields": .array(
          CarryField.all.map { field in
            [
              "table": .string(field.table.rawValue), "field": .string(field.name),
              "words": .string(field.words), "isNeeded": .bool(field.isNeeded),
            ]
          })
      ])
      return
    }
    for field in CarryField.all {
      let needed = field.isNeeded ? " Needed." : ""
      invocation.output.line("\(field.table.rawValue)  \(field.name)  \(field.words)\(needed)")
    }
    for list in CarryList.allCases {
      invocation.output.line("\(list.rawValue) is \(list.choices)")
    }
  }
}

extension CarryFault {
  /// Such as `cases.csv, line 4, column “Opened”: It is empty. Fill it in`.
  var words: String {
    let place = [file, line.map { "line \($0)" }, column.map { "column “\($0)”" }]
    return place.compactMap(\.self).joined(separator: ", ") + ": " + reason
  }

  var json: JSON {
    [
      "file": .string(file), "line": JSON(line), "column": JSON(column),
      "reason": .string(reason),
    ]
  }
}

extension CarryReport {
  var json: JSON {
    [
      "cases": .integer(cases), "people": .integer(people), "actions": .integer(actions),
      "notes": .integer(notes), "files": .integer(files), "known": .integer(known),
      "left": .integer(left), "faults": .array(faults.map(\.json)),
      "warnings": .array(warnings.map(\.json)),
      "unknown": .array(
        unknown.map { word in
          [
            "list": .string(word.list.rawValue), "word": .string(word.word),
            "lines": .integer(word.lines),
          ]
        }),
    ]
  }
}
