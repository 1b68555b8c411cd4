import Design
import Kernel
import TestKit
import Testing

@Suite("A partner", .database)
struct LeakJourneys {
  /// What is planted into a case and its report that no partner was given.
  private static let planted = "Quagga"
  /// What is planted into a case that the partner was given.
  private static let given = "Okapi"

  @Test("finds nothing of a case it was not given, at any address anybody has")
  func leak() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let officer = try site.demonstrated("officer")
      let other = try plant(Self.planted, officer)
      let own = try plant(Self.given, officer)
      try give(own.file, officer)
      let before = try officer.get("/cases/\(other.file)").text.count(of: "class=\"meta\"")

      var crawl = Crawl()
      let words = [other.file, other.report, own.file, own.report]
      let pages = words.flatMap { ["/cases/\($0)", "/reports/\($0)", "/work/triage/\($0)"] }
      for who in ["officer", "manager", "administrator", "auditor", "coordinator", "analyst"] {
        let visitor = who == "officer" ? officer : try site.demonstrated(who)
        try crawl.walk(
          visitor, from: ["/", "/work", "/reports", "/outbox", "/admin", "/sharing"] + pages,
          keeping: words)
      }
      let addresses = crawl.addresses + [other.file, other.report].map { "/cases/shared/\($0)" }
      #expect(addresses.count > 150, "\(addresses.count)")
      #expect(crawl.forms.count > 40, "\(crawl.forms.count)")

      let partner = try site.demonstrated("partner")
      try check(partner, addresses, other)
      // Forms of the own account, which end sessions, hold nothing of cases.
      for form in crawl.forms where !form.path.hasPrefix("/account") {
        try partner.get("/cases/shared")
        try partner.post(form.path, form.fields + [("note", "x"), ("kind", "fact")])
        expectNothing(partner.last, other, form.path)
      }
      for act in ["note", "answer"] {
        try partner.get("/cases/shared")
        let fields = [("note", "x"), ("kind", "fact"), ("action", "1"), ("answer", "done")]
        let answer = try partner.post("/cases/shared/\(other.file)/\(act)", fields)
        #expect(answer.status == 404)
      }
      let after = try officer.get("/cases/\(other.file)").text.count(of: "class=\"meta\"")
      #expect(after == before, "somebody wrote into the case")

      // The hunt finds what there is to find.
      #expect(try partner.get("/cases/shared").text.contains(Self.given))
      #expect(try partner.get("/cases/shared/\(own.file)").text.contains(Self.given))
      #expect(try officer.get("/cases/\(other.file)").text.contains(Self.planted))
    }
  }

  private func check(
    _ partner: Visitor, _ addresses: [String], _ other: (report: String, file: String)
  ) throws {
    for address in addresses {
      let answer = try partner.get(address)
      expectNothing(answer, other, address)
      if [other.file, other.report].contains(where: address.contains) {
        #expect(answer.status == 404, "\(address)")
      }
    }
  }

  /// What the page says that is no echo of the address asked for.
  private func expectNothing(
    _ answer: RawClient.Answer, _ other: (report: String, file: String), _ address: String
  ) {
    #expect(answer.status < 500, "\(address)")
    for word in [Self.planted, other.report, other.file] where !address.contains(word) {
      #expect(!answer.text.contains(word), "\(word) at \(address)")
    }
    if answer.text.contains(Self.planted) { Issue.record("\(Self.planted) at \(address)") }
  }

  /// A report with its case, a word in everything that is written.
  private func plant(
    _ word: String, _ officer: Visitor
  ) throws -> (report: String, file: String) {
    try officer.get("/reports/new")
    let once = officer.last.hidden("once") ?? ""
    let taken = try officer.post(
      "/reports/new",
      [
        ("once", once), ("channel", "phone"), ("kind", "rowdy"), ("place", "\(word) yard"),
        ("day", "yesterday"), ("hour", "1"), ("minutes", "60"), ("narrative", "\(word) shouted"),
        ("identity", "named"), ("name", "\(word) Reporter"), ("phone", "07700 900 123"),
        ("way", "phone"), ("subject-name", "\(word) Subject"),
      ])
    let report = try reference(in: taken.text)
    try officer.get("/work/triage/\(report)")
    try officer.post(
      "/work/triage/\(report)",
      [
        ("decision", "asb"), ("reason", "\(word) reason"), ("priority", "2"),
        ("title", "\(word) title"), ("step", "decide"),
      ])
    let location = try #require(officer.last.headers["location"])
    let file = try #require(location.split(separator: "/").last.map(String.init))
    for (act, fields) in [
      ("note", [("kind", "fact"), ("note", "\(word) note")]),
      ("contact", [("with", "\(word) phone"), ("said", "\(word) said")]),
      ("person", [("part", "subject"), ("name", "\(word) Person")]),
      (
        "action",
        [
          ("task", "\(word) task"), ("agency", "1"), ("due-day", "1"), ("due-month", "12"),
          ("due-year", "2030"),
        ]
      ),
    ] {
      try officer.get(location)
      let answer = try officer.post("\(location)/\(act)", fields)
      #expect(answer.status == 303, "\(act) \(answer.status)")
    }
    try share(file, word, officer)
    return (report, file)
  }

  private func reference(in page: String) throws -> String {
    String(try #require(page.firstMatch(of: /TM-[0-9A-Z]{4}-[0-9A-Z]{4}/)).0)
  }

  /// Gives a case to the police, whose account the demonstration's partner is.
  private func give(_ file: String, _ officer: Visitor) throws {
    let page = try officer.get("/cases/\(file)").text
    let police = try #require(page.firstMatch(of: /value="(\d+)">Thornmere Constabulary/)).1
    let answer = try officer.post(
      "/cases/\(file)/party",
      [
        ("party", String(police)), ("purpose", "Patrols"),
        ("necessity", "No less would do"), ("gateway", "cda-115"), ("basis", "public-task"),
        ("criminal", "unlawful-acts"), ("shared", "identity"), ("shared", "allegations"),
        ("earlier", "read"),
      ] + Self.until)
    #expect(answer.status == 303, "\(answer.status)")
  }

  /// A last day four weeks from now.
  private static let until = DateInput.fields("until", Clock.system.today.adding(days: 28))

  /// Shares the case with somebody outside, and takes down a request about it.
  private func share(_ file: String, _ word: String, _ officer: Visitor) throws {
    try officer.get("/sharing/new")
    let shared = try officer.post(
      "/sharing/new",
      [
        ("recipient", "outside"), ("outside", "\(word) School"), ("about", file),
        ("purpose", "\(word) purpose"), ("necessity", "\(word) need"), ("gateway", "serious-harm"),
        ("basis", "public-task"), ("shared", "identity"),
      ] + Self.until)
    #expect(shared.status == 303, "\(shared.text)")
    try officer.get("/sharing/requests/new")
    let asked = try officer.post(
      "/sharing/requests/new",
      [
        ("kind", "section-115"), ("asker", "outside"), ("outside", "\(word) Landlord"),
        ("wanted", "\(word) wanted"),
      ] + DateInput.fields("received", Clock.system.today))
    #expect(asked.status == 303, "\(asked.text)")
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { split(separator: text).count - 1 }
}
