internal import Access
internal import Design
internal import Kernel
internal import Markup

/// Actions in rows: what, where, whose, by when, and what came of it.
struct ActionTable: HTML {
  let caption: String
  let actions: [TaskedAction]
  let names: [ID<Account>: String]
  let today: Day
  var empty = "There are none."
  /// Whether the problems lead to their pages; not on paper.
  var hasLinks = true

  var body: some HTML {
    DataTable(
      caption: caption, hidesCaption: true,
      columns: [
        .text("Problem"), .text("To be done"), .text("Who"), .text("Due"), .text("Now"),
      ], rows: actions.map(row), empty: empty)
  }

  private func row(_ action: TaskedAction) -> DataTable.Row {
    let content = action.content
    let isLate = content.isLate(on: today)
    return [
      .html {
        if hasLinks {
          a(.href(TaskingRoute.action(action.id).path)) { content.problem }
        } else {
          content.problem
        }
        br()
        span(.class("small quiet regular")) { "\(content.placeName). \(content.stage.title)" }
      },
      .text(content.task),
      .html {
        content.organisationName
        if let person = content.personID {
          br()
          span(.class("small quiet")) { names[person] ?? "" }
        }
      },
      .html {
        content.dueDay.words
        br()
        span(.class("small quiet")) { "Review \(content.reviewDay.words)" }
      },
      .html {
        content.state.mark(isLate: isLate)
        if !content.reason.isEmpty {
          br()
          span(.class("small")) { content.reason }
        }
      },
    ]
  }
}
