internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// How the files of a source are read, by which versions, and what was imported last.
struct SourceReading: HTML {
  let model: SourceModel

  private var mapping: Mapping { model.saved.mapping }

  var body: some HTML {
    let refused = mapping.precision.refused
    if !refused.isEmpty {
      Sheet("What it cannot bear") { SummaryList(refused.map { ($0.analysis, $0.reason, nil) }) }
    }
    Sheet("How its files are read") {
      SummaryList(columns + ways)
      if model.versions.count > 1 {
        DataTable(
          caption: "Versions of the mapping", columns: [.text("Version"), .text("Saved")],
          rows: model.versions.map {
            [.text(NumberText.whole($0.version)), .text(London.words($0.savedAt))]
          })
      }
    }
    if !model.runs.isEmpty {
      Sheet("Imports") {
        DataTable(
          caption: "The latest imports of this source", hidesCaption: true,
          columns: [
            .text("Import"), .text("State"), .number("Read"), .number("Stored"),
            .number("Known"), .number("Replaced"), .number("Refused"),
          ],
          rows: model.runs.map { run in
            [
              .link(London.words(run.startedAt), to: IncidentRoute.run(run.id, page: 1).path),
              .html { StateMark(run.state.mark, run.state.word) },
              .text(NumberText.whole(run.counts.read)), .text(NumberText.whole(run.counts.stored)),
              .text(NumberText.whole(run.counts.alreadyKnown)),
              .text(NumberText.whole(run.counts.replaced)),
              .text(NumberText.whole(run.counts.refused)),
            ]
          })
      }
    }
  }

  private var columns: [(key: String, value: String, change: String?)] {
    Mapping.Role.allCases.compactMap { role in
      let headings = mapping[role]
      guard !headings.isEmpty else { return nil }
      return (role.title, headings.map { "“\($0)”" }.joined(separator: " and "), nil)
    }
  }

  private var ways: [(key: String, value: String, change: String?)] {
    var ways: [(key: String, value: String, change: String?)] = [
      ("Dates", mapping.dates, nil), ("Values parted by", mapping.separator.title, nil),
    ]
    if mapping.rows == .events, mapping.time == .minute {
      ways.append(("Clock", mapping.zone == .utc ? "UTC, shown in London's" : "London", nil))
    }
    if !mapping.columns.x.isEmpty { ways.append(("Coordinates", mapping.system, nil)) }
    if !mapping.otherwise.isEmpty {
      ways.append(("Rows without a category", mapping.otherwise, nil))
    }
    for (word, category) in mapping.renames.sorted(by: { $0.key < $1.key }) {
      ways.append(("“\(word)”", category, nil))
    }
    return ways
  }
}
