import Design
import Kernel
import TestKit
import Testing

@Suite("Whoever does not sit in a conference that stands apart", .database)
struct ConferenceLeakJourneys {
  /// What is planted into a referral to the MARAC.
  private static let planted = "Quagga"
  /// The mailbox that is named for a body.
  private static let mailbox = "planted.desk@constabulary.example"
  private static let marac = "/conferences/marac"

  @Test("finds nothing of it, at any address of those who do, and writes nothing into it")
  func leak() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let coordinator = try site.demonstrated("coordinator")
      let file = try plant(coordinator)
      let reference = try #require(file.split(separator: "/").last.map(String.init))
      let before = try coordinator.get("\(Self.marac)/trail").text.count(
        of: "Referred to a conference")
      var crawl = Crawl()
      try crawl.walk(
        coordinator, from: ["/conferences", Self.marac, file], keeping: [reference])
      let addresses = crawl.addresses.filter { $0.hasPrefix("/conferences") }
      #expect(addresses.count > 25, "\(addresses.count)")
      #expect(crawl.forms.count { $0.path.hasPrefix(Self.marac) } > 8)

      for who in ["officer", "administrator", "auditor", "analyst", "councillor"] {
        let visitor = try site.demonstrated(who)
        let own = ["/", "/conferences", "/conferences/actions", "/admin/audit", "/work"]
        for address in addresses + own {
          let answer = try visitor.get(address)
          expectNothing(answer, reference, address, who)
          if address.hasPrefix(Self.marac) { #expect(answer.status == 404, "\(who) \(address)") }
        }
        for form in crawl.forms where form.path.hasPrefix(Self.marac) {
          try visitor.get("/indicators")
          let answer = try visitor.post(form.path, form.fields + [("wanted", Self.planted)])
          expectNothing(answer, reference, form.path, who)
          #expect(answer.status == 404 || answer.status == 403, "\(who) \(form.path)")
        }
      }
      let trail = try site.demonstrated("administrator").get("/admin/audit").text
      #expect(!trail.contains("conference/marac") && !trail.contains("conference%2Fmarac"))
      // The hunt finds what there is to find.
      #expect(try coordinator.get(file).text.contains(Self.planted))
      #expect(try coordinator.get("\(Self.marac)/trail").text.contains(reference))
      #expect(try coordinator.get("\(Self.marac)/members").text.contains(Self.mailbox))
      #expect(before > 0)
    }
  }

  /// Where the figures of those who do not sit in it stand: lists, counts, dashboards, registers.
  private static let elsewhere = [
    "/", "/work", "/work?list=led", "/conferences", "/conferences/actions", "/indicators",
    "/dashboard", "/incidents", "/hotspots", "/tasking", "/orders", "/orders/equality", "/sharing",
    "/sharing?show=ended", "/sharing/register.csv", "/sharing/requests", "/data-requests",
    "/reports/reviews", "/reports/reviews/panels", "/cases/shared", "/public-spaces",
  ]
  /// Whether an address is one where such figures stand: not of the conference itself, of one's own
  /// account, of the trail or of residents.
  private static func isElsewhere(_ address: String) -> Bool {
    let parts = address.prefix { $0 != "?" }.split(separator: "/")
    if parts.first == "conferences" { return parts.dropFirst().allSatisfy { $0 == "actions" } }
    return ["account", "admin", "report", "case-review", "sign-in", "language"].allSatisfy {
      parts.first != $0[...]
    }
  }

  /// What an own action may change.
  private static let own = ["/", "/work", "/conferences", "/conferences/actions"]

  @Test("sees no figure move when it hears one more case, but what they are to do themselves")
  func figures() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let coordinator = try site.demonstrated("coordinator")
      let others = try ["officer", "partner", "councillor", "analyst", "auditor"].map {
        ($0, try site.demonstrated($0))
      }
      var pages: [String: [String: [Substring]]] = [:]
      for (role, visitor) in others {
        var crawl = Crawl()
        try crawl.walk(visitor, from: Self.elsewhere, keeping: [], where: Self.isElsewhere)
        pages[role] = try figures(visitor, crawl.addresses)
        // What moves by itself, such as a time, says nothing of a conference.
        for (address, words) in try figures(visitor, crawl.addresses)
        where pages[role]?[address] != words { pages[role]?[address] = nil }
        #expect((pages[role]?.count ?? 0) > 4, "\(role) \(pages[role]?.count ?? 0)")
      }
      let meeting = try hear(coordinator)
      for (role, visitor) in others {
        for (address, words) in try figures(visitor, (pages[role] ?? [:]).keys.sorted()) {
          #expect(pages[role]?[address] == words, "\(role) \(address)")
        }
      }
      let task = try decide(coordinator, at: meeting)
      for (role, visitor) in others {
        for (address, words) in try figures(visitor, (pages[role] ?? [:]).keys.sorted())
        where pages[role]?[address] != words {
          let page = String(address.prefix { $0 != "?" })
          #expect(role == "officer" && Self.own.contains(page), "\(role) \(address)")
        }
      }
      let officer = try #require(others.first { $0.0 == "officer" }?.1)
      #expect(try officer.get("/conferences/actions").text.contains(task))
      #expect(try officer.get("/work").text.contains(task))
    }
  }

  /// Times of day, such as when and by whom a paper is read, and what is left of a clock: they go on by
  /// themselves.
  nonisolated(unsafe) private static let moments =
    /\d{1,2}(:\d\d)?[ap]m|\d+ (minute|hour|day)s? (left|over)/

  /// The words and figures of pages, without what is drawn anew each time.
  private func figures(
    _ visitor: Visitor, _ addresses: [String]
  ) throws -> [String: [Substring]] {
    var found: [String: [Substring]] = [:]
    for address in addresses where !Crawl.isMade(address) {
      let text = try visitor.get(address).text
      let body = text.firstRange(of: "<main").map { text[$0.lowerBound...] } ?? text[...]
      let words = body.replacing(/<[^>]*>/, with: " ").replacing(Self.moments, with: " ")
      found[address] = words.split(whereSeparator: \.isWhitespace)
    }
    return found
  }

  /// One more case of the MARAC: asked about, on the agenda of a meeting of today, and heard there.
  private func hear(_ coordinator: Visitor) throws -> String {
    func sent(_ path: String, _ fields: [(String, String)]) throws -> String {
      try coordinator.get(path)
      let answer = try coordinator.post(path, fields)
      #expect(answer.status == 303, "\(path) \(fields) \(answer.status)")
      return answer.headers["location"] ?? ""
    }
    let file = try plant(coordinator)
    let today = Clock.system.today
    let page = try coordinator.get(file).text
    let bodies = page.matches(of: /name="asked"[^>]*value="(\d+)"/).map { String($0.1) }
    #expect(bodies.count > 3)
    _ = try sent(
      file,
      [("act", "ask")] + bodies.map { ("asked", $0) } + DateInput.fields("due", today))
    let meeting = try sent(
      "\(Self.marac)/meetings/new",
      DateInput.fields("held", today) + [("starts", "09:00"), ("venue", "Town hall")])
    let number = try #require(meeting.split(separator: "/").last.map(String.init))
    let version = try #require(coordinator.get(file).hidden("version"))
    _ = try sent(file, [("act", "list"), ("version", version), ("meeting", number)])
    _ = try sent(meeting, [("act", "begin"), ("version", "1")])
    _ = try sent(meeting, [("act", "sign")])
    let item = try #require(
      coordinator.get(meeting).text.firstMatch(of: /\?item=(\d+)/).map { String($0.1) })
    _ = try sent("\(meeting)?item=\(item)", [("act", "start"), ("item", item)])
    return "\(meeting)?item=\(item)"
  }

  /// Gives the officer something to do, by name; what it is.
  private func decide(_ coordinator: Visitor, at meeting: String) throws -> String {
    let task = "the planted locks"
    let page = try coordinator.get(meeting).text
    let council = try #require(
      page.firstMatch(of: /value="(\d+)">[^<]*Council</).map { String($0.1) })
    let owners = page.split(separator: "name=\"owner\"").last.map(String.init) ?? ""
    let account = try #require(
      owners.firstMatch(of: /value="(\d+)">[^<]*fficer[^<]*</).map { String($0.1) },
      "\(owners.prefix(900))")
    let answer = try coordinator.post(
      meeting,
      [
        ("act", "decide"), ("item", String(meeting.split(separator: "=").last ?? "")),
        ("body", council), ("verb", "fit"), ("task", task), ("owner", account),
      ] + DateInput.fields("due", Clock.system.today.adding(days: 3)))
    #expect(answer.status == 303, "\(answer.status)")
    return task
  }

  private func plant(_ coordinator: Visitor) throws -> String {
    try coordinator.get("\(Self.marac)/refer")
    let police = try #require(
      coordinator.last.text.firstMatch(of: /value="(\d+)">Thornmere Constabulary/)
    ).1
    let answer = try coordinator.post(
      "\(Self.marac)/refer",
      [
        ("body", String(police)), ("name", "\(Self.planted) Sample"), ("criterion", "judgement"),
        ("why", "\(Self.planted) reasons"), ("gateway", "cda-115"),
        ("basis", "public-task"), ("shared", "events"), ("necessity", "\(Self.planted)"),
        ("told", "No"),
      ])
    #expect(answer.status == 303, "\(answer.status)")
    let file = try #require(answer.headers["location"])
    try coordinator.get("\(Self.marac)/members")
    let named = try coordinator.post(
      "\(Self.marac)/members",
      [("act", "mailbox"), ("mailbox-body", String(police)), ("mailbox", Self.mailbox)])
    #expect(named.status == 303, "\(named.status)")
    return file
  }

  private func expectNothing(
    _ answer: RawClient.Answer, _ reference: String, _ address: String, _ who: String
  ) {
    #expect(answer.status < 500, "\(who) \(address)")
    for word in [Self.planted, Self.mailbox, reference] where !address.contains(word) {
      #expect(!answer.text.contains(word), "\(word) for \(who) at \(address)")
    }
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { split(separator: text).count - 1 }
}
