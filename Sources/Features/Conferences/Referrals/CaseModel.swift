internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What is sent on the page of a case.
enum CaseAct: String, Sendable {
  /// Put it on the agenda of a meeting.
  case list
  case decline
  /// Ask organisations about it.
  case ask
  /// Take a question back.
  case askEnd = "ask-end"
  /// Answer, for one's own organisation or for one without an account.
  case answer
  /// Ask by a link, and take one back.
  case link
  case linkEnd = "link-end"
  /// Copy something into a case.
  case copy
}

/// What the page of a case is drawn from.
struct CaseModel {
  let sitting: Sitting
  let referral: Referral
  /// The referral it repeats, where there is one.
  let earlier: Referral?
  /// What the visitor may read of what was found: all of it, or only their own organisation's.
  let research: [Research]
  let seesAll: Bool
  /// Whose answer the form is for; `nil` where there is none to be given.
  let answering: Research?
  let history: [(item: AgendaItem, meeting: Meeting)]
  /// Empty where the visitor was at none of its meetings.
  let actions: [ConferenceAction]
  let copies: [CaseCopy]
  /// Empty for those who do not prepare it.
  let links: CaseLinks
  /// What was shown to whom; empty for those who do not read it.
  let shares: [ConferenceShare]
  let meetings: [Meeting]
  let bodies: [Agency]
  let names: Names
  let now: Instant
  var act: CaseAct?
  var state = FormState()
  let csrf: String

  var kind: ConferenceKind { sitting.kind }
  var path: String { ConferencesRoute.referral(kind.key, referral.reference, for: nil).path }
  var today: Day { London.day(now) }
  var leads: Bool { sitting.may(.prepare) }
  var isForOthers: Bool { answering.map { $0.organisation != sitting.organisation } ?? false }

  func state(of act: CaseAct) -> FormState { self.act == act ? state : FormState() }

  /// Whether a field of the form that was sent is refused.
  func refuses(_ field: String) -> Bool {
    state.refusal?.entries.contains { $0.field == field } ?? false
  }

  /// The day by which answers are asked for: some days before the meeting it is on.
  var due: Day {
    let meeting = history.first { $0.meeting.closedAt == nil }?.meeting ?? meetings.first
    let day = (meeting?.day ?? today.adding(days: 14)).adding(days: -kind.rules.researchDays)
    return max(day, today)
  }
}
