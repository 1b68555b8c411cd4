import Database
import Kernel
import TestKit
import Testing

/// Records of a quarter that is over come in, and the figures that count them move by exactly that.
@Suite("Indicators counted from records", .database)
struct FigureJourneys {
  private static let quarter = "2026/27 Q2"

  /// What the dashboard says of each indicator, by its title.
  private func figures(_ program: Program) throws -> [String: AnyJSON] {
    let dashboard = try program.json(
      "indicators", "dashboard", "--plan", "csp-2025-29", "--period", Self.quarter)
    return Dictionary(
      dashboard["rows"]?.items.compactMap { row in
        row["indicator"]?.string.flatMap { title in row["value"].map { (title, $0) } }
      } ?? []
    ) { first, _ in first }
  }

  /// The figure the page shows of an indicator.
  private func tile(_ title: String, _ page: String) throws -> String {
    let after = page.split(separator: ">\(title)</a>", maxSplits: 1)
    try #require(after.count == 2, "the page has no \(title)")
    let cell = after[1].split(separator: "<strong>", maxSplits: 1)
    try #require(cell.count == 2)
    let inner = cell[1].split(separator: "</strong>", maxSplits: 1)[0]
    var isTag = false
    return String(
      inner.filter { character in
        defer { if character == ">" { isTag = false } }
        if character == "<" { isTag = true }
        return !isTag
      })
  }

  /// An order of a young person that requires treatment, broken and brought to court.
  private func order(_ program: Program) throws {
    let file = try program.write(
      "order.json",
      """
      {"name": "Journey Sample", "born": "2010-01-05", "starts": "2026-09-14", "ends": "2027-03-01",
       "test": ["engaged", "just"], "evidence": "Seen twice", "prohibitions": "Not to shout",
       "court": "Thornmere Youth Court", "treatment": true, "support": "accepted",
       "support-reason": "A youth worker", "youth-team": true}
      """)
    let said = try program.done(
      "orders", "issue", "injunction", file, "--by", "officer@thornmere.example")
    let reference = String(try #require(said.firstMatch(of: /TM-[0-9A-Z]{4}-[0-9A-Z]{4}/)).0)
    try program.done(
      "orders", "breach", reference, "--on", "2026-09-20", "--evidence", "Shouted again")
    let breach = try #require(
      try program.json("orders", "breaches", reference).items.first?["breach"]?.int)
    try program.done(
      "orders", "decide", reference, "--breach", "\(breach)", "--decision", "court", "--on",
      "2026-09-25", "--outcome", "Admitted")
  }

  /// Somebody nobody referred before, whose case is heard; the meeting is then set into the quarter.
  private func conference(_ program: Program) throws {
    let kind = "community-marac"
    let today = London.day(Clock.system.now()).description.split(separator: "-")
    func file(_ text: String) throws -> String { try program.write("fields.json", text) }
    let reference = try program.done(
      "conferences", "refer", kind,
      file(
        """
        {"body": "police", "name": "Quillon Journeyman", "criterion": "several", "why": "Called often",
         "shared": ["events"], "gateway": "cda-115", "basis": "public-task", "necessity": "x",
         "told": "yes"}
        """)
    ).trimmed
    let meeting = try program.done(
      "conferences", "call", kind,
      file(
        """
        {"held-day": "\(today[2])", "held-month": "\(today[1])", "held-year": "\(today[0])", "starts": "10:00", "venue": "Hall"}
        """)
    ).trimmed
    try program.done(
      "conferences", "case", kind, reference, "list", file("{\"meeting\": \"\(meeting)\"}"))
    try program.done("conferences", "hold", kind, meeting, "begin")
    for act in ["start", "stop"] {
      try program.done(
        "conferences", "hold", kind, meeting, act, file("{\"case\": \"\(reference)\"}"))
    }
    try program.done("conferences", "hold", kind, meeting, "close")
    let id = try #require(Int64(meeting))
    try program.withDatabase { database in
      try database.write { write in
        try write.run("UPDATE conference_meeting SET held_on = '2026-09-15' WHERE id = \(id)")
      }
    }
  }

  /// Somebody applies for a review; its reference.
  private func application(_ program: Program) throws -> String {
    let file = try program.write(
      "application.json",
      """
      {"channel": "phone", "applied-day": "10", "applied-month": "9", "applied-year": "2026",
       "for": "me", "story": "Shouting every night", "name": "Journey Applicant",
       "phone": "07700 900123", "safe": ["phone"], "times": "any"}
      """)
    return try program.json("reviews", "take", file)["reference"]?.string ?? ""
  }

  /// It is decided on and held, and its outcome is told; the victim is not satisfied.
  private func review(_ reference: String, _ program: Program, by manager: Visitor) throws {
    let bodies = try program.withDatabase { database in
      try database.read { read in
        try read.all("SELECT id FROM organisation WHERE key IN ('council', 'police') ORDER BY key")
        {
          try $0.int()
        }
      }
    }
    let today = London.day(Clock.system.now()).description.split(separator: "-").map(String.init)
    func date(_ name: String) -> [(String, String)] {
      [("\(name)-day", today[2]), ("\(name)-month", today[1]), ("\(name)-year", today[0])]
    }
    let path = "/reports/reviews/\(reference)"
    func act(_ act: String, _ fields: [(String, String)]) throws {
      try manager.get(path)
      let version = try #require(manager.last.hidden("version"))
      try manager.post("\(path)/\(act)", [("version", version)] + fields)
      #expect(manager.last.status == 303, "\(act): \(manager.last.text)")
    }
    try act(
      "decide",
      bodies.map { ("bodies", "\($0)") } + [
        ("decision", "review"), ("who", "Head A, Inspector B"), ("reason", "It goes on"),
        ("persistence", "A year"), ("harm", "No sleep"), ("adequacy", "Nobody came"),
      ])
    try act(
      "panel",
      date("held") + [
        ("chair", "Chair D, of another borough"), ("independent", "yes"),
        ("independence", "Of a borough that had no part"), ("took-part", "\(bodies[0])"),
        ("victim", "statement"), ("found", "Nobody put the reports together"),
      ])
    try act(
      "outcome",
      date("consulted") + [("outcome", "One person answers you"), ("satisfied", "no")])
  }

  @Test(
    "move by each order, breach, conference case, application and review, and by no more",
    arguments: Engine.tested)
  func moves(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    let days: SQL = "BETWEEN '2026-07-01' AND '2026-09-30'"
    let known = try program.number("SELECT COUNT(*) FROM orders_breach WHERE happened_on \(days)")
    let acted = try program.number(
      """
      SELECT COUNT(*) FROM orders_breach WHERE happened_on \(days) AND decision <> 'no-action'
      """)
    let told = try program.number(
      "SELECT COUNT(satisfied) FROM case_review WHERE applied_on \(days)")
    let yes = try program.number(
      "SELECT COUNT(*) FROM case_review WHERE applied_on \(days) AND satisfied = 'yes'")
    try program.served { site in
      let manager = try site.demonstrated("manager")
      let before = try figures(program)
      try order(program)
      try conference(program)
      try review(application(program), program, by: manager)
      let after = try figures(program)
      let page = try manager.get("/indicators").text
      func moved(_ title: String) throws {
        let old = try #require(before[title]?.int, "\(title): \(String(describing: before[title]))")
        #expect(after[title]?.int == old + 1, "\(title)")
        #expect(try tile(title, page) == "\(old + 1)", "\(title)")
      }
      try moved("People required by an order to engage in treatment")
      try moved("Orders issued or made")
      try moved("Orders in force on the last day")
      try moved("People supported through the community MARAC")
      try moved("Applications for a case review")
      func share(_ title: String, _ old: (Int, Int), _ new: (Int, Int)) throws {
        for (shown, (part, whole)) in [(before[title], old), (after[title], new)] {
          guard case .number(let value)? = shown else {
            #expect(whole == 0, "\(title)")
            continue
          }
          #expect(abs(value - 100 * Double(part) / Double(whole)) < 0.06, "\(title): \(value)")
        }
        let percent = 100 * Double(new.0) / Double(new.1)
        #expect(try tile(title, page).hasPrefix("\(Int(percent))"), "\(title)")
      }
      try share("Known breaches that were acted on", (acted, known), (acted + 1, known + 1))
      try share(
        "Case reviews with whose outcome the victim is satisfied", (yes, told), (yes, told + 1))
      let young = try young(program)
      try share(
        "Young people with an order who took up support", (young.taken - 1, young.all - 1),
        (young.taken, young.all))
      for (title, value) in before where !Self.moving.contains(title) {
        #expect(after[title] == value, "\(title) is about something else")
      }
      #expect(try program.auditIsWhole())
    }
  }

  private static let moving: Set<String> = [
    "People required by an order to engage in treatment", "Orders issued or made",
    "Orders in force on the last day", "People supported through the community MARAC",
    "Applications for a case review", "Known breaches that were acted on",
    "Case reviews with whose outcome the victim is satisfied",
    "Young people with an order who took up support",
  ]

  /// The young people of the quarter's orders and contracts, each once.
  private func young(_ program: Program) throws -> (taken: Int, all: Int) {
    let people: SQL = """
      FROM orders_order WHERE is_youth = 1 AND starts_on BETWEEN '2026-07-01' AND '2026-09-30'
        AND (kind = 'order' OR power = 'acceptable-behaviour')
      """
    return (
      try program.number("SELECT COUNT(DISTINCT subject) \(people) AND support = 'accepted'"),
      try program.number("SELECT COUNT(DISTINCT subject) \(people)")
    )
  }
}
