import Commands
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Sharing

@Suite("Sharing from the shell", .database)
struct CommandTests {
  private func run(_ fixture: SharingFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(Sharing.feature.commands, ["sharing"] + arguments)
  }

  private static let record = [
    "record", "--organisation", "police", "--from", "council", "--about", "TM-7K42-0931",
    "--purpose", "Patrols", "--necessity", "No less", "--gateway", "cda-115", "--basis",
    "public-task", "--field", "identity", "--until", "2026-12-31",
  ]

  @Test("is recorded, listed, shown and revoked", arguments: Engine.tested)
  func shares(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let recorded = run(fixture, Self.record)
    #expect(recorded.status == .done, "\(recorded.all)")
    let reference = String(recorded.out.prefix(12))
    let list = run(fixture, ["list"])
    #expect(list.out.contains("\(reference)  Shared  until 2026-12-31  Thornmere Constabulary"))
    #expect(run(fixture, ["list", "--csv", "--organisation", "police"]).out.contains(reference))
    #expect(run(fixture, ["list", "--organisation", "health"]).out.contains("No share"))
    let json = run(fixture, ["show", reference, "--json"]).out
    #expect(json.contains("Crime and Disorder Act 1998, section 115"))
    #expect(!json.contains("Patrols"))
    #expect(run(fixture, ["revoke", reference, "--reason", "Done"]).status == .done)
    #expect(run(fixture, ["revoke", reference, "--reason", "Done"]).status == .wrongUse)
    #expect(run(fixture, ["list", "--ended"]).out.contains("Revoked"))
    #expect(try fixture.services.actionsTaken() == ["sharing.shared", "sharing.revoked"])
  }

  @Test("keeps agreements, their rule and the law", arguments: Engine.tested)
  func agreements(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let agree = run(
      fixture,
      [
        "agree", "--title", "Noise", "--purposes", "Noise", "--party", "council", "--party",
        "police", "--field", "identity", "--signed", "2025-11-01", "--review", "2026-11-20",
      ])
    #expect(agree.status == .done, "\(agree.all)")
    #expect(
      run(fixture, ["agreements"]).out.contains("1  due  review 2026-11-20  Noise  council police"))
    #expect(run(fixture, ["need-agreements", "--from", "2026-11-20"]).status == .done)
    #expect(run(fixture, Self.record).status == .wrongUse)
    #expect(run(fixture, Self.record + ["--agreement", "1"]).status == .done)
    #expect(run(fixture, ["review", "1", "--next", "2027-11-20"]).status == .done)
    #expect(
      run(fixture, ["end-agreement", "1", "--last-day", "2026-11-19", "--reason", "Old"]).status
        == .done)
    #expect(run(fixture, Self.record + ["--agreement", "1"]).status == .wrongUse)
    #expect(run(fixture, ["need-agreements"]).status == .done)
    let added = run(
      fixture,
      [
        "ground-add", "gateway", "new-act", "--title", "New", "--section", "New Act, section 1",
        "--regime", "any",
      ])
    #expect(added.status == .done, "\(added.all)")
    #expect(run(fixture, ["grounds"]).out.contains("gateway  new-act  not in force"))
    #expect(
      run(fixture, ["ground-date", "gateway", "new-act", "--from", "2026-11-01"]).status == .done)
    #expect(run(fixture, ["grounds"]).out.contains("gateway  new-act  in force"))
  }

  @Test("takes requests and their answers, and makes sets", arguments: Engine.tested)
  func requests(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let asked = run(
      fixture,
      ["request", "--kind", "section-17a", "--organisation", "health", "--wanted", "The set"])
    #expect(asked.status == .done, "\(asked.all)")
    let reference = String(asked.out.prefix(12))
    #expect(run(fixture, ["requests"]).out.contains("\(reference)  due 2026-12-31"))
    let answer = ["answer", reference, "--outcome", "sent", "--words", "Sent"]
    #expect(run(fixture, answer).status == .done)
    #expect(run(fixture, answer).status == .wrongUse)
    #expect(
      run(fixture, ["requests", "--answered", "--json"]).out.contains("\"outcome\":\"sent\""))
    #expect(run(fixture, ["set", "2026/27 Q2", "reports"]).out.contains("Fires,W1,Ward 1,9"))
    #expect(
      run(fixture, ["set-sent", "2026/27 Q2", "reports", "--to", "police", "--on", "2026-11-19"])
        .status == .done)
    #expect(
      run(fixture, ["sets"]).out.contains("2026/27 Q2  reports  due 2026-12-31  sent 2026-11-19"))
  }

  @Test(
    "says what is wrong with an argument",
    arguments: [
      ["show", "x"], ["list", "--organisation", "nobody"], ["list", "--page", "0"],
      ["revoke", "x", "--reason", "y"], ["record", "--organisation", "police"],
      ["set", "2026", "reports"], ["set", "2026/27 Q3", "reports"], ["set", "2026/27 Q2", "x"],
      ["ground-date", "gateway", "none", "--from", "2026-11-01"],
    ])
  func wrong(arguments: [String]) throws {
    #expect(run(try SharingFixture(), arguments).status == .wrongUse)
  }

  @Test(
    "fails where there is none of a name",
    arguments: [["show", "TM-7K42-0931"], ["review", "9", "--next", "2027-01-01"]])
  func none(arguments: [String]) throws {
    #expect(run(try SharingFixture(), arguments).status == .failed)
  }
}
