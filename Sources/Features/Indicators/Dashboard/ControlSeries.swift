import Kernel
import Statistics

/// Monthly figures ready for a control chart: cut at breaks, each stretch judged by itself.
struct ControlSeries: Sendable {
  let months: [Month]
  /// The figures, less the season of each month in a stretch that has seasons.
  let values: [Double?]
  /// Whether seasons were taken out.
  let isAdjusted: Bool
  let phases: [Phase]
  /// Indices of months whose like is seldom seen by chance alone.
  let signals: Set<Int>
  /// The first month after each break within the months, with what changed.
  let breaks: [(index: Int, label: String)]

  /// A stretch between breaks with its average and limits.
  struct Phase: Hashable, Sendable {
    let start: Int
    let mean: Double
    let lower: Double
    let upper: Double
  }

  /// The longest run of months drawn.
  static let most = 48

  /// The months of a series up to one, at most so many; `nil` where there is no monthly figure.
  init?(_ series: Series, until last: Month, breaks: [SeriesBreak]) {
    let all = last.adding(months: 1 - ControlSeries.most)...last
    let traced = series.monthly(all)
    guard let from = traced.firstIndex(where: { $0.amount != nil }),
      let to = traced.lastIndex(where: { $0.amount != nil })
    else { return nil }
    let months = traced[from...to].map(\.month)
    var values = traced[from...to].map { $0.amount?.value.double }
    var isAdjusted = false
    let first = months[0]
    let cuts = breaks.filter { $0.month > first && $0.month <= months[months.count - 1] }
    let marks = cuts.map { (index: first.distance(to: $0.month), label: $0.kind.words) }
    var phases: [Phase] = []
    var signals: Set<Int> = []
    let starts = ([0] + marks.map(\.index)).sorted()
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : months.count
      if let season = SeasonalCourse.of(Array(values[start..<end])) {
        for index in start..<end {
          values[index] = values[index].map { $0 - season[index - start] }
        }
        isAdjusted = true
      }
      let present = (start..<end).filter { values[$0] != nil }
      guard let chart = XmR(present.compactMap { values[$0] }) else { continue }
      // No count is under nought, and no share beyond a hundred.
      let upper = series.kind == .percentage ? min(100, chart.upper) : chart.upper
      phases.append(
        Phase(start: start, mean: chart.mean, lower: max(0, chart.lower), upper: upper))
      guard !chart.isProvisional else { continue }
      for (index, month) in present.enumerated() where chart.signal(at: index) != nil {
        signals.insert(month)
      }
    }
    self.months = months
    self.values = values
    self.isAdjusted = isAdjusted
    self.breaks = marks
    self.phases = phases
    self.signals = signals
  }
}
