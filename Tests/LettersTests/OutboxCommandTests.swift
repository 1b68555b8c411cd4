import Commands
import Database
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Letters

@Suite("The outbox from the shell", .database)
struct OutboxCommandTests {
  private func run(
    _ fixture: LettersFixture, _ arguments: [String]
  ) -> (status: Commands.ExitStatus, out: String, messages: String) {
    let (out, messages) = (Guarded<[UInt8]>([]), Guarded<[UInt8]>([]))
    let console = Console(
      out: { bytes in out.withLock { $0 += bytes } },
      err: { bytes in messages.withLock { $0 += bytes } })
    let program = Program(
      name: "hamlet", summary: "", version: "test", commands: Letters.feature.commands)
    let status = program.run(arguments, console: console) { _ in fixture.services }
    return (
      status, String(decoding: out.withLock { $0 }, as: UTF8.self),
      String(decoding: messages.withLock { $0 }, as: UTF8.self)
    )
  }

  @Test("lists messages without addresses and words", arguments: Engine.tested)
  func list(engine: Engine) throws {
    let fixture = try LettersFixture(engine)
    try fixture.queue()
    let listed = run(fixture, ["outbox", "list"])
    #expect(
      listed.out
        == "1\tletter\t20 November 2026, 9am\tDecision on a report\tPrint it and post it\n")
    let json = run(fixture, ["outbox", "list", "--state", "by-hand", "--json"])
    #expect(json.out.contains("\"state\":\"by-hand\""))
    #expect(!json.out.contains("Planted"))
    #expect(
      run(fixture, ["outbox", "list", "--state", "sent"]).out == "There is no such message.\n")
  }

  static let tests: [(Delivery?, Commands.ExitStatus, String)] = [
    (nil, .failed, "No mail server is set"), (.accepted, .done, "took the message"),
    (.delayed("The mail server cannot be reached"), .failed, "cannot be reached"),
  ]

  @Test("sends a message to see that it arrives", arguments: tests)
  func sends(delivery: Delivery?, status: Commands.ExitStatus, words: String) throws {
    let carrier = delivery.map { delivery in
      Carrier(name: "The mail server", routes: [.email]) { _ in delivery }
    }
    let fixture = try LettersFixture(carriers: carrier.map { [$0] } ?? [])
    let ended = run(fixture, ["outbox", "test", "ann@planted.example"])
    #expect(ended.status == status)
    #expect(ended.messages.contains(words))
  }
}
