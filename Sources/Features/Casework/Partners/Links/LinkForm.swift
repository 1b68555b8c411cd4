internal import HTTP
internal import Kernel
internal import Partnership

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
    let mailbox = LinkTerms.mailbox(
      names.mailbox, &form, or: "Enter the mailbox of one person or team")
    let days = LinkTerms.days(names.days, fields, &form)
    try form.finish()
    guard let mailbox, let days else {
      throw Refusal(names.asked, "Choose the \(names.title)")
    }
    self.mailbox = mailbox
    self.days = days
  }

  /// The end of the last day.
  func expiry(from now: Instant) -> Instant { LinkTerms.expiry(from: now, days: days) }
}
