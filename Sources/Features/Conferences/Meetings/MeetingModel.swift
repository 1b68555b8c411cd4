internal import Access
internal import Design
internal import Kernel
internal import Partnership

/// What is sent on the page of a meeting.
enum MeetingAct: String, Sendable {
  case begin
  case close
  /// Sign the statement for oneself.
  case sign
  case excuse
  /// Write down somebody without an account.
  case note
  /// Write down who chairs.
  case chair
  /// Open a case, and end it.
  case start
  case stop
  case discuss
  /// Decide an action.
  case decide
  /// Say what came of an action.
  case outcome
  case other
}

/// What the page of a meeting is drawn from.
struct MeetingModel {
  let sitting: Sitting
  let meeting: Meeting
  let agenda: Agenda
  /// Whether the visitor may read what was found and said: those who lead it, and who signed.
  let seesAll: Bool
  let hasSigned: Bool
  let present: Agenda.Entry?
  /// What the present case's organisations found.
  let research: [Research]
  let unfinished: [ConferenceAction]
  let decided: [ConferenceAction]
  let attendance: [Attendance]
  let members: [Member]
  let flags: [Referral]
  let bodies: [Agency]
  let people: [Person]
  let cases: [ID<Referral>: Reference]
  let names: Names
  let now: Instant
  var act: MeetingAct?
  var answered: ID<ConferenceAction>?
  /// What somebody else wrote while this was typed.
  var theirs: Theirs?
  var state = FormState()
  let csrf: String

  /// What somebody else wrote of the same item meanwhile.
  struct Theirs {
    let by: String
    let words: String
  }

  var kind: ConferenceKind { sitting.kind }
  var today: Day { London.day(now) }
  var path: String { path(of: present?.item) }
  var mayMinute: Bool { sitting.may(.minute) && meeting.isOn }

  /// Those who are here and signed.
  var mayChair: [Attendance] {
    attendance.filter { $0.part == .present && $0.signedAt != nil }
  }

  func path(of item: AgendaItem?) -> String {
    ConferencesRoute.meeting(kind.key, meeting.id.rawValue, item: item?.id.rawValue).path
  }

  func state(of act: MeetingAct) -> FormState { self.act == act ? state : FormState() }
}
