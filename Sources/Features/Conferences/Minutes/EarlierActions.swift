internal import Design
internal import Kernel
internal import Markup

/// What a meeting heard of actions decided before it: done, not done and not possible apart.
struct EarlierActions: HTML {
  let model: MinutesModel

  var body: some HTML {
    Sheet("Actions from before") {
      DataTable(
        caption: "Actions from before", hidesCaption: true,
        columns: [.text("Organisation"), .text("Will"), .text("Due"), .text("What came of it")],
        rows: said + open, empty: "Nothing was left from before.")
    }
  }

  private var said: [DataTable.Row] {
    model.said.map { outcome, action in
      row(
        action, outcome.state == .open ? "Left for the next meeting" : outcome.state.title,
        outcome.words)
    }
  }

  /// While it goes on: what nothing was said of yet.
  private var open: [DataTable.Row] {
    model.unfinished.filter { action in !model.said.contains { $0.action.id == action.id } }
      .map { row($0, "Nothing said yet", "") }
  }

  private func row(_ action: ConferenceAction, _ state: String, _ words: String) -> DataTable.Row {
    [
      .text(model.names.body(action.organisation)), .text(action.words), .text(action.due.words),
      .html {
        state
        if !words.isEmpty {
          br()
          span(.class("small quiet")) { words }
        }
      },
    ]
  }
}
