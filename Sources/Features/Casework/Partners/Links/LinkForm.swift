internal import HTTP
internal import Kernel
internal import Messages

/// The names of the fields of a form that sends a link.
struct LinkFields: Sendable {
  let asked: String
  let mailbox: String
  let days: String
  let words: String
  /// What is asked, in a word.
  let title: String

  static let action = LinkFields(
    asked: "linked", mailbox: "mailbox", days: "link-days", words: "", title: "action")
  static let referral = LinkFields(
    asked: "linked-referral", mailbox: "referral-mailbox", days: "referral-days",
    words: "referral-words", title: "referral")
}

/// What is to be answered by a link: which, where it goes, and for how long it works.
struct LinkForm {
  /// The number of the action or referral.
  let asked: String
  let mailbox: Sensitive<String>
  let words: String?
  private let days: Int

  init(_ fields: Fields, _ names: LinkFields) throws(Refusal) {
    var form = FormReader(fields)
    asked = form.text(names.asked, or: "Choose the \(names.title)")
    words = names.words.isEmpty ? nil : form.optionalText(names.words, limit: 1000)
    let typed = form.text(names.mailbox, or: "Enter the mailbox of one person or team", limit: 254)
    let address = MailAddress(typed)
    if address?.domain.contains(".") != true {
      form.refuse(names.mailbox, "Enter one mailbox, such as duty.desk@example.org")
    }
    let days = Int(fields[names.days] ?? "").flatMap { LinkRule.days.contains($0) ? $0 : nil }
    if days == nil { form.refuse(names.days, "Choose for how long the link works") }
    try form.finish()
    guard let address, let days else {
      throw Refusal(names.asked, "Choose the \(names.title)")
    }
    mailbox = Sensitive(address.mailbox)
    self.days = days
  }

  /// The end of the last day.
  func expiry(from now: Instant) -> Instant {
    London.start(of: London.day(now).adding(days: days + 1))
  }
}
