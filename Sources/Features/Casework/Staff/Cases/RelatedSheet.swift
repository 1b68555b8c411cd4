internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What other features hold on a case, such as the orders that name it; nothing where they hold nothing.
struct RelatedSheet: HTML {
  let related: [RelatedRecord]

  var body: some HTML {
    for (number, group) in groups.enumerated() {
      Sheet(group, id: number == 0 ? "related" : nil) {
        DataTable(
          caption: group, hidesCaption: true,
          columns: [.text("What"), .text("Reference"), .text("State"), .text("When")],
          rows: related.filter { $0.group == group }.map { record in
            [
              .text(record.title), .link(record.reference.description, to: record.path),
              .text(record.state), .text(record.dates),
            ]
          })
      }
    }
  }

  private var groups: [String] {
    related.map(\.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
