import Access
import Database
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@Suite("Whoever has no right to an order, a review, a conference or a share", .database)
struct HuntJourneys {
  /// What the program keeps to send, so that the hunt can follow its links.
  private static let mail = [
    "HAMLET_MAIL": "smtp://127.0.0.1:1", "HAMLET_MAIL_FROM": "safety@thornmere.example",
    "HAMLET_MAIL_TLS": "off",
  ]
  /// Addresses of one row that somebody opens, beside those of what is planted.
  private static let ofRow = 3
  /// A conference in which names are looked for.
  private static let desk = "/conferences/hate-panel"
  /// Rows of every record that is planted, and their versions.
  private static let written: SQL = """
    SELECT CAST((SELECT COUNT(*) + SUM(version) FROM orders_order) + (SELECT COUNT(*) FROM orders_breach)
      + (SELECT COUNT(*) FROM orders_change) + (SELECT COUNT(*) + SUM(version) FROM case_review)
      + (SELECT COUNT(*) FROM case_review_seat) + (SELECT COUNT(*) FROM case_review_papers)
      + (SELECT COUNT(*) FROM conference_case) + (SELECT COUNT(*) FROM conference_research)
      + (SELECT COUNT(*) FROM conference_link) + (SELECT COUNT(*) FROM conference_mailbox)
      + (SELECT COUNT(*) FROM conference_disclosure) + (SELECT COUNT(*) FROM sharing_kept)
      + (SELECT COUNT(*) + SUM(version) FROM sharing_share)
      + (SELECT COUNT(*) + SUM(version) FROM sharing_request)
      + (SELECT COUNT(*) FROM access_request) + (SELECT COUNT(*) FROM access_record) AS BIGINT)
    """

  @Test(
    "finds nothing, writes nothing, and is in the audit trail with every try",
    arguments: Engine.tested)
  func hunt(engine: Engine) throws {
    var program = try Program(engine)
    program.environment.merge(Self.mail) { $1 }
    var (tries, start): ([String: Int], Int) = ([:], 0)
    try program.served("demo") { site in
      var visitors: [String: Visitor] = [:]
      for role in Role.all { visitors[role.rawValue] = try site.demonstrated(role.rawValue) }
      func visitor(_ role: String) throws -> Visitor { try #require(visitors[role]) }
      let plants = try Plants(visitor("officer"), visitor("manager"), visitor("coordinator"))
      try invite(visitor("administrator"))
      let (addresses, forms) = try crawled(visitors, plants)
      let before = try program.number(Self.written)
      // What was tried on the way is noted within a second.
      pause(2)
      start = try program.number("SELECT MAX(number) FROM audit_entry")
      for (role, visitor) in visitors {
        for plant in plants.all {
          let page = try visitor.get(plant.path)
          #expect(page.text.contains(plant.word) == isReader(role, plant), "\(role) \(plant.path)")
        }
        count(plants.all.map { ("GET", $0.path) }, role, &tries)
        try open(addresses, visitor, role, plants)
        count(addresses.map { ("GET", $0) }, role, &tries)
        try send(forms, visitor, role, plants)
        count(forms.map { ("POST", $0.path) }, role, &tries)
        try search(visitor, role, plants)
        count(plants.all.map { _ in ("POST", Self.desk) }, role, &tries)
      }
      try knock(site.visitor(), addresses, forms)
      try scan(site.visitor(), program, plants)
      #expect(try program.number(Self.written) == before, "somebody wrote")
    }
    let noted = try noted(program, after: start)
    for (what, count) in tries { #expect(noted[what] == count, "\(what)") }
    for (what, count) in noted where tries[what] == nil { Issue.record("\(what) \(count) times") }
    #expect(try program.auditIsWhole())
  }

  /// Whether the page of what was planted shows it: that of a data request has the words of the request.
  private func isReader(_ role: String, _ plant: Plants.Plant) -> Bool {
    LeakTable.row("GET", plant.path)?.roles.contains(role) == true
  }

  /// Every address and form there is for those who may, of the records that are planted and of lists.
  private func crawled(
    _ visitors: [String: Visitor], _ plants: Plants
  ) throws -> (addresses: [String], forms: [(path: String, fields: [(String, String)])]) {
    let words = plants.all.map(\.reference)
    var (found, sent): ([String], [(path: String, fields: [(String, String)])]) = ([], [])
    for (_, visitor) in visitors.sorted(by: { $0.key < $1.key }) {
      var crawl = Crawl()
      var seen: [Substring: Int] = [:]
      // A few of each row, and whatever is in none.
      try crawl.walk(
        visitor, from: LeakTable.sections + plants.all.map(\.path), keeping: words
      ) { address in
        guard LeakTable.sections.contains(where: address.hasPrefix) else { return false }
        guard let row = LeakTable.row("GET", address), !words.contains(where: address.contains)
        else { return true }
        seen[row.line, default: 0] += 1
        return seen[row.line, default: 0] <= Self.ofRow
      }
      found += crawl.addresses.filter { !found.contains($0) }
      sent += crawl.forms.filter { form in
        !sent.contains { $0.path == form.path && $0.fields.map(\.0) == form.fields.map(\.0) }
      }
    }
    // Records that others may have a right to stand in no row.
    func isOurs(_ address: String) -> Bool {
      LeakTable.sections.contains(where: address.hasPrefix)
        && LeakTable.path(address).allSatisfy { part in
          Reference(String(part)) == nil || words.contains(String(part))
        }
    }
    let (addresses, forms) = (
      found.filter(isOurs), sent.filter { isOurs($0.path) }
    )
    for address in addresses where LeakTable.row("GET", address) == nil {
      Issue.record("nobody said who may open \(address)")
    }
    for form in forms where LeakTable.row("POST", form.path) == nil {
      Issue.record("nobody said who may send \(form.path)")
    }
    #expect(addresses.count > 60, "\(addresses.count)")
    #expect(forms.count > 30, "\(forms.count)")
    return (addresses, forms)
  }

  private func open(
    _ addresses: [String], _ visitor: Visitor, _ role: String, _ plants: Plants
  ) throws {
    for address in addresses {
      guard let row = LeakTable.row("GET", address) else { continue }
      let may = row.roles.contains(role)
      if may, address.hasSuffix(".docx") || address.hasSuffix(".pdf") { continue }
      let answer = try visitor.get(address)
      #expect(answer.status == (may ? 200 : 404), "\(role) \(address) \(answer.status)")
      expectNothing(answer, role, plants, address)
    }
    for address in ["/", "/work", "/outbox", "/indicators", "/reports", "/search", "/retention"] {
      expectNothing(try visitor.get(address), role, plants, address)
    }
    // The trail names records by their references, and what stands apart not at all.
    let trail = try visitor.get("/admin/audit").text
    #expect(!trail.contains("apart/") && !trail.contains("apart%2F"), "\(role)")
    for plant in plants.all { #expect(!trail.contains(plant.word), "\(role)") }
  }

  private func send(
    _ forms: [(path: String, fields: [(String, String)])], _ visitor: Visitor, _ role: String,
    _ plants: Plants
  ) throws {
    let secret = try visitor.get("/account").hidden("csrf")
    for form in forms {
      guard let row = LeakTable.row("POST", form.path), !row.roles.contains(role) else { continue }
      let answer = try visitor.post(form.path, form.fields + [("read", "yes")], csrf: secret)
      #expect(answer.status == 404, "\(role) \(form.path) \(answer.status)")
      expectNothing(answer, role, plants, form.path)
    }
  }

  /// Looks for what was planted wherever somebody may look for a name.
  private func search(_ visitor: Visitor, _ role: String, _ plants: Plants) throws {
    let secret = try visitor.get("/account").hidden("csrf")
    for plant in plants.all {
      for (path, field) in [
        ("/orders", "wanted"), ("/search", "sought"),
        (Self.desk, "wanted"), ("/retention/find", "reference"),
      ] {
        let wanted = field == "reference" ? plant.reference : plant.word
        let answer = try visitor.post(path, [(field, wanted)], csrf: secret)
        #expect(answer.status < 500, "\(role) \(path)")
        for other in plants.all where !maySee(role, other) && other.reference != wanted {
          #expect(!answer.text.contains(other.reference), "\(role) \(path) \(other.word)")
        }
      }
    }
  }

  private func maySee(_ role: String, _ plant: Plants.Plant) -> Bool {
    plant.readers.union(plant.listers).contains(role)
  }

  private func expectNothing(
    _ answer: RawClient.Answer, _ role: String, _ plants: Plants, _ address: String
  ) {
    for plant in plants.all {
      if !plant.readers.contains(role) {
        #expect(!answer.text.contains(plant.word), "\(plant.word) for \(role) at \(address)")
      }
      if !maySee(role, plant), !address.contains(plant.reference) {
        #expect(!answer.text.contains(plant.reference), "\(plant.word) for \(role) at \(address)")
      }
    }
    // The mailboxes of a conference are for those who prepare and lead it.
    if role != "coordinator", role != "manager" {
      #expect(!answer.text.contains(Plants.address), "\(role) \(address)")
    }
  }

  /// What a stranger learns: that one signs in.
  private func knock(
    _ stranger: Visitor, _ addresses: [String],
    _ forms: [(path: String, fields: [(String, String)])]
  ) throws {
    for address in addresses {
      let answer = try stranger.get(address)
      #expect(answer.status == 303, "\(address)")
      #expect(answer.headers["location"]?.hasPrefix("/sign-in?to=") == true, "\(address)")
    }
    for form in forms {
      #expect(try stranger.post(form.path, form.fields, csrf: "x").status == 303, "\(form.path)")
    }
  }

  /// Follows every link of the outbox as a scanner of mail does, which learns and spends nothing.
  private func scan(_ scanner: Visitor, _ program: Program, _ plants: Plants) throws {
    let links = try links(program)
    let messages = try program.number("SELECT COUNT(*) FROM message")
    for link in links {
      #expect(try scanner.get(link, method: "HEAD").text.isEmpty)
      for _ in 1...2 {
        let answer = try scanner.get(link)
        #expect(answer.status < 400, "\(link.prefix(8)) \(answer.status)")
        for plant in plants.all {
          #expect(!answer.text.contains(plant.word) && !answer.text.contains(plant.reference))
        }
      }
    }
    // Nothing was spent: whoever a link is for can still ask for the code, or choose a password.
    for (start, form) in [("/asked/", [("step", "code")]), ("/link/", [])] {
      let link = try #require(links.first { $0.hasPrefix(start) }, "\(links.count)")
      let person = Visitor(port: scanner.port)
      try person.get(link)
      #expect(try person.post(link, form).status == 303, "\(start)")
      let next = try person.follow()
      #expect(next.text.contains(form.isEmpty ? "name=\"again\"" : "name=\"code\""), "\(start)")
    }
    #expect(try program.number("SELECT COUNT(*) FROM message") == messages + 1, "no code was sent")
  }

  /// Adds an account, so that a link to choose a password waits in the outbox.
  private func invite(_ administrator: Visitor) throws {
    let page = try administrator.get("/admin/accounts/add").text
    let council = try #require(page.firstMatch(of: /value="(\d+)">Thornmere Council/)).1
    let answer = try administrator.post(
      "/admin/accounts/add",
      [
        ("name", "Wombat Sample"), ("email", "wombat@thornmere.example"),
        ("organisation", String(council)), ("role", "officer"),
      ])
    #expect(answer.status == 303, "\(answer.status)")
  }

  /// The links of every message, whether it has gone or waits.
  private func links(_ program: Program) throws -> [String] {
    let keyring = try Keyring.load(program.key)
    let bodies = try program.withDatabase { database in
      try database.read { read in
        try read.all("SELECT id, body FROM message ORDER BY id") { row -> String in
          let id: ID<Plants> = try row.id()
          return try keyring.open(try row.bytes(), table: "message", row: id, column: "body")
            .reveal(for: "a test")
        }
      }
    }
    let found = bodies.flatMap { body in
      body.matches(of: /http:\/\/127\.0\.0\.1:8080(\/[^\s"<>)]*[^\s"<>).,])/).map { String($0.1) }
    }
    return Set(found).sorted()
  }

  /// Counts the tries that the trail must note, by who tried and what.
  private func count(
    _ requests: [(method: String, path: String)], _ role: String, _ tries: inout [String: Int]
  ) {
    for (method, path) in requests {
      guard let row = LeakTable.row(method, path), !row.roles.contains(role),
        let subject = row.subject(LeakTable.path(path))
      else { continue }
      tries["\(role) \(subject)", default: 0] += 1
    }
  }

  /// The tries that it notes.
  private func noted(_ program: Program, after start: Int) throws -> [String: Int] {
    let rows = try program.withDatabase { database in
      try database.read { read in
        try read.all(
          """
          SELECT a.role, e.subject, COUNT(*) FROM audit_entry e JOIN account a ON a.id = e.actor
          WHERE e.number > \(start) AND e.action = 'record.refused' GROUP BY a.role, e.subject
          """
        ) { row in ("\(try row.text()) \(try row.text())", try row.int()) }
      }
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
