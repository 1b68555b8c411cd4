internal import Commands
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// The outbox from the shell.
enum OutboxCommands {
  static let all = [list, test]

  private static let list = Command<Services>(
    ["outbox", "list"], summary: "list the messages of one state",
    details: "The newest first, 50 to a page. Addresses and words are left out.",
    arguments: [
      .option(
        "--state", value: "STATE", "by-hand where it is not given",
        oneOf: MessageState.allCases.map(\.rawValue)),
      .option("--before", value: "NUMBER", "only messages before this one"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let state = invocation.option("--state").flatMap { MessageState(rawValue: $0) } ?? .byHand
    let before = try invocation.option("--before", expected: "the number of a message") { text in
      ID<SentMessage>(text)
    }
    let messages = try services.database.read { read in
      try services.outbox.messages(state, before: before, in: read)
    }
    if invocation.flag("--json") {
      invocation.output.json(.array(messages.map(json)))
      return
    }
    for message in messages {
      invocation.output.line(
        [
          message.id.description, message.route.rawValue, London.words(message.created),
          message.title, message.reason,
        ].joined(separator: "\t"))
    }
    if messages.isEmpty { invocation.output.line("There is no such message.") }
  }

  private static let test = Command<Services>(
    ["outbox", "test"], summary: "send an email by the settings there are, to see that it arrives",
    arguments: [.value("ADDRESS", "where to")]
  ) { invocation, services in
    guard let carrier = services.outbox.carrier(of: .email) else { throw LettersProblem.noMail }
    let envelope = Envelope(
      mark: "test-\(services.clock.now().milliseconds)", route: .email,
      address: Sensitive(invocation.value("ADDRESS")), subject: "A test of the mail settings",
      body: Sensitive("This message was sent by hamlet outbox test. It needs no answer."),
      at: services.clock.now())
    switch carrier.deliver(envelope) {
    case .accepted: invocation.progress.message("\(carrier.name) took the message.")
    case .refused(let reason), .delayed(let reason), .unknown(let reason):
      throw NotDelivered(reason: reason)
    }
  }

  private static func json(_ message: MessageRecord) -> JSON {
    [
      "id": .integer(Int(message.id.rawValue)), "route": .string(message.route.rawValue),
      "message": .string(message.title), "state": .string(message.state.rawValue),
      "reason": .string(message.reason), "tries": .integer(message.tries),
      "written": .string(message.created.description), "due": .string(message.due.description),
    ]
  }
}

/// A test message did not go.
private struct NotDelivered: Problem {
  let reason: String

  var message: String { "\(reason). Put it right and try again; hamlet check says more." }
  var status: Int { 502 }
}
