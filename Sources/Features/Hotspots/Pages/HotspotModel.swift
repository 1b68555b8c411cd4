internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the page of hotspots shows.
struct HotspotModel {
  let sources: [EventSource]
  let source: EventSource
  let categories: [String]
  /// The form as it was filled in.
  let state: FormState
  /// The months the source has.
  let span: ClosedRange<Month>
  /// `nil` where there is none, for the reason of `problem` or of the form's refusal.
  let map: HotspotMap?
  let area: StudyArea
  let problem: String?
  let today: Day

  /// How far the source's latest month is behind today.
  var lag: Int { max(0, today.month.index - span.upperBound.index) }
}
