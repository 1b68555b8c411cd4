internal import Design
internal import Markup

/// The first rows of a file as they are read, and those that would be refused.
struct PreviewSheet: HTML {
  /// Rows shown of each kind.
  private static let shown = 10
  let preview: ExtractPreview

  var body: some HTML {
    Sheet("How the first rows are read") {
      if let fault = preview.fault {
        Notice(.warn) { p { "No row can be read: \(fault)." } }
      } else {
        p { summary }
        DataTable(
          caption: "Rows that can be kept",
          columns: [.text("Line")] + preview.fields.map { .text($0) },
          rows: preview.rows.filter { $0.refusal == nil }.prefix(Self.shown).map(kept),
          empty: "None of these rows can be kept.")
        if preview.refused > 0 {
          DataTable(
            caption: "Rows that would be refused", columns: [.text("Line"), .text("Reason")],
            rows: preview.rows.filter { $0.refusal != nil }.prefix(Self.shown).map { row in
              [.text(NumberText.whole(row.line)), .text(row.refusal ?? "")]
            })
        }
      }
    }
  }

  private var summary: String {
    let all = NumberText.whole(preview.rows.count)
    return preview.refused == 0
      ? "Every one of the first \(all) rows can be kept."
      : "\(NumberText.whole(preview.refused)) of the first \(all) rows would be refused. "
        + "More than 1 in 100 refuses a whole file."
  }

  private func kept(_ row: ExtractPreview.Row) -> DataTable.Row {
    .cells(
      [.text(NumberText.whole(row.line))]
        + row.values.map { $0.isEmpty ? .missing("None") : .text($0) })
  }
}
