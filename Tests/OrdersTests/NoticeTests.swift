import Access
import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("A notice on paper", .database)
struct NoticeTests {
  private typealias Register = RegisterTests

  private func words(_ fixture: OrdersFixture, _ path: String) throws -> String {
    let reference = try #require(path.split(separator: "/").last.flatMap { Reference(String($0)) })
    return try fixture.services.database.read { read in
      let order = try #require(try OrderStore(fixture.services).find(reference, read))
      let template = try #require(
        try NoticeStore.template(of: order.power, on: OrdersFixture.today, read))
      return try template.words(of: order, in: NoticeContext(partnership: "Thornmere"))
    }
  }

  @Test("says what the order says, without lines of what it has not", arguments: Engine.tested)
  func filled(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Register.add(fixture, .protectionWarning, Register.warning)
    let words = try words(fixture, path)
    for line in [
      "To Rowan Sample-Tester.", "Where: Ropewalk, Millwharf.",
      "You must stop this: Not to shout.", "section 43(5)(a)", "Issued by Thornmere Council.",
    ] { #expect(words.contains(line), "\(line) in \(words)") }
    #expect(!words.contains("You must do this"))
    #expect(!words.contains("(("))
  }

  @Test("of every power names only fields there are", arguments: NoticeTemplate.powers)
  func shipped(power: Power) throws {
    let fixture = try OrdersFixture()
    let template = try fixture.services.database.read {
      try NoticeStore.template(of: power, on: OrdersFixture.today, $0)
    }
    let found = try #require(template)
    let known = NoticeField.fields.map(\.name)
    #expect(found.wording.fields.allSatisfy(known.contains))
    #expect(found.wording.body.contains("((prohibitions))"))
    #expect(!found.wording.body.contains("''"))
  }

  /// What the Act has each notice state, with words of the wording that state it.
  static let stated: [(Power, String, String)] = [
    (.protectionWarning, "43(5)(a)", "will be issued to you unless your conduct stops"),
    (.protectionNotice, "43(7)(a)", "The conduct it is about: ((evidence))"),
    (.protectionNotice, "46(1)", "You may appeal to a magistrates' court (section 46)"),
    (.protectionNotice, "46(1) ground 1", "had no detrimental effect, was not persistent"),
    (.protectionNotice, "46(1) ground 2", "a requirement or a time set is unreasonable"),
    (.protectionNotice, "46(1) ground 3", "a material defect or error"),
    (.protectionNotice, "46(1) ground 4", "issued to the wrong person"),
    (.protectionNotice, "46(2)", "until ((appeal))"),
    (.protectionNotice, "46(3)", "unless the court orders otherwise"),
    (.protectionNotice, "47", "have work done on land open to the air"),
    (.protectionNotice, "48", "Failing to comply is an offence"),
    (.protectionNotice, "49", "(section 49)"), (.protectionNotice, "50", "(section 50)"),
    (.protectionNotice, "51", "(section 51)"),
    (.closureNotice, "76(4)", "people who habitually live on the premises, or their owner"),
    (.closureNotice, "76(5)(a)", "Premises: ((name)), ((place))"),
    (.closureNotice, "76(5)(b)", "Nobody may enter or stay on the premises but those excepted"),
    (.closureNotice, "76(5)(c)", "Failing to comply with this notice is an offence"),
    (.closureNotice, "76(5)(d)", "An application will be made under section 80"),
    (.closureNotice, "76(5)(e)", "The hearing: ((hearing))"),
    (.closureNotice, "76(5)(e), where", "It is heard at ((court))"),
    (.closureNotice, "76(5)(f)", "A closure order can close the premises to everybody"),
    (.closureNotice, "76(5)(g)", "Advice about housing and the law: ((advice))"),
    (.publicSpaces, "59(7)(a)", "The activities it is about: ((evidence))"),
    (.publicSpaces, "59(7)(b), 63", "(section 63)"),
    (.publicSpaces, "59(7)(b), 67", "(section 67)"),
    (.publicSpaces, "59(7)(c)", "It has effect from ((from)) to ((to))"),
    (.expeditedPublicSpaces, "59A", "under section 59A"),
    (.expeditedPublicSpaces, "72B", "(section 72B)"),
    (.dispersal, "35(5)(b)", "The area it relates to: ((place))"),
    (
      .dispersal, "35(6)",
      "Failing without reasonable excuse to comply with this direction is an offence"
    ),
    (.dispersal, "35(1)(b)", "not return to it from ((from)) to ((to))"),
    (.dispersal, "36(2) and (3)", "It does not keep you from where you live"),
    (.injunction, "1", "((court)) granted an injunction against you under section 1"),
    (.injunction, "8", "vary or discharge it (section 8)"),
    (.criminalBehaviour, "331", "((court)) made a criminal behaviour order against you"),
    (.criminalBehaviour, "339", "is an offence"), (.criminalBehaviour, "336", "(section 336)"),
    (.closureOrder, "80", "((court)) made a closure order for these premises"),
    (.closureOrder, "84", "(section 84), until ((appeal))"),
    (.closureOrder, "86", "is an offence (section 86)"),
    (.possession, "94", "((court)) made an order for possession of your home"),
    (.respectOrder, "Part 1", "((court)) made a respect order against you"),
    (.communityRemedy, "102", "under section 102"),
  ]

  @Test("states what its section has it state", arguments: stated)
  func states(power: Power, section: String, words: String) throws {
    let template = try OrdersFixture().services.database.read {
      try NoticeStore.template(of: power, on: OrdersFixture.today, $0)
    }
    #expect(template?.wording.body.contains(words) == true, "\(power) \(section)")
  }

  @Test("asks of a closure notice who advises and where it is heard (section 76(5)(e) and (g))")
  func advice() throws {
    let fixture = try OrdersFixture()
    let page = try #require(
      try fixture.visit("/orders/new/closure-notice", form: [("name", "Flat 1")])
    ).words
    #expect(page.contains("section 76(5)(g)") && page.contains("section 76(5)(e)"))
  }

  @Test("is saved as a file by those who issue, and that is on record", arguments: Engine.tested)
  func printed(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Register.add(fixture, .protectionWarning, Register.warning)
    let formats = LetterPress(fixture.services.settings).formats
    let page = try #require(try fixture.visit(path)).words
    #expect(page.contains("Save the notice for Word (DOCX)") == formats.contains(.docx))
    for format in formats {
      let file = "\(path)/notice.\(format.rawValue)"
      #expect(try fixture.status(file, as: .officer) == 200)
      for role in [Role.auditor, .coordinator, .partner, .analyst, .administrator, .councillor] {
        #expect(try fixture.status(file, as: role) == 404, "\(role)")
      }
      let trail = try fixture.trail()
      #expect(
        trail.contains { $0.hasPrefix("orders.printed order/") && $0.contains("version=2") },
        "\(trail)")
    }
    let injunction = try Register.add(fixture, .injunction, Register.injunction)
    #expect(
      try fixture.status("\(injunction)/notice.docx", as: .officer)
        == (formats.contains(.docx) ? 200 : 404))
    let offer = try #require(try fixture.visit(injunction)).words
    #expect(offer.contains("Save the notice") == !formats.isEmpty)
    let day = try #require(Day("2012-05-01"))
    let legacy = try fixture.services.database.write { write in
      try OrderStore(fixture.services).add(
        NewOrder(
          draft: OrderDraft(
            power: .antisocialBehaviourOrder,
            term: OrderTerm(starts: day)), rules: [],
          organisation: ID(1), organisationName: "Council"), by: nil, at: OrdersFixture.now,
        in: write)
    }
    #expect(try fixture.status("/orders/\(legacy)/notice.docx", as: .officer) == 404)
    #expect(
      !(try #require(try fixture.visit("/orders/\(legacy)")).words.contains("Save the notice")))
  }

  @Test("of a court's order says which court made it and what it says", arguments: Engine.tested)
  func court(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Register.add(fixture, .injunction, Register.injunction)
    let words = try words(fixture, path)
    for line in [
      "To Rowan Sample-Tester.", "Thornmere County Court granted an injunction against you",
      "You must not do this: Not to shout.", "It is in force from 20 November 2026.",
    ] { #expect(words.contains(line), "\(line) in \(words)") }
    #expect(!words.contains("It ends on") && !words.contains("(("))
  }

  private static let path = "/orders/wordings/protection-warning"

  private static func form(
    _ body: String, _ from: String = "2026-11-20", version: String = "2",
    heading: String = "Warning"
  ) -> [(String, String)] {
    Register.day("from", from).map { ($0.key, $0.value) } + [
      ("heading", heading), ("body", body), ("version", version),
    ]
  }

  @Test("is worded anew from a day on, and the version before stands", arguments: Engine.tested)
  func worded(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let order = try Register.add(fixture, .protectionWarning, Register.warning)
    func add(_ form: [(String, String)]) throws -> Int {
      try fixture.status(Self.path, as: .administrator, form: form)
    }
    #expect(try add(Self.form("Later, ((name))", "2026-11-21")) == 303)
    #expect(try words(fixture, order).contains("written warning under section 43"))
    #expect(try add(Self.form("Now, ((name))", version: "3")) == 303)
    #expect(try words(fixture, order) == "Now, Rowan Sample-Tester")
    let page = try #require(try fixture.visit(Self.path, as: .administrator)).words
    #expect(page.contains("In use: version 4"))
    #expect(page.contains("3 21 November 2026 To come"))
    #expect(page.contains("2 20 October 2014 Before"))
    #expect(try fixture.actions().filter { $0 == "orders.wording-added" }.count == 2)
  }

  @Test(
    "is refused at the field",
    arguments: [
      (form(""), "Enter the words"), (form("x", heading: ""), "Enter the heading"),
      (form("((nobody)) and ((name))"), "There is no field ((nobody)): choose among those"),
      (form("x", "2026-11-19"), "Choose today or a later day"),
      (form("x", version: "0"), "Somebody else worded it anew meanwhile"),
      (form("x", heading: "To ((name))"), "Use no fields in the heading"),
    ])
  func refused(form: [(String, String)], words: String) throws {
    let fixture = try OrdersFixture()
    let response = try #require(try fixture.visit(Self.path, as: .administrator, form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
  }

  @Test("is worded by administrators, and read by those who read the law", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try OrdersFixture()
    for path in ["/orders/wordings", Self.path] {
      #expect(try fixture.status(path, as: role) == (role == .councillor ? 404 : 200))
    }
    #expect(
      try fixture.status(Self.path, as: role, form: [])
        == (role == .administrator ? 422 : 404))
  }

  @Test("is listed, shown and worded anew from the shell", arguments: Engine.tested)
  func commands(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    func run(_ arguments: [String]) -> Said {
      fixture.services.shell(Orders.feature.commands, ["orders"] + arguments)
    }
    #expect(run(["wordings"]).out.contains("protection-warning  version 2  from 2014-10-20"))
    let add = ["reword", "protection-warning", "--heading", "A", "--body", "To ((name))"]
    #expect(run(add).status == .done)
    #expect(run(["wording", "protection-warning"]).out == "A\nTo ((name))\n")
    #expect(run(add.dropLast() + ["((x))"]).status == .wrongUse)
    #expect(run(["wordings", "--json"]).out.contains("\"version\":3"))
  }

  @Test("has paths that are read as they are written")
  func paths() throws {
    let reference = try #require(Reference("TM-7K42-0931"))
    for route in [
      NoticeRoute.all, .wording(.closureNotice), .file(reference, .pdf), .file(reference, .docx),
    ] {
      let request = try Request(route.path)
      #expect(NoticeRoute(.get, request.path, request.query)?.path == route.path)
    }
    for path in ["/orders/wordings/asbo", "/orders/wordings/x", "/orders/x/notice.pdf"] {
      let request = try Request(path)
      #expect(NoticeRoute(.get, request.path, request.query) == nil, "\(path)")
    }
  }
}
