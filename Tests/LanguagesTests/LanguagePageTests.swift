import Access
import Commands
import Database
import FeatureKit
import Foundation
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Languages

@Suite("Pages of languages", .database)
struct LanguagePageTests {
  /// One letter a right, in their order: see, write, check.
  static let table: [(Role, String)] = [
    (.administrator, "yyy"), (.manager, "nnn"), (.officer, "nnn"), (.analyst, "nnn"),
    (.coordinator, "yyn"), (.partner, "nnn"), (.councillor, "nnn"), (.auditor, "ynn"),
  ]

  @Test("who may do what is as the table says, on every page", arguments: table)
  func rights(_ role: Role, _ letters: String) throws {
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    let found = LanguageRight.allCases.map { LanguagePolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
    let fixture = try LanguagesFixture()
    try fixture.add()
    try fixture.keep(LanguageBookTests.where_)
    let rights = Array(letters)
    for path in ["/languages", "/languages/cy", "/languages/cy/where", "/languages/cy/words.csv"] {
      #expect(
        try status { try fixture.respond(Request(path), as: role) }
          == (rights[0] == "y" ? 200 : 404))
    }
    let posts: [(String, [(String, String)], Character)] = [
      ("/languages", [("code", "pl"), ("name", "Polski")], rights[1]),
      ("/languages/cy/where", [("act", "check"), ("version", "2")], rights[2]),
    ]
    for (path, form, right) in posts {
      let found = try status { try fixture.respond(Request(path, form: form), as: role) }
      #expect(found == (right == "y" ? 303 : 404), "\(path)")
    }
  }

  @Test("every role is in the table")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test(
    "paths are read as they are written",
    arguments: [
      LanguageRoute.list, .language("cy"), .page("cy", "where"), .sheet("cy"),
    ])
  func routes(_ route: LanguageRoute) {
    let path = route.path.split(separator: "/").map(String.init)
    #expect(LanguageRoute(.get, path, Fields()) == route)
  }

  @Test(
    "words are entered, checked and shown, each with its line in the audit trail",
    arguments: Engine.tested)
  func course(_ engine: Engine) throws {
    let fixture = try LanguagesFixture(engine)
    func post(_ path: String, _ form: [(String, String)]) throws -> Response {
      try #require(try fixture.respond(Request(path, form: form)))
    }
    #expect(
      try post("/languages", [("code", "Welsh"), ("name", "Cymraeg")]).words.contains(
        "Use a code such as cy"))
    #expect(try post("/languages", [("code", ""), ("name", "")]).status == 422)
    #expect(try post("/languages", [("code", "cy"), ("name", "Cymraeg")]).status == 303)
    #expect(
      try post("/languages", [("code", "cy"), ("name", "Cymraeg")]).words.contains(
        "cy is there already"))
    let wrong = try post(
      "/languages/cy/where", [("version", "1"), ("words-1", "Ble?"), ("words-2", "Ffoniwch 999")])
    #expect(wrong.status == 422)
    #expect(wrong.words.contains("Put {1}, {/1} where the English has it"))
    #expect(wrong.text.contains("Ble?"), "what was typed is there again")
    let words = [("words-1", "Ble?"), ("words-2", "Ffoniwch {1}999{/1}")]
    #expect(try post("/languages/cy/where", [("version", "1")] + words).status == 303)
    let late = try post("/languages/cy/where", [("version", "1")] + words)
    #expect(late.words.contains("Somebody changed this language since you opened the page"))
    #expect(try post("/languages/cy/where", [("act", "check"), ("version", "2")]).status == 303)
    let page = try #require(try fixture.respond(Request("/languages/cy/where")))
    #expect(page.words.contains("Shown to the public"))
    #expect(try post("/languages/cy/where", [("act", "uncheck"), ("version", "3")]).status == 303)
    #expect(
      try fixture.services.actionsTaken() == [
        "language.added", "language.words", "language.checked", "language.unchecked",
      ])
  }

  @Test(
    "a file too large to be words of a language is refused at its field, the largest is read",
    arguments: [(WordSheet.mostBytes, "words.csv, line 1"), (WordSheet.mostBytes + 1, "smaller")])
  func size(_ size: Int, _ words: String) throws {
    let fixture = try LanguagesFixture()
    try fixture.add()
    let path = try TemporaryFolder.ofCase().path + "/words.csv"
    try "Seite\r\n".write(toFile: path, atomically: true, encoding: .utf8)
    let file = UploadedFile(field: "file", name: "words.csv", path: path, size: size)
    let response = try #require(
      try fixture.respond(Request("/languages/cy", form: [], files: [file])))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
  }

  @Test(
    "a choice is kept in a cookie and leads back to a page of this site alone",
    arguments: [
      ("/language?code=cy&to=/report/where", "/report/where", "cy"),
      ("/language?code=cy&draft=yes&to=/report", "/report", "cy.draft"),
      ("/language?code=en-GB&to=/report", "/report", ""),
      ("/language?code=cy&to=//evil.example", "/", "cy"),
      ("/language?code=cy&to=https://evil.example", "/", "cy"),
      ("/language?code=c%3Ba&to=/report", "/report", ""),
      ("/language", "/", ""),
    ])
  func choice(_ path: String, _ to: String, _ value: String) throws {
    let response = try #require(try LanguagesFixture().choose(path))
    #expect(response.header("Location") == to)
    #expect(response.header("Set-Cookie")?.hasPrefix("hamlet-language=\(value);") == true)
  }
}

@Suite("The file of words", .database)
struct WordSheetTests {
  /// A file with a text; its path.
  private func sheet(_ text: String) throws -> String {
    let path = try TemporaryFolder.ofCase().path + "/words.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func read(_ text: String) throws -> WordSheet.Reading {
    try WordSheet.read(try sheet(text), named: "words.csv", LanguagesFixture.texts)
  }

  @Test("is read as it is written, each text once")
  func round() throws {
    let fixture = try LanguagesFixture()
    try fixture.add()
    try fixture.keep(LanguageBookTests.where_)
    let sheet = WordSheet.written(try fixture.book(), LanguagesFixture.texts)
    let text = String(decoding: sheet, as: UTF8.self)
    #expect(text.split(separator: "\r\n").count == 6)
    #expect(try read(text) == .init(words: LanguageBookTests.where_))
  }

  @Test(
    "says what is wrong with it, and where",
    arguments: [
      (
        "Seite,English,Words\r\n", "words.csv, line 1: expected the columns Page, English and Words"
      ),
      ("Page,English,Words\r\nx,Back\r\n", "words.csv, line 2: expected 3 values, there are 2"),
      ("Page,English,Words\r\nx,Call {1}999{/1},Ffoniwch\r\n", "words.csv, line 2: Put {1}, {/1}"),
      (
        "Page,English,Words\r\nx,Back,a\r\ny,Back,b\r\n",
        "words.csv, line 3: “Back” has other words above"
      ),
      ("Page,English,Words\r\nx,\"Back,a\r\n", "words.csv, line"),
    ])
  func wrong(_ text: String, _ message: String) throws {
    let refused = #expect(throws: InputRefused.self) { try read(text) }
    #expect(refused?.message.hasPrefix(message) == true, "\(refused?.message ?? "")")
  }

  @Test("leaves out what is empty, and names what no page has")
  func unknown() throws {
    let reading = try read("Page,English,Words\r\nx,Back, \r\nx,Gone,Wedi mynd\r\n")
    #expect(reading == .init(unknown: ["Gone"]))
  }

  @Test("goes out and in by the shell, and a page is checked there too", arguments: Engine.tested)
  func shell(_ engine: Engine) throws {
    let fixture = try LanguagesFixture(engine)
    let run = { (line: String...) in
      fixture.services.shell(LanguageCommands.all, ["languages"] + line)
    }
    #expect(run("list").out == "There is none: public pages are in English.\n")
    #expect(run("add", "cy", "Cymraeg").status == .done)
    #expect(run("add", "Welsh", "Cymraeg").all.contains("use a code such as cy"))
    #expect(run("export", "pl").all.contains("There is no language pl"))
    let file = try sheet(
      run("export", "cy").out.replacing("Where is it?,", with: "Where is it?,Ble?")
        .replacing("Call {1}999{/1},", with: "Call {1}999{/1},{1}999{/1}"))
    #expect(run("import", "cy", file).out == "2 changed, 0 of no page now\n")
    #expect(run("check", "cy", "start").all.contains("2 texts have no words"))
    #expect(run("check", "cy", "nowhere").all.contains("There is no page nowhere"))
    #expect(run("check", "cy", "where").status == .done)
    #expect(run("show", "cy").out.contains("where\t2 of 2\tShown to the public"))
    #expect(run("uncheck", "cy", "where").status == .done)
    #expect(run("list").out == "cy\tCymraeg\t0 of 3 shown\n")
  }
}
