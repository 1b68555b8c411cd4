internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What an organisation's list of cases shows.
struct SharedListModel {
  let lines: [Line]
  let page: Int
  let hasMore: Bool
  /// What other features have for the visitor to do.
  let alsoDue: [DueWork]
  let now: Instant

  struct Line {
    let file: CaseFile
    /// The day of the soonest action that is the organisation's to do.
    let due: Day?
  }
}

/// The cases an organisation was given, those given last first.
struct SharedListPage: HTML {
  let model: SharedListModel

  var body: some HTML {
    PageHead("Shared cases")
    Sheet {
      p(.class("quiet")) { "Cases your organisation was given. You see no others." }
      DataTable(
        caption: "Cases", hidesCaption: true,
        columns: [.text("Case"), .text("Yours to do"), .text("State")],
        rows: model.lines.map(row), empty: "Your organisation is a party to no case.")
      Turning(page: model.page, hasMore: model.hasMore) { SharedRoute.list(page: $0).path }
    }
    AlsoDueSheet(due: model.alsoDue, now: model.now)
  }

  private func row(_ line: SharedListModel.Line) -> DataTable.Row {
    [
      .html {
        a(.href(SharedRoute.file(line.file.reference).path)) { line.file.title }
        br()
        span(.class("small quiet")) {
          [line.file.reference.description, line.file.placeName].compactMap(\.self)
            .joined(separator: ", ")
        }
      },
      .html {
        if let due = line.due {
          let end = London.instant(due, minute: WorkingTime.endMinute)
          StateMark(ClockWords.mark(end, at: model.now), ClockWords.left(end, at: model.now))
          br()
          span(.class("small quiet")) { "Due \(due.words)" }
        } else {
          "Nothing"
        }
      },
      .text(line.file.state.title),
    ]
  }
}
