internal import Design
internal import Kernel
internal import Markup

/// The lists of work as tiles, each with its count; a tile leads to its list.
struct WorkTiles: HTML {
  let label: String
  let lists: [WorkList]
  let model: WorklistModel

  var body: some HTML {
    nav(.class("facts"), .aria("label", label)) {
      for list in lists {
        a(
          .class("tile \(list.style)"), .href(WorkRoute.work(model.filter.showing(list)).path),
          .aria("current", "page").when(list == model.filter.list)
        ) {
          span(.class("big")) { WorkStore.words(model.counts[list] ?? 0) }
          span { list.title }
        }
      }
    }
  }
}

/// How many exceptions there are now, each with its list.
struct ExceptionsSheet: HTML {
  let counts: [WorkList: Int]

  var body: some HTML {
    Sheet("Exceptions now", id: "exceptions", mark: .bad) {
      DataTable(
        caption: "Exceptions now", hidesCaption: true,
        columns: [.text("What"), .number("How many")],
        rows: WorkList.exceptions.map { list in
          var filter = WorkFilter()
          filter.list = list
          return [
            .link(list.title, to: WorkRoute.work(filter).path),
            .text(WorkStore.words(counts[list] ?? 0)),
          ]
        })
    }
  }
}

extension WorkStore {
  /// A count as lists say it.
  static func words(_ count: Int) -> String {
    count >= mostCounted ? "\(NumberText.whole(mostCounted)) or more" : NumberText.whole(count)
  }
}

extension WorkList {
  var mark: SheetMark {
    switch self {
    case .overdue: .bad
    case .today: .warn
    case .new, .answers, .nobodys: .river
    case .unread, .acknowledge, .begin, .interview, .update, .act: .bad
    case .all, .later, .quiet, .risk, .paused, .led: .none
    }
  }

  fileprivate var style: String {
    switch self {
    case .overdue: "mark bad"
    case .today, .quiet, .risk: "mark warn"
    case .all, .new, .later, .paused, .answers, .led: "mark"
    case .unread, .acknowledge, .begin, .interview, .update, .act, .nobodys: "mark"
    }
  }
}
