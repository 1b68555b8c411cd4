internal import Design
internal import Kernel
internal import Markup

/// Forces and months with the file that tells of each.
struct SnapshotTable: HTML {
  let caption: String
  let months: [SnapshotRecord]
  let page: Int
  let pages: Int
  let path: (Int) -> String

  var body: some HTML {
    DataTable(
      caption: caption, hidesCaption: true,
      columns: [
        .text("Month"), .text("Force"), .text("State"), .text("File"), .text("As of"),
        .number("Stored"), .number("Repeated ids"), .number("Without a place"),
      ],
      rows: months.map { one in
        [
          .text(one.month.words), .text(one.force),
          .html { Tag(one.isCurrent ? "Counts" : "Replaced, kept") },
          .link(one.file, to: IncidentRoute.run(one.run, page: 1).path), .text(one.asOf.words),
          .text(NumberText.whole(one.stored)), .text(NumberText.whole(one.repeated)),
          .text(NumberText.whole(one.unlocated)),
        ]
      },
      empty: "No month came of this.", pager: Pager(page: page, of: pages, path: path))
  }
}
