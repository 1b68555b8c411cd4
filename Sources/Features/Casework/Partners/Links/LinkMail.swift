internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// The two letters of a link: the link itself, and each code; nobody but their reader sees them.
struct LinkMail {
  let services: Services
  let now: Instant

  /// Whether letters go by email at all.
  var isThere: Bool { services.outbox.carrier(of: .email) != nil }

  func send(
    _ token: String, to form: LinkForm, _ asks: LinkAsks, _ agency: String, about file: CaseFile,
    in write: Write
  ) throws {
    let until = London.day(form.expiry(from: now)).adding(days: -1)
    try queue(
      asks.referral == nil ? Self.link : Self.referral,
      [
        "organisation": .open(agency), "until": .open(until.words),
        "link": .personal(
          Sensitive(services.settings.publicURL + LinkRoute.answer(token: token).path)),
      ], to: form.mailbox, file.subject, in: write)
  }

  func send(_ code: String, for link: CaseLink, about file: CaseFile, in write: Write) throws {
    try queue(
      Self.code,
      [
        "code": .personal(Sensitive(code)),
        "minutes": .open(String(Int(LinkRule.codeSeconds / 60))),
      ], to: link.mailbox, file.subject, in: write)
  }

  private func queue(
    _ template: MessageTemplate, _ fields: [String: MessageTemplate.Field],
    to mailbox: Sensitive<String>, _ topic: String, in write: Write
  ) throws {
    let message = try Message(template, fields, by: .email, to: mailbox, about: topic)
    try services.outbox.queue(message, at: now, in: write)
  }

  private static let link = MessageTemplate(
    key: "case.link", version: 1, title: "Link to an action",
    subject: "The community safety partnership asks you to do something",
    body: """
      Hello

      The community safety partnership asks ((organisation)) to do something and to say what came of \
      it. What it is stands behind this link, until the end of ((until)):

      ((link))

      The page sends a code to this mailbox before it shows anything. The link is answered once. If it \
      is not for you, please do not pass it on: tell the person at the partnership you know.
      """, isSecret: true)

  private static let referral = MessageTemplate(
    key: "case.referral-link", version: 1, title: "Link to a referral",
    subject: "The community safety partnership asks you to take something on",
    body: """
      Hello

      The community safety partnership refers something to ((organisation)) and asks whether you take \
      it. What it is stands behind this link, until the end of ((until)):

      ((link))

      The page sends a code to this mailbox before it shows anything. You can accept, decline with a \
      reason, or ask something. If it is not for you, please do not pass it on: tell the person at the \
      partnership you know.
      """, isSecret: true)

  private static let code = MessageTemplate(
    key: "case.link-code", version: 1, title: "Code for a link",
    subject: "Your code",
    body: """
      Your code is

      ((code))

      Enter it within ((minutes)) minutes on the page that asked for it. If you did not ask for a code, \
      do nothing.
      """, isSecret: true)
}
