import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A request for one's own data", .database)
struct AccessTests {
  /// A case of a report by Zebedee about Quentin, with a victim who is somebody else, and an officer's
  /// notes about each.
  private func planted(_ fixture: CaseworkFixture) throws -> (file: Reference, report: Reference) {
    let report = try fixture.report {
      $0.subject = Sensitive(ReportSubject(name: "Quentin Villain", vehicle: "AB12 CDE"))
      $0.story = Sensitive(
        ReportStory(
          narrative: "Quentin shouts. Villain’s number is 07700 900 999. Mine is 07700 900 123"))
    }
    let file = try fixture.openCase(report)
    for (act, form) in [
      ("person", [("part", "complainant"), ("name", "Zebedee Planted"), ("notes", "Kind, Okapi")]),
      ("person", [("part", "victim"), ("name", "Wilhelmina Other"), ("notes", "Ill, Tapir")]),
      ("note", [("kind", "fact"), ("note", "Quagga: Wilhelmina told me that Quentin drinks")]),
      (
        "note",
        [
          ("kind", "fact"),
          ("note", "Zebedee rang; Wilhelmina Other was there. Ocelot lives next door"),
        ]
      ),
    ] { #expect(try fixture.work("/cases/\(file)/\(act)", as: .officer, form: form) == 303) }
    return (file, report)
  }

  @Test(
    "gives what they told and no officer's note, until somebody has read it",
    arguments: Engine.tested)
  func strict(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try planted(fixture)
    let request = try fixture.dataRequest()
    try fixture.chooseAll(request)
    let review = try fixture.review(request)
    #expect(review.items.contains { $0.outcome == .given && $0.item.title == "What you told us" })
    for one in review.items where one.item.key.contains("/entry/") && !one.item.text.isEmpty {
      #expect(one.outcome == .open)
    }
    let given = try fixture.released(request)
    #expect(given.contains("shouts"))
    for word in [
      "Quagga", "Ocelot", "Tapir", "Okapi", "Wilhelmina", "Quentin", "Villain", "900 999", "AB12",
      "Three nights, two witnesses",
    ] { #expect(!given.contains(word), "\(word)") }
    // What is their own stays.
    #expect(given.contains("Zebedee Planted") && given.contains("07700 900 123"))
    #expect(given.contains("It is about somebody else"))
    #expect(given.contains("[struck out]"))
  }

  @Test(
    "gives a note that somebody chose, without others and chosen passages", arguments: Engine.tested
  )
  func chosen(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try planted(fixture)
    let request = try fixture.dataRequest()
    try fixture.chooseAll(request)
    let one = try #require(
      try fixture.review(request).items.first { $0.item.text.contains("Ocelot") })
    let path = AccessRoute.item(request, key: one.item.key).path
    #expect(try #require(try fixture.access(path)).words.contains("Zebedee rang; [struck out] was"))
    for (form, status) in [
      ([("give", "no")], 422), ([], 422), ([("give", "yes"), ("passages", "ocelot lives\n")], 303),
    ] as [([(String, String)], Int)] {
      #expect(try fixture.accessStatus(path, form: form + [("key", one.item.key)]) == status)
    }
    #expect(try fixture.accessStatus(path, form: [("give", "yes"), ("key", "case/x")]) == 404)
    let given = try fixture.released(request)
    #expect(given.contains("Zebedee rang; [struck out] was there. [struck out] next door"))
    #expect(!given.contains("Ocelot") && !given.contains("Wilhelmina") && !given.contains("Quagga"))
  }

  @Test("decides anew about words that changed since", arguments: Engine.tested)
  func stale(engine: Engine) throws {
    let item = AccessItem(
      key: "k", source: "s", title: "t", day: nil, lines: [.init(heading: "h", words: "New")],
      standing: .open)
    func decision(_ text: String) -> AccessDecision {
      AccessDecision(
        item: "k", isGiven: true, reason: nil, content: Sensitive(.init(passages: [], text: text)))
    }
    #expect(ReviewedItem(item, own: [], decision("New")).outcome == .given)
    #expect(ReviewedItem(item, own: [], decision("Old")).outcome == .open)
    #expect(ReviewedItem(item, own: [], nil).outcome == .open)
  }

  @Test("tells whoever is named in a report nothing of who made it", arguments: Engine.tested)
  func subject(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try planted(fixture)
    let fields = fixture.requestFields.filter { $0.0 != "name" } + [("name", "Quentin Villain")]
    let response = try fixture.access("/data-requests/new", form: fields)
    let parts = try #require(response?.header("Location")).split(separator: "/").map(String.init)
    let request = try #require(Reference(parts[1]))
    try fixture.chooseAll(request)
    let given = try fixture.released(request)
    for word in ["Zebedee", "07700", "Wilhelmina", "shouts", "Ropewalk", "Quagga"] {
      #expect(!given.contains(word), "\(word)")
    }
    #expect(given.contains("Quentin Villain"))
  }

  @Test(
    "is released once somebody has shown who they are and all is decided", arguments: Engine.tested)
  func gates(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, _) = try planted(fixture)
    let fields = fixture.requestFields.filter {
      !$0.0.hasPrefix("proof") && !$0.0.hasPrefix("proved")
    }
    let opened = try #require(
      try fixture.access("/data-requests/new", form: fields)?.header("Location"))
    let request = try #require(Reference(opened.split(separator: "/").map(String.init)[1]))
    try fixture.chooseAll(request)
    let root = "/data-requests/\(request)"
    #expect(try fixture.accessStatus("\(root)/release", form: [("read", "yes")]) == 422)
    let proof = [("proof", "Passport seen")] + fixture.date("proved", "2026-11-20")
    #expect(try fixture.accessStatus("\(root)/proof", form: proof) == 303)
    #expect(try fixture.accessStatus("\(root)/release", form: [("read", "yes")]) == 422)
    #expect(try fixture.accessStatus("\(root)/file", form: []) == 409)
    #expect(try fixture.accessStatus("\(root)/rest", form: []) == 422)
    #expect(try fixture.accessStatus("\(root)/rest", form: [("rest", "harm")]) == 303)
    #expect(try fixture.accessStatus("\(root)/release", form: []) == 422)
    #expect(try fixture.accessStatus("\(root)/release", form: [("read", "yes")]) == 303)
    for act in ["release", "rest", "extend", "proof"] {
      let form = [("read", "yes"), ("rest", "harm"), ("extension", "x")] + proof
      #expect(try fixture.accessStatus("\(root)/\(act)", form: form) == 409, "\(act)")
    }
    let zip = try #require(try fixture.access("\(root)/file", form: []))
    guard case .bytes(let bytes) = zip.body else { return }
    #expect(Array(bytes.prefix(4)) == [0x50, 0x4b, 3, 4])
    #expect(try fixture.access("\(root)/file", form: [])?.text == zip.text)
    let actions = try fixture.services.actionsTaken().filter { $0.hasPrefix("access.") }
    #expect(
      Set(actions) == [
        "access.opened", "access.chosen", "access.proved", "access.item-left", "access.read",
        "access.released", "access.exported",
      ])
    #expect(try fixture.trail().allSatisfy { !$0.contains("Planted") && !$0.contains("Quagga") })
    _ = file
  }

  @Test("keeps what it is about while it is open", arguments: Engine.tested)
  func hold(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, _) = try fixture.closedCase()
    let request = try fixture.dataRequest()
    try fixture.chooseAll(request)
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let page = try #require(try fixture.retention("/retention/case/\(file)")).words
    #expect(page.contains("Data request \(request) is open"))
    let looked = [("looked", "yes")]
    #expect(try fixture.retentionStatus("/retention/case/\(file)/delete", form: looked) == 409)
    _ = try fixture.released(request)
    #expect(try fixture.retentionStatus("/retention/case/\(file)/delete", form: looked) == 303)
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("regime", "x", "Choose the law"), ("name", "", "Enter the name"),
    ("asker", "", "Enter who asked"), ("received-day", "21", "must not be after today"),
    ("received-day", "", "must include a day"), ("proof", "", "Enter how they showed"),
    ("proved-day", "21", "must not be after today"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let form = fixture.requestFields.filter { $0.0 != field } + [(field, value)]
    let response = try #require(try fixture.access("/data-requests/new", form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
  }

  @Test("is listed by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for (isOpen, index) in [(true, "access_request_open"), (false, "access_request_released")] {
      let plan = try QueryPlan.of(AccessStore.query(isOpen: isOpen, page: 2), fixture.database)
      #expect(plan.uses(index: index), "\(plan)")
    }
    let plan = try QueryPlan.of(OpenRequests.query, fixture.database)
    #expect(!plan.readsAll(of: "case_person") && !plan.readsAll(of: "report"), "\(plan)")
  }
}
