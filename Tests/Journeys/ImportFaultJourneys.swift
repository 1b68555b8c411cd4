import Database
import Glibc
import TestKit
import Testing

/// An import that is killed: what was there stays, nothing half done is seen, and it can be run
/// again to the right end.
@Suite("A killed import", .database)
struct ImportFaultJourneys {
  private static let old = 300
  private static let new = 20_500

  @Test(
    "leaves the month as it was and ends well when run again", arguments: Engine.tested,
    [
      "incidents.batch", "incidents.batch:2", "incidents.publish", "incidents.published",
      "incidents.acknowledge", "database.before-commit:1", "database.after-commit:1",
      "database.before-commit:4", "database.after-commit:4",
    ])
  func named(engine: Engine, fault: String) throws {
    let site = try Month(engine, rows: Self.old)
    let ended = try site.importMonth(rows: Self.new, seed: 2, fault: fault)
    #expect(ended.status == -SIGKILL, "\(ended)")
    #expect(ended.output.isEmpty)
    let isPublished = fault == "incidents.acknowledge"
    #expect(try site.seen() == (isPublished ? Self.new : Self.old))
    let again = try AnyJSON(site.importMonth(rows: Self.new, seed: 2).output)
    #expect(again["read"]?.int == Self.new)
    #expect(again["stored"]?.int == (isPublished ? 0 : Self.new))
    #expect(again["replaced"]?.int == (isPublished ? 0 : 1))
    #expect(try site.seen() == Self.new)
    try site.expectNothingLeft(Self.old + Self.new)
  }

  @Test(
    "at any of its commits leaves the old month or the new, never a part",
    .enabled(if: isTorture), arguments: Engine.tested,
    ["database.before-commit", "database.after-commit"])
  func everyCommit(engine: Engine, point: String) throws {
    let site = try Month(engine, rows: Self.old)
    var expected = Self.old
    var total = Self.old
    for number in 1...200 {
      let rows = Self.new + number
      let ended = try site.importMonth(
        rows: rows, seed: UInt64(number + 10), fault: "\(point):\(number)")
      guard ended.status != 0 else {
        #expect(number > 8, "an import has more commits than that")
        return
      }
      #expect(ended.status == -SIGKILL, "\(ended)")
      let seen = try site.seen()
      #expect(seen == expected || seen == rows, "\(point):\(number)")
      let again = try site.importMonth(rows: rows, seed: UInt64(number + 10))
      #expect(again.status == 0, "\(again)")
      #expect(try site.seen() == rows)
      expected = rows
      total += rows
      try site.expectNothingLeft(total)
    }
    Issue.record("the import never came to its end")
  }

  @Test(
    "at a random moment leaves the old month or the new", .enabled(if: isTorture),
    arguments: Engine.tested)
  func anyMoment(engine: Engine) throws {
    let site = try Month(engine, rows: Self.old)
    var expected = Self.old
    for number in 1...25 {
      let rows = Self.new + number
      let child = try site.begin(rows: rows, seed: UInt64(number))
      pause(Double.random(in: 0.02...1.2))
      child.signal(SIGKILL)
      _ = child.wait()
      let seen = try site.seen()
      #expect(seen == expected || seen == rows)
      #expect(try site.importMonth(rows: rows, seed: UInt64(number)).status == 0)
      expected = rows
      #expect(try site.seen() == rows)
    }
    #expect(
      try site.program.number("SELECT COUNT(*) FROM incident_run WHERE state = 'running'") == 0)
  }
}

/// One force and month in a database, and files of it to import.
private struct Month {
  let program: Program

  init(_ engine: Engine, rows: Int) throws {
    program = try Program(engine)
    let ended = try importMonth(rows: rows, seed: 1)
    try #require(ended.status == 0, "\(ended)")
  }

  func importMonth(rows: Int, seed: UInt64, fault: String? = nil) throws -> Ended {
    try begin(rows: rows, seed: seed, fault: fault).ended()
  }

  func begin(rows: Int, seed: UInt64, fault: String? = nil) throws -> Child {
    let file = try program.write(
      "2023-01-test-street.csv", Streets.file("2023-01", rows: rows, seed: seed))
    return try program.begin(["incidents", "import", file, "--json"], fault: fault)
  }

  /// The incidents somebody who counts them sees.
  func seen() throws -> Int {
    let cube = try program.json("incidents", "count", "--by", "month")
    return cube["rows"]?.items.compactMap { $0["count"]?.int }.reduce(0, +) ?? 0
  }

  /// Whether the tables hold these rows and nothing of a run that came to nothing.
  func expectNothingLeft(_ rows: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(
      try program.number("SELECT COUNT(*) FROM incident") == rows, sourceLocation: sourceLocation)
    for sql: SQL in [
      "SELECT COUNT(*) FROM incident_run WHERE state = 'running'",
      "SELECT COUNT(*) FROM incident_snapshot WHERE state = 'loading'",
      "SELECT COUNT(*) FROM incident_file WHERE state = 'loading'",
      "SELECT COUNT(*) - 1 FROM incident_snapshot WHERE state = 'current'",
    ] {
      #expect(try program.number(sql) == 0, "\(sql)", sourceLocation: sourceLocation)
    }
  }
}

/// Whether the long fault runs are wanted: `make torture`.
let isTorture = getenv("HAMLET_TORTURE") != nil
