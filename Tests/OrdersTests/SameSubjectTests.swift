import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("The warning a notice follows is one to the same subject (section 43(5)(a))", .database)
struct SameSubjectTests {
  /// What two records say beside one name: a body or not, and the day of birth; whether they are the same.
  struct Pair: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let warned: (isBody: Bool?, born: String)
    let noticed: (isBody: Bool?, born: String)
    let isSame: Bool
  }

  static let pairs = [
    Pair(
      testDescription: "the same day of birth", warned: (false, "1990-05-04"),
      noticed: (false, "1990-05-04"), isSame: true),
    Pair(
      testDescription: "a namesake born on another day", warned: (false, "1990-05-04"),
      noticed: (false, "1990-05-05"), isSame: false),
    Pair(
      testDescription: "a namesake whose day is not known", warned: (false, ""),
      noticed: (false, "1990-05-05"), isSame: true),
    Pair(
      testDescription: "a body, then a person", warned: (true, ""), noticed: (false, "1990-05-04"),
      isSame: false),
    Pair(
      testDescription: "a person, then a body", warned: (false, "1990-05-04"), noticed: (true, ""),
      isSame: false),
    Pair(
      testDescription: "a body twice", warned: (true, ""), noticed: (true, ""), isSame: true),
    Pair(
      testDescription: "a body of a record from before, then a body", warned: (nil, ""),
      noticed: (true, ""), isSame: true),
    Pair(
      testDescription: "a body of a record from before, then a person", warned: (nil, ""),
      noticed: (false, "1990-05-04"), isSame: false),
    Pair(
      testDescription: "a person of a record from before", warned: (nil, "1990-05-04"),
      noticed: (false, "1990-05-04"), isSame: true),
  ]

  private func content(
    _ said: (isBody: Bool?, born: String), name: String = "Rowan Sample"
  ) -> OrderContent {
    var content = OrderContent()
    (content.name, content.isBody, content.born) = (name, said.isBody, said.born)
    return content
  }

  @Test(
    "by the name, the day of birth where both have one, and whether it is a body", arguments: pairs)
  func same(pair: Pair) {
    let warned = content(pair.warned)
    #expect(warned.isOfSameSubject(as: content(pair.noticed)) == pair.isSame)
    #expect(!warned.isOfSameSubject(as: content(pair.noticed, name: "Alder Sample")))
  }

  /// The fields of a warning or notice to a body or, with a day of birth, a person.
  private static func fields(born: String?, _ more: [String: String] = [:]) -> [String: String] {
    RegisterTests.warning.filter { !$0.key.hasPrefix("born") }
      .merging(born.map { RegisterTests.day("born", $0) } ?? ["body": "yes"]) { $1 }
      .merging(more) { $1 }
  }

  /// The answer to a notice that names a warning.
  private static func notice(
    _ fixture: OrdersFixture, born: String?, after warning: String
  ) throws -> Response {
    let days = RegisterTests.day("starts", "2026-11-15")
      .merging(RegisterTests.day("served", "2026-11-15")) { $1 }
    let fields = Self.fields(born: born, days.merging(["warning": warning]) { $1 })
    return try #require(
      try fixture.visit(
        "/orders/new/protection-notice", form: RegisterTests.pairs(.protectionNotice, fields)))
  }

  @Test("or the notice is refused at the field of the warning", arguments: Engine.tested)
  func refused(engine: Engine) throws {
    for (warned, noticed, isSame) in [
      ("1990-05-04", "1990-05-04", true), ("1990-05-04", "1990-05-05", false),
      (nil, "1990-05-04", false), ("1990-05-04", nil, false), (nil, nil, true),
    ] as [(String?, String?, Bool)] {
      let fixture = try OrdersFixture(engine)
      let path = try RegisterTests.add(fixture, .protectionWarning, Self.fields(born: warned))
      let response = try Self.notice(
        fixture, born: noticed, after: String(path.split(separator: "/")[1]))
      #expect(response.status == (isSame ? 303 : 422), "\(response.words)")
      #expect(
        response.words.contains("is no community protection warning to them") == !isSame,
        "\(response.words)")
    }
  }

  @Test("also where a record of the warning has no day of birth", arguments: Engine.tested)
  func unknown(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    var draft = OrderDraft(
      power: .protectionWarning, term: OrderTerm(starts: try #require(Day("2026-11-10"))))
    draft.content.name = "Rowan Sample-Tester"
    draft.content.isBody = false
    draft.servedAt = Instant("2026-11-11T14:30:00Z")
    let new = NewOrder(
      draft: draft, rules: [], organisation: ID(1), organisationName: "Council")
    let reference = try fixture.services.database.write { write in
      try OrderStore(fixture.services).add(new, by: nil, at: OrdersFixture.now, in: write)
    }
    let response = try Self.notice(fixture, born: "1990-05-04", after: reference.description)
    #expect(response.status == 303, "\(response.words)")
  }
}
