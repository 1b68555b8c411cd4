internal import Access
internal import Design
internal import Kernel

/// What the list of meetings is drawn from.
struct MeetingsModel {
  let meetings: [MeetingSummary]
  let page: Int
  let hasOlder: Bool
  /// Actions still to be done whose day has passed.
  let overdue: Int
  let mayDecide: Bool
  /// Whether the reader may know of the list of vehicles.
  let vehicles: Bool
  let state: FormState
  let csrf: String
}

/// What the page of a meeting is drawn from.
struct MeetingModel {
  let meeting: Meeting
  /// What earlier meetings decided and this one takes up first.
  let carried: [TaskedAction]
  let decided: [TaskedAction]
  let names: [ID<Account>: String]
  /// Whether every fresh source was tested for the meeting.
  let isPrepared: Bool
  let today: Day
  let mayDecide: Bool
  let mayPrepare: Bool
  let csrf: String
}
