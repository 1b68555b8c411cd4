internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What somebody is to do beside cases and reports, the longest due first.
struct AlsoDueSheet: HTML {
  let due: [DueWork]
  let today: Day

  var body: some HTML {
    if let first = due.first {
      Sheet("Also yours to do", mark: first.due < today ? .bad : .river) {
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
        if work.due < today {
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
