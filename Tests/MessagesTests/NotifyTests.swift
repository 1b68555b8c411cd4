import Kernel
import TestKit
import Testing

@testable import Messages

@Suite("GOV.UK Notify", .database, .enabled(if: StandIn.python != nil), .timeLimit(.minutes(1)))
struct NotifyTests {
  static let service = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
  static let secret = "99999999-8888-4777-8666-555555555555"
  static let templates: [MessageRoute: String] = [
    .email: "11111111-1111-4111-8111-111111111111",
    .text: "22222222-2222-4222-8222-222222222222",
    .letter: "33333333-3333-4333-8333-333333333333",
  ]

  private func start(
    secret: String = secret, templates: [MessageRoute: String] = templates, at now: Instant? = nil
  ) throws -> (StandIn, Carrier) {
    let standIn = try StandIn("notify.py", [Self.service, Self.secret], folder: "")
    let notify = try NotifyService(
      key: Sensitive("thornmere-\(Self.service)-\(secret)"), templates: templates,
      url: "http://127.0.0.1:\(standIn.port)")
    return (standIn, notify.carrier(.system))
  }

  private func envelope(
    _ route: MessageRoute = .email, to address: String, mark: String = "mark",
    at now: Instant = Clock.system.now()
  ) -> Envelope {
    Envelope(
      mark: mark, route: route, address: Sensitive(address), subject: "Your report",
      body: Sensitive("Dear “Ann”\nWe are on our way."), at: now)
  }

  @Test(
    "takes emails, text messages and letters",
    arguments: [
      (MessageRoute.email, "ann@planted.example"), (.text, "07700 900000"),
      (.letter, "Ann Planted\n1 Planted Street\nTHORNMERE ZZ1 1AA"),
    ])
  func takes(route: MessageRoute, address: String) throws {
    let (standIn, carrier) = try start()
    defer { standIn.stop() }
    #expect(carrier.deliver(envelope(route, to: address)) == .accepted)
    #expect(carrier.recall?("mark", route) == .accepted)
    #expect(carrier.recall?("another", route) == .unseen)
  }

  static let answers: [(String, Delivery)] = [
    ("wrong@planted.example", .refused("GOV.UK Notify does not take the address")),
    ("team@planted.example", .refused("The Notify key may only send to its own team")),
    ("busy@planted.example", .delayed("GOV.UK Notify takes no more messages for now")),
    ("trouble@planted.example", .unknown("GOV.UK Notify had trouble of its own (500)")),
    ("lost@planted.example", .unknown("GOV.UK Notify broke off before it answered")),
  ]

  @Test("is understood whatever it answers, and nothing of it is repeated", arguments: answers)
  func answered(to: String, delivery: Delivery) throws {
    let (standIn, carrier) = try start()
    defer { standIn.stop() }
    #expect(carrier.deliver(envelope(to: to)) == delivery)
    let recall = carrier.recall?("mark", .email)
    #expect(recall == (to.hasPrefix("lost") ? .accepted : .unseen))
  }

  @Test("takes nothing signed with another secret, or at another time")
  func signatures() throws {
    let (standIn, carrier) = try start(secret: "00000000-8888-4777-8666-555555555555")
    defer { standIn.stop() }
    let words = "GOV.UK Notify does not take our key"
    #expect(carrier.deliver(envelope(to: "ann@planted.example")) == .delayed(words))
    #expect(carrier.recall?("mark", .email) == .noAnswer)
    let (other, right) = try start()
    defer { other.stop() }
    let hourAgo = Clock.system.now().adding(seconds: -3600)
    #expect(right.deliver(envelope(to: "ann@planted.example", at: hourAgo)) == .delayed(words))
  }

  @Test("says where a template is not there")
  func template() throws {
    let (standIn, carrier) = try start(
      templates: [.email: "44444444-4444-4444-8444-444444444444"])
    defer { standIn.stop() }
    #expect(
      carrier.deliver(envelope(to: "ann@planted.example"))
        == .refused("GOV.UK Notify does not have this template"))
    #expect(carrier.routes == [.email])
  }

  @Test("that is not there is tried again later")
  func absent() throws {
    let notify = try NotifyService(
      key: Sensitive("x-\(Self.service)-\(Self.secret)"), templates: Self.templates,
      url: "http://127.0.0.1:1")
    #expect(
      notify.carrier(.system).deliver(envelope(to: "ann@planted.example"))
        == .delayed("GOV.UK Notify cannot be reached"))
  }
}

@Suite("Settings of GOV.UK Notify")
struct NotifySettingsTests {
  static let key = "name-\(NotifyTests.service)-\(NotifyTests.secret)"
  static let template = "11111111-1111-4111-8111-111111111111"

  static let refused: [([(String, String)], NotifySettingsProblem)] = [
    ([("HAMLET_NOTIFY_KEY", "short")], .key),
    ([("HAMLET_NOTIFY_KEY", key)], .noTemplate),
    ([("HAMLET_NOTIFY_KEY", key), ("HAMLET_NOTIFY_EMAIL", "one")], .template),
    (
      [
        ("HAMLET_NOTIFY_KEY", key), ("HAMLET_NOTIFY_EMAIL", template),
        ("HAMLET_NOTIFY_URL", "http://notify.example"),
      ],
      .address("http://notify.example")
    ),
    ([("HAMLET_NOTIFY_KEY_FILE", "/nowhere/at/all")], .unreadable("/nowhere/at/all")),
  ]

  @Test("are refused in words that say what to do", arguments: refused)
  func refuses(settings: [(String, String)], problem: NotifySettingsProblem) {
    let found = Dictionary(uniqueKeysWithValues: settings)
    #expect(throws: problem) { try NotifyService.named { found[$0] } }
    #expect(!problem.message.contains(NotifyTests.secret))
  }
}
