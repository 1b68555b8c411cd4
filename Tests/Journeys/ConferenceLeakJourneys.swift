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
    let program = try Program()
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
