import Design
import Kernel
import TestKit
import Testing

/// Records of the demonstration with words in them that can be looked for.
struct Plants {
  /// A record with its words.
  struct Plant {
    /// What stands in everything that was written into it.
    let word: String
    let reference: String
    /// Its page.
    let path: String
    /// Who may read something of it.
    let readers: Set<String>
    /// Who sees its reference in a list, and no more.
    var listers: Set<String> = []
  }

  static let address = "planted.desk@trust.example"

  private(set) var all: [Plant] = []
  private let today = Clock.system.today

  /// Plants an order, a case review with its panel and papers, a case of the MARAC, a share, a request
  /// to share, and a request for one's own data.
  init(_ officer: Visitor, _ manager: Visitor, _ coordinator: Visitor) throws {
    try order(officer)
    try review(manager, coordinator)
    try conference(coordinator)
    try share(manager)
    try request(manager)
    try data(manager)
  }

  private mutating func keep(
    _ word: String, _ location: String?, at place: Int, _ readers: Set<String>,
    _ listers: Set<String> = []
  ) throws {
    let parts = try #require(location).split(separator: "/").prefix(place + 1)
    all.append(
      Plant(
        word: word, reference: String(parts[place]), path: "/" + parts.joined(separator: "/"),
        readers: readers, listers: listers))
  }

  /// Sends a form that must be taken; where it leads.
  @discardableResult
  private func sent(
    _ visitor: Visitor, _ path: String, from page: String? = nil, _ form: [(String, String)]
  ) throws -> String {
    try visitor.get(page ?? path)
    let answer = try visitor.post(path, form)
    try #require(answer.status == 303, "\(path) \(answer.status)")
    return answer.headers["location"] ?? ""
  }

  private mutating func order(_ officer: Visitor) throws {
    let word = "Quagga"
    let form = "/orders/new/injunction"
    let page = try officer.get(form).text
    let tests = page.matches(of: /name="test" value="([^"]+)"/).map { ("test", String($0.1)) }
    let born = try #require(Day("1990-05-04"))
    let path = try sent(
      officer, form,
      [
        ("name", "\(word) Sample"), ("evidence", "\(word) was seen"),
        ("prohibitions", "Not to \(word)"), ("court", "\(word) Court"),
      ] + DateInput.fields("born", born) + DateInput.fields("starts", today) + tests)
    try sent(
      officer, "\(path)/breaches", from: path,
      [("act", "breach"), ("breach-evidence", "\(word) came back")]
        + DateInput.fields("breached", today))
    try keep(word, path, at: 1, ["manager", "officer", "coordinator", "auditor"])
  }

  private mutating func review(_ manager: Visitor, _ coordinator: Visitor) throws {
    let word = "Numbat"
    let once = try manager.get("/reports/reviews/new").hidden("once") ?? ""
    let path = try sent(
      manager, "/reports/reviews/new",
      [
        ("once", once), ("channel", "phone"), ("for", "me"), ("story", "\(word) every night"),
        ("name", "\(word) Applicant"), ("phone", "07700 900 321"),
        ("safe", "phone"), ("times", "any"),
      ] + DateInput.fields("applied", today))
    for ago in [10, 40, 70] {
      let version = try manager.get(path).hidden("version") ?? ""
      let day = today.adding(days: -ago)
      try sent(
        manager, "\(path)/complaint", from: path,
        [("version", version), ("body", "council"), ("what", "\(word) shouted")]
          + DateInput.fields("behaviour", day) + DateInput.fields("reported", day))
    }
    let papers = "\(path)/papers"
    let page = try coordinator.get(papers).text
    let officer = try #require(page.firstMatch(of: /value="(\d+)"[^>]*>Officer/)).1
    try sent(
      coordinator, papers, [("act", "seat"), ("account", String(officer)), ("part", "member")])
    let pages = Set(page.matches(of: /href="([^"]+\/papers\/[^"]+)"/).map { String($0.1) })
    for one in pages.sorted() {
      let version = try coordinator.get(one).hidden("version") ?? ""
      try sent(coordinator, one, [("treatment", "struck"), ("passages", ""), ("version", version)])
    }
    try sent(coordinator, papers, [("act", "issue")])
    try keep(word, path, at: 2, ["manager", "officer", "coordinator"])
  }

  private mutating func conference(_ coordinator: Visitor) throws {
    let word = "Kakapo"
    let marac = "/conferences/marac"
    let members = try coordinator.get("\(marac)/members").text
    let health = try #require(
      members.firstMatch(of: /value="(\d+)">Thornmere Health Trust/)
    ).1
    try sent(
      coordinator, "\(marac)/members",
      [("act", "mailbox"), ("mailbox-body", String(health)), ("mailbox", Self.address)])
    let page = try coordinator.get("\(marac)/refer").text
    let police = try #require(page.firstMatch(of: /value="(\d+)">Thornmere Constabulary/)).1
    let path = try sent(
      coordinator, "\(marac)/refer",
      [
        ("body", String(police)), ("name", "\(word) Sample"), ("criterion", "judgement"),
        ("why", "\(word) reasons"), ("gateway", "cda-115"), ("basis", "public-task"),
        ("shared", "events"), ("necessity", "\(word) need"), ("told", "No"),
      ])
    try sent(
      coordinator, path,
      [("act", "ask"), ("asked", String(health))]
        + DateInput.fields("due", today.adding(days: 3)))
    let question = try #require(
      coordinator.get(path).text.firstMatch(of: /name="asked-link" value="(\d+)"/)
    ).1
    try sent(
      coordinator, path,
      [("act", "link"), ("asked-link", String(question)), ("link-days-\(question)", "7")])
    try keep(word, path, at: 3, ["manager", "coordinator", "partner"])
  }

  private mutating func share(_ manager: Visitor) throws {
    let word = "Okapi"
    let path = try sent(
      manager, "/sharing/new",
      [
        ("recipient", "outside"), ("outside", "\(word) School"), ("purpose", "\(word) purpose"),
        ("necessity", "\(word) need"), ("gateway", "serious-harm"), ("basis", "public-task"),
        ("shared", "identity"),
      ] + DateInput.fields("until", today.adding(days: 28)))
    try keep(word, path, at: 1, ["manager", "officer", "auditor"])
  }

  private mutating func request(_ manager: Visitor) throws {
    let word = "Saiga"
    let path = try sent(
      manager, "/sharing/requests/new",
      [
        ("kind", "section-115"), ("asker", "outside"), ("outside", "\(word) Landlord"),
        ("wanted", "\(word) wanted"),
      ] + DateInput.fields("received", today))
    try keep(word, path, at: 2, ["manager", "officer", "auditor"])
  }

  private mutating func data(_ manager: Visitor) throws {
    let word = "Tapir"
    let path = try sent(
      manager, "/data-requests/new",
      [
        ("regime", "general"), ("name", "\(word) Asker"), ("asker", "\(word) themselves"),
        ("wish", "\(word) wish"),
      ] + DateInput.fields("received", today))
    // The coordinator leads what stands apart, and so decides about every data request there.
    try keep(word, path, at: 1, ["manager", "coordinator"], ["auditor"])
  }
}
