import Kernel
import Testing

@testable import Messages

@Suite("Settings of the mail server")
struct MailSettingsTests {
  static let from = ("HAMLET_MAIL_FROM", "Team <team@thornmere.example>")

  static let refused: [([(String, String)], MailSettingsProblem)] = [
    ([("HAMLET_MAIL", "mail.example")], .address("mail.example")),
    ([("HAMLET_MAIL", "http://mail.example:25")], .address("http://mail.example:25")),
    ([("HAMLET_MAIL", "smtp://mail.example")], .address("smtp://mail.example")),
    (
      [("HAMLET_MAIL", "smtp://user:pw@mail.example:25")],
      .address("smtp://user:pw@mail.example:25")
    ),
    ([("HAMLET_MAIL", "smtp://mail.example:99999")], .address("smtp://mail.example:99999")),
    ([("HAMLET_MAIL", "smtp://mail.example:587")], .sender),
    ([("HAMLET_MAIL", "smtp://mail.example:587"), ("HAMLET_MAIL_FROM", "team")], .sender),
    (
      [("HAMLET_MAIL", "smtp://mail.example:25"), from, ("HAMLET_MAIL_TLS", "off")],
      .open("mail.example")
    ),
    (
      [
        ("HAMLET_MAIL", "smtp://localhost:25"), from, ("HAMLET_MAIL_TLS", "off"),
        ("HAMLET_MAIL_USER", "a"),
      ],
      .openPassword
    ),
    (
      [
        ("HAMLET_MAIL", "smtp://mail.example:587"), from,
        ("HAMLET_MAIL_PASSWORD_FILE", "/nowhere/at/all"),
      ],
      .unreadable("/nowhere/at/all")
    ),
    (
      [("HAMLET_MAIL", "smtp://mail.example:587"), from, ("HAMLET_MAIL_CA", "/nowhere/at/all")],
      .unreadable("/nowhere/at/all")
    ),
  ]

  @Test("are refused in words that say what to do", arguments: refused)
  func refuses(settings: [(String, String)], problem: MailSettingsProblem) {
    let found = Dictionary(uniqueKeysWithValues: settings)
    #expect(throws: problem) { try MailServer.named { found[$0] } }
    #expect(
      problem.message.contains("pw@") == (problem == .address("smtp://user:pw@mail.example:25")))
  }

  static let read: [([(String, String)], String, UInt16, MailServer.Encryption)] = [
    ([("HAMLET_MAIL", "smtp://mail.example:587"), from], "mail.example", 587, .startTLS),
    ([("HAMLET_MAIL", "smtps://mail.example:465"), from], "mail.example", 465, .implicit),
    (
      [("HAMLET_MAIL", "smtp://127.0.0.1:25"), from, ("HAMLET_MAIL_TLS", "off")], "127.0.0.1", 25,
      .none
    ),
    ([("HAMLET_MAIL", "smtp://[::1]:25"), from, ("HAMLET_MAIL_TLS", "off")], "[::1]", 25, .none),
  ]

  @Test("are read", arguments: read)
  func reads(
    settings: [(String, String)], host: String, port: UInt16, encryption: MailServer.Encryption
  ) throws {
    let found = Dictionary(uniqueKeysWithValues: settings)
    let server = try #require(try MailServer.named { found[$0] })
    #expect(server.host == host)
    #expect(server.port == port)
    #expect(server.encryption == encryption)
    #expect(server.from.mailbox == "team@thornmere.example")
    #expect(server.from.name == "Team")
  }

  @Test("may be left out")
  func none() throws {
    #expect(try MailServer.named { _ in nil } == nil)
    #expect(try NotifyService.named { _ in nil } == nil)
  }

  @Test(
    "take only addresses that every server takes",
    arguments: [
      ("a@b.example", true), ("Name <a@b.example>", true), (" a@b.example ", true),
      ("a b@c.example", false), ("a@b@c", false), ("@b.example", false), ("a@", false),
      ("a@.example", false), ("a@b..example", false), ("a@b.example\r\nX: y", false),
      ("\"a\"@b.example", false), ("a@b.example>", false), ("é@b.example", false), ("", false),
      ("N\r\nX <a@b.example>", false),
    ])
  func addresses(text: String, isOne: Bool) { #expect((MailAddress(text) != nil) == isOne) }
}
