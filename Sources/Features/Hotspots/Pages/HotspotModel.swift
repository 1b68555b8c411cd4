internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the page of hotspots shows.
struct HotspotModel {
  let question: HotspotQuestion
  /// The form as it was filled in.
  let state: FormState
  /// `nil` where there is none, for the reason of `problem` or of the form's refusal.
  let map: HotspotMap?
  /// Crimes and other incidents of the map; `nil` where it is of one sort.
  let split: KindSplit?
  /// Whether drawing it is left to the background.
  let isSlow: Bool
  let area: StudyArea
  let problem: String?
  let today: Day
  let mayKeep: Bool
}
