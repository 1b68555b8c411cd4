import Commands
import Database
import FeatureKit
import Foundation
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("Orders from the shell", .database)
struct ShellTests {
  private static let commands =
    OrdersCommands.all + IssueCommands.all + OrderChangeCommands.all + BreachCommands.all
    + [DescribeCommand.command]

  private static let injunction = """
    {"name": "Rowan Sample", "born": "1990-05-04", "starts": "2026-11-20", "ends": "2027-03-01",
     "test": ["engaged", "just"], "evidence": "Seen twice", "prohibitions": "Not to shout",
     "court": "Thornmere County Court", "treatment": true}
    """

  private static func file(_ text: String) throws -> String {
    let file = try TemporaryFolder.ofCase().path + "/order.json"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  private static func issue(
    _ power: Power, _ text: String, _ fixture: OrdersFixture,
    by address: String = "officer@thornmere.example"
  ) throws -> Said {
    fixture.services.shell(
      commands, ["orders", "issue", power.rawValue, try file(text), "--by", address])
  }

  /// The reference in what was said.
  private static func reference(_ said: Said) throws -> String {
    String(try #require(said.all.firstMatch(of: /TM-[0-9A-Z]{4}-[0-9A-Z]{4}/)).0)
  }

  private static func shell(_ fixture: OrdersFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(commands, ["orders"] + arguments)
  }

  @Test(
    "are written down, broken, decided on, varied and ended, each on record",
    arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let said = try Self.issue(.injunction, Self.injunction, fixture)
    #expect(said.status == .done, "\(said.all)")
    let reference = try Self.reference(said)
    let steps: [([String], String)] = [
      (["breach", reference, "--on", "2026-11-20", "--evidence", "Shouted again"], "written down"),
      (["breaches", reference], "Nothing is decided yet"),
      (
        ["decide", reference, "--breach", "1", "--decision", "court", "--outcome", "Fined"],
        "The decision is recorded."
      ),
      (["breaches", reference, "--json"], "\"court\""),
      (
        [
          "outcome", reference, "--breach", "1", "--decision", "charged", "--outcome",
          "The police took it up",
        ], "The outcome is recorded."
      ),
      (["breaches", reference], "Charged, or reported for summons"),
      (["vary", reference, "--until", "2027-06-01", "--reason", "The court"], "Last day changed"),
      (["settle", reference, "--date", "expiry"], "taken out of the diary"),
      (["describe", reference, "--sex", "female", "--sex-source", "self"], "It is kept."),
      (["end", reference, "--on", "2026-11-20", "--reason", "The court"], "Discharged"),
      (["show", reference], "Discharged"),
    ]
    for (arguments, words) in steps {
      let said = Self.shell(fixture, arguments)
      #expect(said.status == .done && said.out.contains(words), "\(arguments): \(said.all)")
      #expect(!said.all.contains("Rowan") && !said.all.contains("Shouted"), "people are left out")
    }
    #expect(
      try fixture.actions() == [
        "orders.added", "orders.breach-recorded", "orders.breach-decided",
        "orders.breach-outcome", "orders.varied", "orders.date-settled", "orders.described",
        "orders.discharged",
      ])
    let page = try #require(try fixture.visit("/orders/\(reference)")).words
    #expect(page.contains("Rowan Sample") && page.contains("Shouted again"))
    #expect(page.contains("It requires them to engage in it"))
  }

  @Test("are decided on once about a breach, and have an outcome only of one that was")
  func once() throws {
    let fixture = try OrdersFixture()
    let reference = try Self.reference(try Self.issue(.injunction, Self.injunction, fixture))
    let breach = ["breach", reference, "--on", "2026-11-20", "--evidence", "Shouted again"]
    #expect(Self.shell(fixture, breach).status == .done)
    let said = [reference, "--breach", "1", "--decision", "court", "--outcome", "Fined"]
    let early = Self.shell(fixture, ["outcome"] + said)
    #expect(early.status == .wrongUse && early.all.contains("Decide on the breach first"))
    #expect(Self.shell(fixture, ["decide"] + said).status == .done)
    let again = Self.shell(fixture, ["decide"] + said)
    #expect(again.status == .wrongUse)
    #expect(again.all.contains("It was decided on 20 November 2026"), "\(again.all)")
    #expect(Self.shell(fixture, ["outcome"] + said).status == .done)
  }

  @Test("are served, and a contract is concluded once it is over")
  func served() throws {
    let fixture = try OrdersFixture()
    let warning = try Self.issue(
      .warning,
      #"{"name": "Rowan Sample", "born": "1990-05-04", "starts": "2026-11-20", "evidence": "Seen", "prohibitions": "Stop"}"#,
      fixture)
    let reference = try Self.reference(warning)
    let serve = ["serve", reference, "--on", "2026-11-20", "--at", "11:30", "--how", "By hand"]
    #expect(Self.shell(fixture, serve).status == .done)
    #expect(Self.shell(fixture, serve).status == .wrongUse, "it was served already")
    let contract = try Self.issue(
      .acceptableBehaviour,
      #"{"name": "Rowan Sample", "born": "1990-05-04", "starts": "2026-05-01", "ends": "2026-10-30", "evidence": "Seen", "prohibitions": "Stop"}"#,
      fixture)
    let conclude = [
      "conclude", try Self.reference(contract), "--justice", "not-entered", "--known", "Police",
    ]
    #expect(Self.shell(fixture, conclude).status == .done)
    #expect(
      Self.shell(fixture, ["conclude", reference] + conclude.dropFirst(2)).status == .wrongUse)
  }

  /// A record of what can no longer be made: power, file, status and words.
  static let legacy: [(Power, String, Commands.ExitStatus, String)] = [
    (
      .antisocialBehaviourOrder,
      #"{"name": "A Sample", "starts": "2015-03-22", "ends": "2017-03-21", "court": "Magistrates"}"#,
      .done, "is written down"
    ),
    (
      .antisocialBehaviourOrder, #"{"name": "A Sample", "starts": "2015-03-23"}"#, .inputRefused,
      "starts: It could be made until 22 March 2015"
    ),
    (
      .dispersal2003, #"{"name": "A Sample", "starts": "2014-10-19", "ends": "2014-12-01"}"#,
      .done, "is written down"
    ),
    (
      .dispersal2003, #"{"name": "A Sample", "starts": "2014-10-20"}"#, .inputRefused,
      "until 19 October 2014"
    ),
    (
      .crackHouse, #"{"name": "Flat 1", "starts": "2009-01-01", "ends": "2008-12-31"}"#,
      .inputRefused, "after the beginning"
    ),
    (.drinkingBanning, #"{"starts": "2012-01-01"}"#, .inputRefused, "Enter the person's name"),
  ]

  @Test("bring in records of what can no longer be made, which stay as they are", arguments: legacy)
  func history(power: Power, text: String, status: Commands.ExitStatus, words: String) throws {
    let fixture = try OrdersFixture()
    let said = try Self.issue(power, text, fixture)
    #expect(said.status == status && said.all.contains(words), "\(said.all)")
    guard status == .done else { return }
    let reference = try Self.reference(said)
    #expect(try #require(try fixture.visit("/orders/\(reference)")).words.contains("Kept record"))
    let end = ["end", reference, "--on", "2026-11-20", "--reason", "x"]
    #expect(Self.shell(fixture, end).status == .wrongUse)
    #expect(try fixture.status("/orders/new/\(power.rawValue)", as: .officer) == 404)
  }

  static let refusals: [(Power, String, Commands.ExitStatus, String)] = [
    (.injunction, "{}", .inputRefused, "name: Enter the person's name"),
    (.injunction, "not JSON", .inputRefused, "it is no JSON object"),
    (.injunction, #"{"nmae": "x"}"#, .inputRefused, "there is no field “nmae”"),
    (.injunction, #"{"born": "4 May 1990"}"#, .inputRefused, "born: write a day"),
    (
      .protectionNotice,
      #"{"name": "A Sample", "born": "1990-05-04", "starts": "2026-11-20", "evidence": "x", "prohibitions": "x", "test": ["detriment", "unreasonable", "enough-time"]}"#,
      .inputRefused, "section 43(5)(a)"
    ),
    (
      .criminalBehaviour,
      #"{"name": "A Sample", "born": "1990-05-04", "starts": "2026-11-20", "ends": "2028-05-19", "court": "x", "evidence": "x", "prohibitions": "x", "test": ["convicted", "distress", "helps"]}"#,
      .inputRefused, "ends: It must last 2 years at least"
    ),
  ]

  @Test("are refused with the field and the section, and nothing is stored", arguments: refusals)
  func refused(power: Power, text: String, status: Commands.ExitStatus, words: String) throws {
    let fixture = try OrdersFixture()
    let said = try Self.issue(power, text, fixture)
    #expect(said.status == status && said.all.contains(words), "\(said.all)")
    #expect(said.all.contains("Nothing was stored."))
    #expect(Self.shell(fixture, ["list", "--all"]).out.contains("No order is in this list."))
  }

  @Test("ask for a file, a person who may issue, and an order there is")
  func wrong() throws {
    let fixture = try OrdersFixture()
    let missing = Self.shell(
      fixture, ["issue", "injunction", "/nowhere.json", "--by", "officer@thornmere.example"])
    #expect(missing.status == .failed)
    for address in ["analyst@thornmere.example", "nobody@example.org"] {
      let said = try Self.issue(.injunction, Self.injunction, fixture, by: address)
      #expect(said.status == .wrongUse && said.all.contains("nobody who may issue"))
    }
    let unknown = ["end", "TM-7K42-0931", "--on", "2026-11-20", "--reason", "x"]
    #expect(Self.shell(fixture, unknown).status != .done)
    let reference = try Self.reference(try Self.issue(.injunction, Self.injunction, fixture))
    for arguments in [
      ["vary", reference, "--until", "soon", "--reason", "x"],
      ["vary", reference, "--until", "2026-01-01", "--reason", "x"],
      ["decide", reference, "--breach", "9", "--decision", "court", "--outcome", "x"],
      ["breach", reference, "--on", "2027-01-01", "--evidence", "x"],
      ["describe", reference, "--sex", "male"], ["serve", reference],
      ["conclude", reference, "--justice", "entered", "--known", "x"],
    ] { #expect(Self.shell(fixture, arguments).status == .wrongUse, "\(arguments)") }
  }

  @Test("have fields for every power, and no other field is read", arguments: Power.allCases)
  func fields(power: Power) throws {
    guard power.kind != .legacy else { return }
    let fixture = try OrdersFixture()
    let listed = Self.shell(fixture, ["fields", power.rawValue])
    #expect(listed.status == .done && listed.out.contains("evidence"))
    let form = try #require(try fixture.visit("/orders/new/\(power.rawValue)")).text
    for field in OrderFile.known(power) {
      let name = field.isDay ? "\(field.name)-day" : field.name
      #expect(form.contains("name=\"\(name)\""), "\(name)")
    }
  }
}
