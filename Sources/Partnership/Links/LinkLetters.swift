public import Database
public import Kernel
public import Messages

/// The two letters of a link: the link itself, and each code; nobody but their reader sees them.
public struct LinkLetters {
  private let services: Services
  private let topic: String
  private let now: Instant

  /// The letters of links about something.
  ///
  /// - Parameters:
  ///   - services: those of the process.
  ///   - topic: what the outbox finds them by, without personal data.
  ///   - now: when they are written.
  public init(_ services: Services, about topic: String, at now: Instant) {
    (self.services, self.topic, self.now) = (services, topic, now)
  }

  /// Whether letters go by email at all.
  public static func canBeSent(_ services: Services) -> Bool {
    services.outbox.carrier(of: .email) != nil
  }

  /// Sends the link, with a wording of the fields `organisation`, `until` and `link`.
  public func send(
    _ path: String, _ template: MessageTemplate, to mailbox: Sensitive<String>,
    of organisation: String, until expiry: Instant, in write: Write
  ) throws {
    let last = London.day(expiry).adding(days: -1)
    try queue(
      template,
      [
        "organisation": .open(organisation), "until": .open(last.words),
        "link": .personal(Sensitive(services.settings.publicURL + path)),
      ], to: mailbox, in: write)
  }

  /// Sends a code to the mailbox of a link, with a wording of the fields `code` and `minutes`.
  public func send(
    code: String, _ template: MessageTemplate, for link: AnswerLink, in write: Write
  ) throws {
    try queue(
      template,
      [
        "code": .personal(Sensitive(code)),
        "minutes": .open(String(Int(LinkRule.codeSeconds / 60))),
      ], to: link.mailbox, in: write)
  }

  private func queue(
    _ template: MessageTemplate, _ fields: [String: MessageTemplate.Field],
    to mailbox: Sensitive<String>, in write: Write
  ) throws {
    let message = try Message(template, fields, by: .email, to: mailbox, about: topic)
    try services.outbox.queue(message, at: now, in: write)
  }

  /// The wording of a code.
  public static func code(_ key: String) -> MessageTemplate {
    MessageTemplate(
      key: key, version: 1, title: "Code for a link", subject: "Your code",
      body: """
        Your code is

        ((code))

        Enter it within ((minutes)) minutes on the page that asked for it. If you did not ask for a \
        code, do nothing.
        """, isSecret: true)
  }
}
