internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet incidents import FILE…`.
enum ImportCommand {
  static let command = Command<Services>(
    ["incidents", "import"], summary: "read street files, or those of a mapped source",
    details: """
      Reads …-street.csv files of data.police.uk, plain, gzipped, in a folder or in the site's zip; other files are \
      listed as ignored. A file already imported is known by its content and stored once. Another \
      file of the same force and month takes its place, and the old one is kept, unless the old one \
      was fetched later or the new one is of another month and has only a few rows of this one.

      With --source KEY it reads files of a saved mapping (hamlet incidents mappings): text, \
      gzipped or in a zip, XLSX and ODS. A row whose reference is known is left alone where it says \
      the same and takes the place of the older where it does not.

      With --dry-run street files are read and checked in the same way and nothing is stored: it \
      prints what an import would do.

      Nothing is stored unless every file can be. Rows that cannot be kept, at most 1 in 100 of a \
      file, are written to a file with the reason.
      """,
    arguments: [
      .files("FILE", "CSV, .gz, .zip or a folder"),
      .option("--source", value: "KEY", "the mapping the files are read by (police-uk)"),
      .option("--as-of", value: "DATE", "the day the files were fetched, such as 2026-11-20"),
      .option("--refused-to", value: "FILE", "where refused rows go (incidents-refused.csv)"),
      .flag("--dry-run", "check street files and store nothing"),
      .flag("--json", "print the counts as one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let asOf = try invocation.option("--as-of", expected: "a day such as 2026-11-20") { Day($0) }
    let refusals = RefusedRowFile(path: invocation.option("--refused-to"))
    let source = try source(invocation, services)
    let files: SourceFiles
    do { files = try source.find(invocation.values("FILE")) } catch let missing as NoSuchFile {
      throw UsageError(missing.message, argument: "FILE")
    }
    for name in files.ignored { invocation.progress.message("Ignored: \(name)") }
    let observer = ImportObserver(
      progress: { done, total, file in invocation.progress.update(done, of: total, file) },
      refused: refusals.add)
    defer { invocation.progress.clear() }
    let counts: ImportCounts
    do {
      counts = try source.run(
        files, ImportOptions(asOf: asOf ?? services.clock.today), observer)
    } catch {
      try refusals.close()
      if refusals.count > 0 {
        invocation.progress.message("The refused rows are in \(refusals.path).")
      }
      throw error
    }
    try refusals.close()
    invocation.progress.clear()
    if refusals.count > 0 {
      invocation.progress.message(
        refusals.count == 1
          ? "One row was refused; it is in \(refusals.path) with the reason."
          : "\(refusals.count) rows were refused; they are in \(refusals.path) with the reasons.")
    }
    if !counts.setAside.isEmpty { invocation.progress.message(counts.setAsideWords) }
    if invocation.flag("--json") {
      invocation.output.json(counts.json)
    } else {
      if invocation.flag("--dry-run") {
        invocation.output.line("Nothing was stored. An import would do this:")
      }
      for line in counts.lines(source.replaced) { invocation.output.line(line) }
    }
  }

  /// What finds and reads the files.
  private struct Source {
    let find: ([String]) throws -> SourceFiles
    let run: (SourceFiles, ImportOptions, ImportObserver) throws -> ImportCounts
    /// What gives way to newer files.
    let replaced: String
  }

  private static func source(_ invocation: Invocation, _ services: Services) throws -> Source {
    let key = invocation.option("--source") ?? SourceVersion.policeUK.key
    guard key != SourceVersion.policeUK.key else {
      let importer = IncidentImporter(services)
      let run =
        invocation.flag("--dry-run") ? importer.trial : { try importer.run($0, $1, $2) }
      return Source(find: importer.find, run: run, replaced: "months replaced")
    }
    guard !invocation.flag("--dry-run") else {
      throw UsageError(
        "is for street files. Use hamlet incidents mapping try \(key) FILE.",
        argument: "--dry-run")
    }
    let saved = try MappingCommands.find(key, argument: "--source", services)
    let importer = ExtractImporter(services)
    return Source(
      find: importer.find, run: { try importer.run($0, by: saved, $1, $2) },
      replaced: saved.mapping.rows == .months ? "months replaced" : "rows replaced")
  }
}

extension ImportCounts {
  /// The counts under the names other programs rely on.
  var json: JSON {
    [
      "files": .integer(files), "read": .integer(read), "stored": .integer(stored),
      "alreadyKnown": .integer(alreadyKnown), "repeated": .integer(repeated),
      "disagreements": .integer(disagreements), "unlocated": .integer(unlocated),
      "refused": .integer(refused), "ignored": .integer(ignored), "replaced": .integer(replaced),
      "setAside": .integer(setAside.count),
    ]
  }

  /// The counts in words, for a terminal.
  ///
  /// `replaced` says what gave way to newer files.
  func lines(_ replaced: String) -> [String] {
    [
      ("files read", files), ("rows read", read), ("stored", stored),
      ("already known", alreadyKnown), ("repeated ids", repeated),
      ("  of those that disagree", disagreements), ("without a place", unlocated),
      ("refused", refused), ("files ignored", ignored), (replaced, self.replaced),
      ("months set aside", setAside.count),
    ].map { name, count in
      let number = String(count)
      return name + String(repeating: " ", count: max(1, 36 - name.count - number.count)) + number
    }
  }
}
