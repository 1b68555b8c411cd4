import Access
import Database
import Kernel
import Messages
import Partnership

/// One-time links by email, to the address a person signs in with.
struct LinkMail {
  private let accounts: AccountServices
  private let now: Instant

  init(_ accounts: AccountServices, at now: Instant) {
    self.accounts = accounts
    self.now = now
  }

  /// Whether links can go by email at all.
  var isThere: Bool { accounts.outbox.carrier(of: .email) != nil }

  /// Puts a link into the outbox, in the transaction that made it.
  func send(_ link: String, to account: AccountRecord, in write: Write) throws {
    let address = accounts.settings.publicURL + EntryRoute.link(token: link).path
    let message = try Message(
      Self.wording,
      ["link": .personal(Sensitive(address)), "hours": .open(String(Int(LinkStore.hours)))],
      by: .email, to: account.email, about: AccountRecord.subject(account.id))
    try accounts.outbox.queue(message, at: now, in: write)
  }

  private static let wording = MessageTemplate(
    key: "account.link", version: 1, title: "One-time link",
    subject: "Choose your password",
    body: """
      Hello

      You have been made a link with which to choose a password. It works once, within \
      ((hours)) hours:

      ((link))

      If you did not expect this, do nothing, and tell the administrator of your partnership's system.
      """, isSecret: true)
}
