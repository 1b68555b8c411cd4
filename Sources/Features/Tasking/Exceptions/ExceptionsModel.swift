internal import Design
internal import Kernel
internal import Partnership

/// What the page of exceptions is drawn from.
struct ExceptionsModel {
  /// A source, as far as the page needs it.
  struct Source {
    let key: String
    let title: String
    let periods: ClosedRange<CountPeriod>
    let lastDay: Day
    var step: CountPeriod.Step { periods.upperBound.step }

    init(_ source: EventSource, periods: ClosedRange<CountPeriod>, lastDay: Day) {
      key = source.key
      title = source.title
      self.periods = periods
      self.lastDay = lastDay
    }
  }

  let sources: [Source]
  let chosen: Source?
  let period: CountPeriod?
  /// The report there is; `nil` while nobody has tested the stretch.
  let kept: KeptReport?
  let mayPrepare: Bool
  let mayOpen: Bool
  let today: Day
  let state: FormState
  let csrf: String
}
