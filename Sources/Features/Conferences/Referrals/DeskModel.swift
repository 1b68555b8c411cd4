internal import Design
internal import Kernel

/// What the page of a conference is drawn from.
struct DeskModel {
  let sitting: Sitting
  let filter: CaseFilter
  let cases: [Referral]
  let hasMore: Bool
  /// The cases of a name that was looked up; `nil` where nobody looked.
  let found: [Referral]?
  let toAnswer: [(research: Research, reference: Reference)]
  let toDo: [ConferenceAction]
  let meetings: [Meeting]
  let names: Names
  let today: Day
  let state: FormState
  let csrf: String

  var kind: ConferenceKind { sitting.kind }
  var reference: (Reference) -> String {
    { ConferencesRoute.referral(kind.key, $0, for: nil).path }
  }
}
