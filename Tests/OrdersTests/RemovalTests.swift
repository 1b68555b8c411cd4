import Access
import Database
import FeatureKit
import HTTP
import Kernel
import TestKit
import Testing

@testable import Orders

@Suite("Taking somebody under 16 home or to a place of safety (section 35(7))", .database)
struct RemovalTests {
  /// A direction of 20 November 2026 to somebody born on a day.
  private static func refusal(born: String, _ removal: Removal?) throws -> String? {
    var draft = try LimitTests.Edge(
      name: "", power: .dispersal, ends: "2026-11-21", times: (600, 600), born: born,
      authoriser: .inspector, support: .accepted
    ).draft()
    draft.content.removal = removal
    return OrderRules(draft, try OrdersFixture().law()).refused.first { $0.field == "removal" }?
      .message
  }

  @Test("is refused from the 16th birthday, with the section", arguments: Removal.allCases)
  func birthday(removal: Removal) throws {
    #expect(try Self.refusal(born: "2010-11-21", removal) == nil)
    let message = try Self.refusal(born: "2010-11-20", removal)
    guard removal != .notTaken else { return #expect(message == nil) }
    #expect(
      message?.contains("They were 16") == true && message?.contains("(section 35(7))") == true)
  }

  @Test("need not be said", arguments: ["2010-11-21", "2010-11-20"])
  func optional(born: String) throws { #expect(try Self.refusal(born: born, nil) == nil) }

  private static func fields(born: String, removal: String) -> [String: String] {
    var fields = RegisterTests.said
    for (name, day) in [
      ("starts", "2026-11-20"), ("ends", "2026-11-21"), ("born", born),
      ("authorised", "2026-11-20"), ("authorised-end", "2026-11-21"),
    ] { fields.merge(RegisterTests.day(name, day)) { $1 } }
    fields.merge([
      "start-time": "10:00", "end-time": "9:00", "authorised-time": "9:00",
      "authorised-end-time": "9:00", "authoriser": "inspector", "support": "accepted",
      "removal": removal,
    ]) { $1 }
    return fields
  }

  @Test("is kept with the direction and shown on its page", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let young = Self.fields(born: "2010-11-21", removal: "place-of-safety")
    let page = try #require(try fixture.visit(try RegisterTests.add(fixture, .dispersal, young)))
    #expect(
      page.words.contains("Taken home or to a place of safety Taken to a place of safety"),
      "\(page.words)")
    let silent = Self.fields(born: "2010-11-21", removal: "")
    let other = try #require(try fixture.visit(try RegisterTests.add(fixture, .dispersal, silent)))
    #expect(!other.words.contains("Taken to a place of safety"))
  }

  @Test(
    "is refused at its field",
    arguments: [
      ("2010-11-20", "home", "(section 35(7))"),
      ("2010-11-21", "elsewhere", "Choose whether they were taken home"),
    ])
  func refused(born: String, removal: String, words: String) throws {
    let fixture = try OrdersFixture()
    let form = RegisterTests.pairs(.dispersal, Self.fields(born: born, removal: removal))
    let response = try #require(try fixture.visit("/orders/new/dispersal", form: form))
    #expect(response.status == 422 && response.words.contains(words), "\(response.words)")
    #expect(response.text.contains("href=\"#removal\""))
  }

  @Test("is asked of a dispersal direction alone", arguments: Power.allCases)
  func asked(power: Power) throws {
    guard power.kind != .legacy else { return }
    let form = try #require(try OrdersFixture().visit("/orders/new/\(power.rawValue)")).text
    #expect(form.contains("name=\"removal\"") == (power == .dispersal))
  }
}
