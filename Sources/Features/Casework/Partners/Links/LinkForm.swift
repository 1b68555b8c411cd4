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
  /// On which terms an action tells of somebody; `nil` where it tells of nobody, or of a referral.
  let terms: ShareTerms?
  private let days: Int

  /// What the form of an action asks besides: who is told what, and by whom.
  struct Telling {
    let agency: Agency?
    let task: String
    let sharer: AgencyKind?
    let choices: ShareChoices
    let today: Day
  }

  init(_ fields: Fields, _ names: LinkFields, _ telling: Telling? = nil) throws(Refusal) {
    var form = FormReader(fields)
    asked = form.text(names.asked, or: "Choose the \(names.title)")
    words = names.words.isEmpty ? nil : form.optionalText(names.words, limit: 1000)
    let mailbox = LinkTerms.mailbox(
      names.mailbox, &form, or: "Enter the mailbox of one person or team")
    let days = LinkTerms.days(names.days, fields, &form)
    terms = telling.flatMap { Self.terms(fields, names, $0, days, &form) }
    try form.finish()
    guard let mailbox, let days else {
      throw Refusal(names.asked, "Choose the \(names.title)")
    }
    self.mailbox = mailbox
    self.days = days
  }

  private static func terms(
    _ fields: Fields, _ names: LinkFields, _ telling: Telling, _ days: Int?,
    _ form: inout FormReader
  ) -> ShareTerms? {
    let tells: ActionTelling? = form.choice(
      ActionTelling.field, or: "Choose whether it tells of somebody")
    guard tells == .somebody else { return nil }
    return ShareTermsForm.read(
      fields, &form,
      ShareTermsForm.Known(
        prefix: ActionTelling.prefix, purpose: telling.task,
        lastDay: telling.today.adding(days: days ?? 0), dayField: names.days),
      with: telling.agency.map { .organisation($0) }, by: telling.sharer, telling.choices,
      today: telling.today)
  }

  /// The last day on which it works.
  func lastDay(from today: Day) -> Day { today.adding(days: days) }

  /// The end of the last day.
  func expiry(from now: Instant) -> Instant { LinkTerms.expiry(from: now, days: days) }
}
