internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What somebody is to do beside cases and reports, the longest due first.
struct AlsoDueSheet: HTML {
  let due: [DueWork]
  let now: Instant

  private var today: Day { London.day(now) }

  var body: some HTML {
    if let first = due.first {
      Sheet("Also yours to do", mark: first.isLate(at: now) ? .bad : .river) {
        DataTable(
          caption: "Also yours to do", hidesCaption: true,
          columns: [.text("What"), .text("For"), .text("Due")], rows: due.map(row))
      }
    }
  }

  private func row(_ work: DueWork) -> DataTable.Row {
    [
      .link(work.words.reveal(for: "list of somebody's work"), to: work.path), .text(work.from),
      .html {
        if let moment = work.moment {
          StateMark(ClockWords.mark(moment, at: now), ClockWords.left(moment, at: now))
          br()
          span(.class("small quiet")) { "Due \(London.words(moment))" }
        } else if work.due < today {
          StateMark(.bad, "Since \(work.due.words)")
        } else if work.due == today {
          StateMark(.warn, "Today")
        } else {
          StateMark(.none, work.due.words)
        }
      },
    ]
  }
}
