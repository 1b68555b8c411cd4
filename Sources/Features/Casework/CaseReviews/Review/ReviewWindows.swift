internal import Design
internal import Kernel
internal import Markup

/// The time in which an application counts because of each complaint, and the day it was made.
struct ReviewWindows: HTML {
  let model: ReviewModel

  private static let (left, right, top, height) = (16.0, 97.0, 22.0, 32.0)

  private struct Bar {
    let label: String
    let test: ComplaintTest
  }

  private var bars: [Bar] {
    model.labelled.filter { $0.complaint.reported != nil }.map {
      Bar(label: $0.label, test: $0.test)
    }
  }

  private var applied: Day { model.review.appliedOn }

  /// The days from edge to edge.
  private var days: ClosedRange<Int> {
    let all =
      bars.flatMap { [$0.test.behaviour, $0.test.reported, $0.test.applyBy] }
      .compactMap { $0?.number } + [applied.number]
    let (first, last) = (all.min() ?? applied.number, all.max() ?? applied.number)
    return first...max(last, first + 1)
  }

  var body: some HTML {
    let bars = bars
    if !bars.isEmpty {
      let base = Self.top + Self.height * Double(bars.count)
      figure(.class("chart")) {
        figcaption {
          b { "When an application counts" }
          " "
          span(.class("quiet")) {
            "Ring: it happened. Bar: the months from the complaint in which to apply. Dashed: not counted."
          }
        }
        svg(
          .role("img"), .aria("label", sentence(bars)), .width(.percent(100)),
          .height(.px(base + 30))
        ) {
          for (index, month) in months.enumerated() {
            line(
              .class("grid"), .x1(.percent(x(month.firstDay))), .x2(.percent(x(month.firstDay))),
              .y1(.px(Self.top)), .y2(.px(base)))
            text_(
              .class(index % 2 == 0 ? "mid" : "mid wide-only"), .x(.percent(x(month.firstDay))),
              .y(.px(base + 18))
            ) { "\(month.words.prefix(3)) \(month.year % 100)" }
          }
          for (index, bar) in bars.enumerated() {
            WindowBar(
              label: bar.label, isCounted: bar.test.qualifies,
              behaviour: bar.test.behaviour.map(x), reported: bar.test.reported.map(x),
              last: bar.test.applyBy.map(x), y: Self.top + Self.height * Double(index))
          }
          line(
            .class("now-line"), .x1(.percent(x(applied))), .x2(.percent(x(applied))),
            .y1(.px(Self.top - 6)), .y2(.px(base + 2)))
          text_(.class("mid strong"), .x(.percent(x(applied))), .y(.px(10))) { "Applied" }
        }
      }
    }
  }

  private func sentence(_ bars: [Bar]) -> String {
    let inside = bars.filter(\.test.qualifies).map(\.label)
    return "Each complaint with the months in which an application counts. The application on "
      + "\(applied.words) counts for "
      + (inside.isEmpty ? "none of them." : inside.joined(separator: ", ") + ".")
  }

  /// The first days of months between the edges, every third where there are many.
  private var months: [Month] {
    let first = Day(number: days.lowerBound).month.adding(months: 1)
    let last = Day(number: days.upperBound).month
    guard first <= last else { return [] }
    let count = last.index - first.index + 1
    return stride(from: 0, to: count, by: count > 8 ? 3 : 1).map { first.adding(months: $0) }
  }

  private func x(_ day: Day) -> Double {
    let share =
      Double(day.number - days.lowerBound) / Double(days.upperBound - days.lowerBound)
    return Self.left + (Self.right - Self.left) * min(max(share, 0), 1)
  }
}

/// One complaint: the ring of the day it happened, the bar of the months it counts for.
private struct WindowBar: HTML {
  let label: String
  let isCounted: Bool
  let behaviour: Double?
  let reported: Double?
  let last: Double?
  let y: Double

  var body: some HTML {
    text_(.class("strong"), .x(.px(0)), .y(.px(y + 21))) { label }
    if let reported, let last {
      rect(
        .class(isCounted ? "window on" : "window off"), .x(.percent(reported)), .y(.px(y + 8)),
        .width(.percent(last - reported)), .height(.px(18)))
    }
    if let behaviour {
      circle(.class("dot"), .cx(.percent(behaviour)), .cy(.px(y + 17)), .r(.px(4)))
    }
  }
}
