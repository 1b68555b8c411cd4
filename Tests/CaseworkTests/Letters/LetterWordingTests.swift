import Access
import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The wordings of letters", .database)
struct LetterWordingTests {
  private static let path = "/work/wordings/update"

  private static func form(
    _ body: String, version: String = "1", from: String = "20"
  ) -> [(String, String)] {
    [
      ("heading", "How it stands"), ("body", body), ("version", version), ("from-day", from),
      ("from-month", "11"), ("from-year", "2026"),
    ]
  }

  @Test("name only fields there are, and nobody who told", arguments: CaseLetterKind.allCases)
  func shipped(kind: CaseLetterKind) throws {
    let fixture = try CaseworkFixture()
    let found = try fixture.database.read { read in
      try CaseLetterStore.wordings.wording(of: kind.rawValue, on: London.day(fixture.now), read)
    }
    let wording = try #require(found)
    #expect(wording.isShipped && wording.version == 1)
    #expect(wording.fields.allSatisfy { CaseLetterField(rawValue: $0) != nil })
    #expect(!wording.heading.contains("((") && wording.fields.contains("reference"))
  }

  @Test(
    "are worded anew from a day on, and a letter that was begun keeps its version",
    arguments: Engine.tested)
  func worded(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, _) = try fixture.people()
    #expect(try fixture.work(Self.path, as: .manager, form: Self.form("Later", from: "21")) == 303)
    let write = CaseLetterRoute.write(file, kind: "update", to: victim).path
    #expect(try #require(try fixture.answer(write)).words.contains("You next hear from us"))
    #expect(
      try fixture.work(Self.path, as: .manager, form: Self.form("To ((name))", version: "2")) == 303
    )
    #expect(try #require(try fixture.answer(write)).words.contains("To Wilhelmina Other"))
    _ = try fixture.keepLetter(file, to: victim)
    #expect(try fixture.letters(file).map(\.version) == [1])
    let page = try #require(try fixture.answer(Self.path, as: .manager)).words
    #expect(page.contains("In use: version 3") && page.contains("2 21 November 2026 To come"))
    #expect(
      try fixture.trail().contains("casework.letter-wording-added from=2026-11-20 version=3"))
  }

  @Test(
    "are refused at the field",
    arguments: [
      (form(""), "Enter the words"), (form("((colour))"), "There is no field ((colour))"),
      (form("x", from: "19"), "Choose today or a later day"),
      (form("x", version: "0"), "Somebody else worded it anew meanwhile"),
    ])
  func refused(form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let response = try #require(try fixture.answer(Self.path, as: .manager, form: form))
    #expect(response.status == 422 && response.words.contains(words))
  }

  @Test("are read by those who write letters, and changed by managers", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try CaseworkFixture()
    let mayRead = role == .manager || role == .officer
    for path in ["/work/wordings", Self.path] {
      #expect(try fixture.work(path, as: role) == (mayRead ? 200 : 404))
    }
    #expect(try fixture.work(Self.path, as: role, form: []) == (role == .manager ? 422 : 404))
  }

  @Test("are listed, printed and worded anew from the shell", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    func run(_ arguments: [String]) -> Said {
      fixture.services.shell(Casework.feature.commands, ["letters"] + arguments)
    }
    #expect(run(["wordings"]).out.contains("meeting  version 1  from 2020-01-01"))
    #expect(run(["reword", "meeting", "--heading", "A", "--body", "To ((name))"]).status == .done)
    #expect(run(["wording", "meeting"]).out == "A\nTo ((name))\n")
    #expect(
      run(["reword", "meeting", "--heading", "A", "--body", "((x))"]).status == .wrongUse)
    #expect(run(["wordings", "--json"]).out.contains("\"letter\":\"meeting\",\"version\":2"))
  }

  @Test("have paths that are read as they are written")
  func paths() throws {
    let reference = try #require(Reference("TM-7K42-0931"))
    for route in [
      CaseLetterRoute.list(reference), .write(reference, kind: "update", to: ID(7)),
      .letter(reference, ID(3)), .file(reference, ID(3), .pdf), .file(reference, ID(3), .docx),
      .wordings, .wording(.meeting),
    ] {
      let request = try Request(route.path)
      #expect(CaseLetterRoute(.get, request.path, request.query)?.path == route.path)
      #expect(WorkRoute(.get, request.path, request.query) == nil)
    }
    for path in [
      "/work/wordings/love", "/cases/x/letters", "/cases/\(reference)/letters/3/letter.txt",
      "/cases/\(reference)/letters/3/letter.pdf/x", "/cases/\(reference)/letters/x",
    ] {
      let request = try Request(path)
      #expect(CaseLetterRoute(.get, request.path, request.query) == nil, "\(path)")
    }
  }
}
