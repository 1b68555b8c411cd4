import Database
import Glibc
import Kernel
import TestKit
import Testing

/// A site that is killed while residents send reports with photos: every reference that was shown
/// is there once, files are whole or absent, and whoever saw no reference can send again.
@Suite("A killed report", .database)
struct ReportFaultJourneys {
  private static let points = [
    "casework.report-kept", "evidence.piece-sealed", "database.before-commit:9",
    "database.after-commit:9", "database.before-commit:14", "database.after-commit:14",
  ]

  @Test("is there once where its reference was shown", arguments: Engine.tested)
  func named(engine: Engine) throws {
    let crowd = try Crowd(engine)
    for point in Self.points { try crowd.live(dyingAt: point) }
    try crowd.live(reporting: 2)
    try crowd.check()
  }

  @Test(
    "is there once after 500 of them and 48 kills", .enabled(if: isTorture),
    arguments: Engine.tested)
  func many(engine: Engine) throws {
    let crowd = try Crowd(engine)
    for round in 0..<24 {
      switch round % 3 {
      case 0: try crowd.live(dyingAt: "\(Self.points[round / 3 % 2]):\(1 + round / 3)")
      case 1: try crowd.live(dyingAt: "database.before-commit:\(5 + 3 * round)")
      default: try crowd.live(dyingAt: "database.after-commit:\(5 + 3 * round)")
      }
      try crowd.live(killedAfter: Double.random(in: 0.2...2.5))
    }
    while crowd.sent < 500 { try crowd.live(reporting: 50) }
    #expect(crowd.kills == 48)
    try crowd.check()
  }
}

/// Residents who report one after the other, over as many lives of the site as it takes.
private final class Crowd {
  private static let photo: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 131_073)

  private let program: Program
  /// The references that were shown.
  private var shown: Set<String> = []
  /// Who was cut off, with the cookies of their browser.
  private var cut: [[String: String]] = []
  private var came = 0
  private(set) var sent = 0
  private(set) var kills = 0

  init(_ engine: Engine) throws {
    var program = try Program(engine)
    program.environment["HAMLET_TRUSTED_PROXIES"] = "127.0.0.1"
    self.program = program
  }

  /// A life of the site that ends at a fault point, however many people report until then.
  func live(dyingAt fault: String) throws {
    let site = try Site(program, fault: fault)
    try have(60, report: site)
    #expect(site.end() == -SIGKILL, "\(fault) was not met")
    kills += 1
  }

  /// A life in which so many people report, and which ends well.
  func live(reporting people: Int) throws {
    let site = try Site(program)
    try have(people, report: site)
    try site.stop()
  }

  /// A life that is cut off after some seconds, while people report.
  func live(killedAfter seconds: Double) throws {
    let site = try Site(program)
    // A signal is all that the thread sends.
    nonisolated(unsafe) let killed = site
    let killer = JoinableThread {
      pause(seconds)
      killed.signal(SIGKILL)
    }
    try have(.max, report: site)
    killer.join()
    #expect(site.end() == -SIGKILL)
    kills += 1
  }

  /// Those who were cut off go on, then others come, until the site is gone.
  private func have(_ people: Int, report site: Site) throws {
    for cookies in cut {
      guard try report(site, cookies) else { return }
      cut.removeFirst()
    }
    for _ in 0..<people { guard try report(site, nil) else { return } }
  }

  /// Somebody reports, or goes on where they were; false where the site went from under them.
  private func report(_ site: Site, _ cookies: [String: String]?) throws -> Bool {
    let visitor = site.visitor()
    came += 1
    visitor.fields = ["X-Forwarded-For: 192.0.2.\(1 + came % 250)"]
    visitor.cookies = cookies ?? [:]
    do {
      // Somebody who was cut off before they came to the end fills in what is missing.
      if try cookies == nil || !isComplete(visitor) { try fill(visitor) }
      try send(visitor)
    } catch is KitProblem {
      if cookies == nil, !visitor.cookies.isEmpty { cut.append(visitor.cookies) }
      return false
    }
    let reference = try #require(visitor.last.reference, "\(visitor.last.title)")
    if !shown.contains(reference) { sent += 1 }
    shown.insert(reference)
    return true
  }

  private func isComplete(_ visitor: Visitor) throws -> Bool {
    let check = try visitor.get("/report/check")
    if check.text.contains("action=\"/report/check\"") { return true }
    return try visitor.get("/report/sent").status == 200
  }

  private func fill(_ visitor: Visitor) throws {
    try visitor.get("/report/what")
    try visitor.post("/report/what", [("kind", "litter")])
    try visitor.follow()
    try visitor.post("/report/where", [("postcode", ""), ("place", "By the old pump")])
    try visitor.follow()
    try visitor.post("/report/when", [("day", "yesterday"), ("act", "continue")])
    try visitor.follow()
    try visitor.post("/report/words", [("narrative", "Bags by the pump"), ("act", "files")])
    try visitor.follow()
    try came.isMultiple(of: 2) ? uploadInPieces(visitor) : upload(visitor)
    for (step, answers) in [("people", []), ("effect", []), ("you", [("identity", "anonymous")])] {
      try visitor.get("/report/\(step)")
      try visitor.post("/report/\(step)", answers)
    }
  }

  /// As a browser without script sends it.
  private func upload(_ visitor: Visitor) throws {
    try visitor.upload("/report/files", [("act", "add")], file: ("evidence", "a.jpg"), Self.photo)
  }

  /// As the script sends it, from where an earlier attempt broke off.
  private func uploadInPieces(_ visitor: Visitor) throws {
    for start in stride(from: 0, to: Self.photo.count, by: 65_536) {
      let end = min(start + 65_536, Self.photo.count)
      try visitor.get("/report/files")
      try visitor.upload(
        "/report/files/pieces",
        [("name", "a.jpg"), ("size", String(Self.photo.count)), ("at", String(start))],
        file: ("piece", "piece"), Array(Self.photo[start..<end]))
    }
  }

  /// Sends what is complete; it ends at the page that shows the reference.
  private func send(_ visitor: Visitor) throws {
    try visitor.get("/report/check")
    if visitor.last.text.contains("action=\"/report/check\"") { try visitor.post("/report/check") }
    try visitor.get("/report/sent")
  }

  /// Every reference shown is there once; nothing is twice; every file that is there is whole.
  func check() throws {
    let kept = try program.withDatabase { database in
      try database.read { read in
        try read.all("SELECT reference FROM report") { row in try row.text() }
      }
    }
    #expect(Set(kept).count == kept.count)
    #expect(shown.isSubset(of: kept), "lost: \(shown.subtracting(kept))")
    // Kept though its sender was cut off before they saw it: they were never told otherwise.
    #expect(kept.count - shown.count <= kills)
    #expect(
      try program.number(
        "SELECT COUNT(*) FROM audit_entry WHERE action = 'casework.report-made'") == kept.count)
    #expect(try program.auditIsWhole())
    let files = try program.run("evidence", "check")
    #expect(files.status == 0, "\(files)")
    // Whoever saw a reference had sent a photo before.
    let without = try program.number(
      """
      SELECT COUNT(*) FROM report r
      WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.report = r.id)
      """)
    #expect(without <= kept.count - shown.count)
  }
}

extension RawClient.Answer {
  /// The reference a page of a sent report shows.
  fileprivate var reference: String? {
    let parts = text.split(separator: "<strong class=\"ref as-h2\" translate=\"no\">", maxSplits: 1)
    return parts.count == 2 ? String(parts[1].prefix { $0 != "<" }) : nil
  }
}
