internal import Access
internal import Design
internal import Kernel
internal import Markup

/// Who read and changed the restricted list; the list itself is not here.
struct VehicleTrailPage: HTML {
  let model: VehicleTrailModel

  var body: some HTML {
    Handling()
    PageHead(
      "Who used the list of vehicles", lede: "Entries are told by their number, never by the mark.")
    Sheet {
      DataTable(
        caption: "The latest first",
        columns: [.text("When"), .text("Who"), .text("What"), .text("Which")],
        rows: model.entries.map { entry in
          [
            .text(London.words(entry.at)),
            .text(entry.actor.flatMap { model.names[$0] } ?? "The program"),
            .text(model.words[entry.action] ?? entry.action),
            .text(entry.detail.map { "\($0.name): \($0.value)" }.joined(separator: ", ")),
          ]
        }, empty: "Nobody has used the list yet.")
      Turning(
        previous: nil,
        next: model.hasOlder
          ? model.entries.last.map { VehicleRoute.trail(before: $0.number).path } : nil)
    }
  }
}
