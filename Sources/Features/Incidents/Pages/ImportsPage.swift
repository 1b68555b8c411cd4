internal import Design
internal import Kernel
internal import Markup

/// The imports there have been, newest first.
struct ImportsPage: HTML {
  let runs: [ImportRecord]
  let page: Int
  let pages: Int
  let mayImport: Bool

  var body: some HTML {
    PageHead("Imports") {
      LinkButton("Months imported", to: IncidentRoute.months(page: 1).path)
      if mayImport {
        LinkButton("Import files", to: IncidentRoute.add.path, style: .main)
      }
    }
    Sheet {
      DataTable(
        caption: "Imports, newest first", hidesCaption: true,
        columns: [
          .text("Started"), .text("Source"), .text("State"), .number("Files"), .number("Rows read"),
          .number("Stored"), .number("Refused"), .number("Replaced"),
        ],
        rows: runs.map { run in
          [
            .link(London.words(run.startedAt), to: IncidentRoute.run(run.id, page: 1).path),
            .text(run.source), .html { StateMark(run.state.mark, run.state.word) },
            .text(NumberText.whole(run.counts.files)), .text(NumberText.whole(run.counts.read)),
            .text(NumberText.whole(run.counts.stored)), .text(NumberText.whole(run.counts.refused)),
            .text(NumberText.whole(run.counts.replaced)),
          ]
        },
        empty: "Nothing has been imported yet.",
        pager: Pager(page: page, of: pages) { IncidentRoute.imports(page: $0).path })
    }
  }
}

extension ImportRecord.State {
  var mark: MarkState {
    switch self {
    case .running: .none
    case .done: .good
    case .refused: .warn
    case .failed: .bad
    }
  }

  var word: String {
    switch self {
    case .running: "Running"
    case .done: "Done"
    case .refused: "Refused"
    case .failed: "Failed"
    }
  }
}
