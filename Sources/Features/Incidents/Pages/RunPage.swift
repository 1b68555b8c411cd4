internal import Design
internal import Kernel
internal import Markup

/// What the page of one import shows.
struct RunModel {
  let run: ImportRecord
  let months: [SnapshotRecord]
  let page: Int
  let pages: Int
  let ignored: [String]
  /// The first of the refused rows.
  let refused: [RefusedRow]
  let mayReadRefused: Bool
}

/// What came of one import.
struct RunPage: HTML {
  let model: RunModel

  var body: some HTML {
    PageHead("Import of \(London.words(model.run.startedAt))") {
      StateMark(model.run.state.mark, model.run.state.word)
    }
    if !model.run.message.isEmpty {
      Notice(model.run.state == .done ? .warn : .bad) { p { model.run.message } }
    }
    if !model.run.isOfStreets {
      p {
        "Files of "
        a(.href(SourceRoute.show(model.run.source, page: 1).path)) { model.run.source }
      }
    }
    SummaryList(lines(model.run.counts).map { ($0.0, NumberText.whole($0.1), nil) })
    if model.run.isOfStreets, !model.months.isEmpty {
      Sheet("Months") {
        SnapshotTable(
          caption: "Months of this import", months: model.months, page: model.page,
          pages: model.pages
        ) { IncidentRoute.run(model.run.id, page: $0).path }
      }
    }
    RefusedRows(model: model)
    if !model.ignored.isEmpty {
      Disclosure("Files that were not read") {
        ul { for name in model.ignored { li { name } } }
      }
    }
  }

  private func lines(_ counts: ImportCounts) -> [(String, Int)] {
    [
      (model.run.isOfStreets ? "Street files" : "Files", counts.files), ("Rows read", counts.read),
      ("Rows stored", counts.stored),
      ("Rows already known", counts.alreadyKnown), ("Repeated ids, left out", counts.repeated),
      ("Repeats that disagree with the first row", counts.disagreements),
      ("Rows without a place", counts.unlocated), ("Rows refused", counts.refused),
      ("Other files, not read", counts.ignored),
      (model.run.isOfStreets ? "Months replaced" : "Rows or months replaced", counts.replaced),
    ]
  }
}

private struct RefusedRows: HTML {
  let model: RunModel

  var body: some HTML {
    if !model.refused.isEmpty {
      Sheet("Refused rows") {
        DataTable(
          caption: "Refused rows", hidesCaption: true,
          columns: [.text("File"), .number("Line"), .text("Reason")],
          rows: model.refused.map {
            [.text($0.file), .text(NumberText.whole($0.line)), .text($0.reason)]
          })
        if model.mayReadRefused {
          p {
            a(.href(IncidentRoute.refused(model.run.id).path)) { "Download the refused rows (CSV)" }
          }
        }
      }
    }
  }
}
