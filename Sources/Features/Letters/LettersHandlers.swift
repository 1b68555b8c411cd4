internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// Answers the pages of the outbox.
struct LettersHandlers {
  static let pageSize = 50

  let visit: StaffVisit

  private var outbox: Outbox { visit.services.outbox }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = LettersRoute(request.method, request.path, request.query) else { return nil }
    try LettersPolicy.require(.list, visit.actor)
    switch route {
    case .list(let state, let by, let before): return try list(state, by, before)
    case .message(let id): return try request.method == .post ? decide(id) : show(id)
    case .file(let id, let format): return try print(id, format)
    }
  }

  private func list(
    _ state: MessageState, _ route: MessageRoute?, _ before: ID<SentMessage>?
  ) throws -> Response {
    let model = try visit.read { read in
      let found = try outbox.messages(
        state, by: route, before: before, limit: Self.pageSize + 1, in: read)
      return OutboxModel(
        state: state, route: route, messages: Array(found.prefix(Self.pageSize)),
        counts: try outbox.counts(in: read), hasMore: found.count > Self.pageSize,
        carriers: MessageRoute.allCases.map { ($0, outbox.carrier(of: $0)?.name) })
    }
    return visit.page("Outbox") { OutboxPage(model: model) }
  }

  private func show(_ id: ID<SentMessage>) throws -> Response {
    let mayOpen = LettersPolicy.allows(.open, visit.actor)
    let model = try visit.read { read -> LetterModel in
      guard let message = try outbox.find(id, in: read) else { throw LettersProblem.notFound }
      let words = mayOpen ? try outbox.words(of: id, in: read) : nil
      return LetterModel(
        message: message, address: words?.address, body: words?.body,
        formats: LetterPress(visit.services.settings).formats,
        decisions: LettersPolicy.allows(.decide, visit.actor)
          ? Outbox.Decision.allCases.filter { $0.from.contains(message.state) } : [],
        csrf: visit.frame.csrf)
    }
    if model.body != nil { visit.shows("message.read", Self.subject(id)) }
    return visit.page(
      model.message.title, crumbs: [.init("Outbox", LettersRoute.first.path)]
    ) { LetterPage(model: model) }
  }

  /// The message as a file; that it was printed is on record before it is sent.
  private func print(_ id: ID<SentMessage>, _ format: PrintFormat) throws -> Response {
    try LettersPolicy.require(.open, visit.actor)
    let (message, words) = try visit.read { read in
      (try outbox.find(id, in: read), try outbox.words(of: id, in: read))
    }
    guard let message, let words else { throw LettersProblem.notFound }
    let letter = PrintedLetter(
      from: visit.frame.partnership,
      to: words.address.reveal(for: "printing").split(separator: "\n").map(String.init),
      reference: message.topic.split(separator: "/").last.flatMap { Reference(String($0)) }?
        .description,
      on: London.day(message.created), heading: message.subject,
      words: words.body.reveal(for: "printing"))
    let response = try LetterPress(visit.services.settings)
      .print(letter, as: format, name: "letter-\(id)")
    visit.shows("message.printed", Self.subject(id), ["format": format.rawValue])
    return response
  }

  private func decide(_ id: ID<SentMessage>) throws -> Response {
    try LettersPolicy.require(.decide, visit.actor)
    guard let decision = Outbox.Decision(rawValue: visit.request.form["decision"] ?? "") else {
      throw LettersProblem.unclear
    }
    let message = try visit.write { write in
      let message = try outbox.decide(decision, on: id, at: visit.now, in: write)
      try visit.record("message.\(decision.rawValue)", Self.subject(id), in: write)
      return message
    }
    return .redirect(to: LettersRoute.message(message.id).path)
  }

  private static func subject(_ id: ID<SentMessage>) -> String { "message/\(id)" }
}
