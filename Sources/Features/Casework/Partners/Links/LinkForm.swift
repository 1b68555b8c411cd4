internal import HTTP
internal import Kernel
internal import Messages

/// An action that is to be answered by a link: which, where it goes, and for how long it works.
struct LinkForm {
  let action: ID<CaseAction>
  let mailbox: Sensitive<String>
  private let days: Int

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let action = ID<CaseAction>(fields["linked"] ?? "")
    if action == nil { form.refuse("linked", "Choose the action") }
    let typed = form.text("mailbox", or: "Enter the mailbox of one person or team", limit: 254)
    let address = MailAddress(typed)
    if address?.domain.contains(".") != true {
      form.refuse("mailbox", "Enter one mailbox, such as duty.desk@example.org")
    }
    let days = Int(fields["link-days"] ?? "").flatMap { LinkRule.days.contains($0) ? $0 : nil }
    if days == nil { form.refuse("link-days", "Choose for how long the link works") }
    try form.finish()
    guard let action, let address, let days else { throw Refusal("linked", "Choose the action") }
    self.action = action
    mailbox = Sensitive(address.mailbox)
    self.days = days
  }

  /// The end of the last day.
  func expiry(from now: Instant) -> Instant {
    London.start(of: London.day(now).adding(days: days + 1))
  }
}
