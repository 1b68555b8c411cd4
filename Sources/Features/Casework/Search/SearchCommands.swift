internal import Access
internal import Commands
internal import Database
internal import FoundationEssentials
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership

/// Search from the shell.
///
/// What is looked for comes from a file or standard input, never as an argument.
enum SearchCommands {
  static let all = [search, rebuild]

  private static let search = Command<Services>(
    ["search"], summary: "find cases and reports by people, places, titles, tags or reference",
    details: """
      FILE holds what is looked for, in its first line; give - to read standard input, so that no name \
      stays in the history of the shell or the list of processes. Prints references and how well each \
      fits, and names nobody: nobody has signed in. The search is recorded.
      """,
    arguments: [
      .file("FILE", "what is looked for; - for standard input"),
      .option("--born", value: "DATE", "the date of birth, such as 1980-03-12"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let born = try invocation.option("--born", expected: "a date such as 1980-03-12") { Day($0) }
    let typed = try line(of: invocation.value("FILE"))
    let (lines, result, detail) = try find(typed, born, services)
    try services.database.write { write in
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "casework.searched", subject: "search", detail: detail,
          at: services.clock.now()), in: write)
    }
    if invocation.flag("--json") {
      invocation.output.json([
        "found": .array(lines.map(json)),
        "hasMore": .bool(result.hasMorePeople || result.hasMoreRecords),
      ])
      return
    }
    for line in lines { invocation.output.line("\(line.reference)  \(line.how)  \(line.title)") }
    if lines.isEmpty { invocation.output.line("Nothing was found.") }
    if result.hasMorePeople || result.hasMoreRecords {
      invocation.progress.message("There are more: add a word or a date of birth.")
    }
  }

  private static let rebuild = Command<Services>(
    ["search", "rebuild"], summary: "work out anew what people, cases and reports are found by",
    details: """
      Needed once after an upgrade that says so. The tokens of telephone numbers, vehicles and those \
      complained of, by which reports are linked, are made anew with it. The service does the work in the background; what was kept \
      before is found meanwhile.
      """
  ) { invocation, services in
    try services.database.write { write in
      try services.jobs.enqueue(SearchReseal.job.name, payload: "", in: write)
    }
    invocation.output.line("The service works it out in the background.")
  }

  private struct Line {
    let reference: Reference
    let isCase: Bool
    let how: String
    let title: String
  }

  /// What is found: the case that had the reference in another system, or what fits the words.
  private static func find(
    _ typed: String, _ born: Day?, _ services: Services
  ) throws -> (lines: [Line], result: SearchResult, detail: [String: String]) {
    let search = Search(services: services)
    let old = try services.database.read { try search.places(ofOld: typed, $0) }
    if !old.isEmpty {
      return (
        old.map { line($0, "old reference") }, SearchResult(old: old),
        search.detail(ofOld: typed, old)
      )
    }
    let query: SearchQuery
    do {
      query = try SearchQuery(typed, born: born, letters: services.settings.letters)
    } catch let refusal as Refusal {
      let words = refusal.entries.map(\.message).joined(separator: "; ")
      throw InputRefused(file: "what is looked for", reason: words)
    }
    let result = try services.database.read { try search.find(query, $0) }
    return (lines(query, result), result, search.detail(query, result))
  }

  private static func line(_ place: FoundPlace, _ how: String) -> Line {
    Line(reference: place.reference, isCase: place.isCase, how: how, title: place.title)
  }

  private static func lines(_ query: SearchQuery, _ result: SearchResult) -> [Line] {
    [result.place].compactMap { place in place.map { line($0, "reference") } }
      + result.people.map { line($0.place, $0.isFull(query) ? "person" : "person, in part") }
      + result.records.map { line($0.place, "words") }
  }

  private static func json(_ line: Line) -> JSON {
    [
      "reference": .string(line.reference.description),
      "kind": .string(line.isCase ? "case" : "report"), "how": .string(line.how),
      "title": .string(line.title),
    ]
  }

  /// The first line of a file, or of standard input.
  private static func line(of path: String) throws -> String {
    if path == "-" { return readLine() ?? "" }
    guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= most else {
      throw InputRefused(file: path, reason: "it cannot be read, or is longer than one line")
    }
    let text = String(decoding: data, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// More bytes than one line of a search has.
  private static let most = 4096
}
