import Database
import Kernel
import Partnership
import TestKit
import Testing
import Translation

@testable import Languages

@Suite("Which pages are shown in a language", .database)
struct LanguageBookTests {
  static let where_ = ["Where is it?": "Ble?", "Call {1}999{/1}": "Ffoniwch {1}999{/1}"]
  static let everywhere = ["Back": "Yn ôl", "Friday": "dydd Gwener"]

  @Test(
    "a page is offered once it and what stands on every page were checked", arguments: Engine.tested
  )
  func offered(_ engine: Engine) throws {
    let fixture = try LanguagesFixture(engine)
    try fixture.add()
    #expect(throws: LanguageProblem.notWhole(missing: 2)) { try fixture.check(1) }
    try fixture.keep(Self.where_)
    try fixture.check(1)
    #expect(try fixture.offered("report/where") == [])
    try fixture.keep(Self.everywhere)
    try fixture.check(0)
    #expect(try fixture.offered("report/where") == ["cy"])
    #expect(try fixture.offered("report/where/else") == [])
    #expect(try fixture.offered("report") == [])
    #expect(try fixture.offered("performance") == [])
    let choice = LanguageChoice(code: "cy")
    #expect(try fixture.wording(choice, "report/where")?.translation(of: "Where is it?") == "Ble?")
    #expect(try fixture.wording(choice, "report") == nil)
    #expect(try fixture.wording(LanguageChoice(code: "pl"), "report/where") == nil)
  }

  @Test("a changed word takes its pages away until they are checked anew", arguments: Engine.tested)
  func changed(_ engine: Engine) throws {
    let fixture = try LanguagesFixture(engine)
    try fixture.add()
    try fixture.keep(Self.where_.merging(Self.everywhere) { first, _ in first })
    try fixture.check(0, 1)
    #expect(try fixture.offered("report/where") == ["cy"])
    #expect(try fixture.keep(["Where is it?": "Ble?"]) == 0)
    #expect(try fixture.offered("report/where") == ["cy"])
    #expect(try fixture.keep(["Where is it?": "Yn lle?"]) == 1)
    #expect(try fixture.offered("report/where") == [])
    #expect(try fixture.book().standing(of: LanguagesFixture.texts[1]).state == .changed)
    try fixture.check(1)
    #expect(try fixture.offered("report/where") == ["cy"])
    let book = try fixture.book()
    try fixture.services.database.write {
      try LanguageStore.uncheck(LanguagesFixture.texts[1], in: book, $0)
    }
    #expect(try fixture.offered("report/where") == [])
  }

  @Test("words that nobody checked are shown as a draft alone", arguments: Engine.tested)
  func draft(_ engine: Engine) throws {
    let fixture = try LanguagesFixture(engine)
    try fixture.add()
    try fixture.keep(["Where is it?": "Ble?"])
    #expect(try fixture.wording(LanguageChoice(code: "cy"), "report/where") == nil)
    let draft = try fixture.wording(LanguageChoice(code: "cy", isDraft: true), "report/where")
    #expect(draft?.translation(of: "Where is it?") == "Ble?")
  }

  @Test("two at one language: the second is told", arguments: Engine.tested)
  func stale(_ engine: Engine) throws {
    let fixture = try LanguagesFixture(engine)
    try fixture.add()
    let book = try fixture.book()
    try fixture.keep(Self.where_)
    #expect(throws: DatabaseError.stale) {
      try fixture.services.database.write { try LanguageStore.keep(["Back": "Nôl"], in: book, $0) }
    }
    #expect(throws: LanguageProblem.isThere("cy")) { try fixture.add() }
  }

  @Test(
    "how far a page is",
    arguments: [
      ([:], false, PageState.untouched), (["Where is it?": "Ble?"], false, .begun),
      (where_, false, .toCheck), (where_, true, .checked),
    ] as [([String: String], Bool, PageState)])
  func states(_ words: [String: String], _ isChecked: Bool, _ state: PageState) throws {
    let fixture = try LanguagesFixture()
    try fixture.add()
    try fixture.keep(words)
    if isChecked { try fixture.check(1) }
    #expect(try fixture.book().standing(of: LanguagesFixture.texts[1]).state == state)
  }

  @Test("languages nobody speaks are there where they are asked for")
  func pseudo() throws {
    let choice = LanguageChoice(code: "en-XA")
    #expect(try LanguagesFixture().wording(choice, "report") == nil)
    let wording = try LanguagesFixture(hasPseudoLanguages: true).wording(choice, "report")
    #expect(wording?.translation(of: "Back") == "[Ɓáçķ~]")
  }
}
