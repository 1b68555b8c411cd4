import Access
import Commands
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The worklist from the shell", .database)
struct WorkCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(CaseCommands.all, arguments)
  }

  @Test("says what waits and until when, and names no person", arguments: Engine.tested)
  func list(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(try fixture.report())
    let listed = run(fixture, ["work", "list"])
    #expect(listed.status == .done)
    #expect(listed.out.contains("\(report)  P3  3 days left"), "it is to be acknowledged")
    #expect(listed.out.contains("\(file)  P2  4 days left  Noise on the stairs"))
    let json = run(fixture, ["work", "list", "--list", "new", "--json"])
    #expect(json.out.contains("\"kind\":\"report\""))
    #expect(json.out.contains("\"isStarted\":false,\"isAcknowledged\":false"))
    #expect(run(fixture, ["work", "list", "--list", "unread"]).out.contains("Nothing is on"))
    fixture.clock.advance(seconds: 4 * 3600)
    #expect(run(fixture, ["work", "list", "--list", "unread"]).out.contains("\(report)  P3"))
    #expect(!json.out.contains("\"kind\":\"case\""))
    #expect(!(listed.out + json.out).contains("Planted"))
  }

  @Test(
    "says what is wrong with an argument",
    arguments: [
      ["--list", "x"], ["--page", "0"], ["--page", "10001"], ["--whose", "mine"],
      ["--whose", "x"], ["--of", "nobody@thornmere.example"],
      ["--whose", "team", "--of", "analyst@thornmere.example"],
    ])
  func wrong(arguments: [String]) throws {
    let fixture = try CaseworkFixture()
    #expect(run(fixture, ["work", "list"] + arguments).status == .wrongUse)
  }

  @Test(
    "lists one officer's work, what they cover, watch, or their team has", arguments: Engine.tested)
  func whose(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (mine, watched) = (
      try fixture.openCase(try fixture.report()), try fixture.openCase(try fixture.report())
    )
    let waiting = try fixture.report()
    let give = [("owner", CaseworkFixture.actor(.manager).account.description)]
    #expect(try fixture.work("/cases/\(watched)/allocate", as: .manager, form: give) == 303)
    #expect(try fixture.work("/cases/\(watched)/watch", as: .officer, form: []) == 303)
    let expected: [(String?, Set<Reference>)] = [
      (nil, [mine]), ("all", [mine, watched, waiting]), ("mine", [mine]), ("covered", []),
      ("watched", [watched]), ("team", [mine, watched]),
    ]
    for (whose, found) in expected {
      let asked = whose.map { ["--whose", $0] } ?? []
      let listed = run(
        fixture, ["work", "list", "--of", "officer@thornmere.example"] + asked)
      #expect(listed.status == .done, "\(listed)")
      for one in [mine, watched, waiting] {
        #expect(
          listed.out.contains(one.description) == found.contains(one), "\(whose ?? "own"): \(one)")
      }
    }
  }

  @Test("agrees a cover, lists it and takes it away", arguments: Engine.tested)
  func cover(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let people = ["--away", "officer@thornmere.example", "--by", "manager@thornmere.example"]
    let today = London.day(fixture.now)
    let days = ["--from", today.description, "--to", today.adding(days: 3).description]
    #expect(run(fixture, ["work", "covers"]).out.contains("Nobody"))
    #expect(run(fixture, ["work", "cover"] + people + days).status == .done)
    let again = run(fixture, ["work", "cover"] + people + days)
    #expect(again.status == .wrongUse && again.messages.contains("covered on one of these days"))
    let covered = ["work", "list", "--whose", "covered", "--of", "manager@thornmere.example"]
    #expect(run(fixture, covered).out.contains(file.description))
    let listed = run(fixture, ["work", "covers"])
    #expect(listed.out.contains("\(today) to \(today.adding(days: 3))"), "\(listed)")
    let id = try #require(listed.out.split(separator: " ").first).description
    #expect(run(fixture, ["work", "cover-end", id]).status == .done)
    #expect(run(fixture, ["work", "cover-end", id]).status == .wrongUse)
    #expect(!run(fixture, covered).out.contains(file.description))
    #expect(try fixture.trail().filter { $0.hasPrefix("casework.cover") }.count == 2)
  }

  @Test(
    "refuses a cover that cannot be, with words to act on",
    arguments: [
      ("nobody@thornmere.example", "2026-11-20", "2026-11-25", "--by"),
      ("officer@thornmere.example", "2026-11-20", "2026-11-25", "somebody else"),
      ("manager@thornmere.example", "2026-11-25", "2026-11-20", "before the first"),
      ("manager@thornmere.example", "soon", "2026-11-20", "--from"),
    ])
  func noCover(by: String, from: String, to: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let said = run(
      fixture,
      [
        "work", "cover", "--away", "officer@thornmere.example", "--by", by, "--from", from, "--to",
        to,
      ])
    #expect(said.status == .wrongUse && said.messages.contains(words), "\(said)")
  }
}
