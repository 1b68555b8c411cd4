internal import Design
internal import Kernel
internal import Markup

/// The sections of a pack in their order, for the screen and for paper alike.
struct PackContent: HTML {
  let model: PackModel
  let isPaper: Bool

  var body: some HTML {
    Sheet("1. Actions from before") {
      ActionTable(
        caption: "Actions from before", actions: model.actions(model.pack.carried),
        names: model.names, today: model.pack.held, empty: "There were none.", hasLinks: !isPaper)
    }
    Sheet("2. New and changed hotspots") { MapList(maps: model.freshMaps, isPaper: isPaper) }
    Sheet("3. Exceptions") {
      ExceptionList(model: model, found: model.leading, isPaper: isPaper)
      UntestedNote(model: model)
    }
    Sheet("4. Repeat locations") { RepeatList(found: model.leading) }
    Sheet("5. Decisions") {
      ActionTable(
        caption: "Decisions", actions: model.actions(model.pack.decided), names: model.names,
        today: model.pack.held, empty: "Nothing was decided yet.", hasLinks: !isPaper)
    }
    if let vehicles = model.vehicles {
      Sheet("6. Vehicles of interest: restricted") {
        if vehicles.count < model.pack.vehicles.count {
          p(.class("small")) {
            "\(NumberText.whole(model.pack.vehicles.count)) were on the list; those since expired or "
            "taken off are not shown."
          }
        }
        VehicleTable(entries: vehicles, names: model.names) { _ in }
      }
    }
    Background(model: model, isPaper: isPaper)
    PackSources(model: model)
    PackReaders(model: model)
  }
}

/// What stands in sources too old to lead.
private struct Background: HTML {
  let model: PackModel
  let isPaper: Bool

  var body: some HTML {
    if !model.background.isEmpty || !model.oldMaps.isEmpty {
      Sheet("Background: sources over \(Meeting.freshDays) days old") {
        p(.class("small")) {
          "These say what was, not what is. They explain; they do not lead."
        }
        if !model.oldMaps.isEmpty { MapList(maps: model.oldMaps, isPaper: isPaper) }
        if !model.background.isEmpty {
          ExceptionList(model: model, found: model.background, isPaper: isPaper)
        }
      }
    }
  }
}

/// Sources that were not tested, which is not the same as nothing found.
private struct UntestedNote: HTML {
  let model: PackModel

  var body: some HTML {
    let titles = model.pack.untested.compactMap { key in
      model.pack.sources.first { $0.key == key }?.title
    }
    if !titles.isEmpty {
      p(.class("small")) {
        strong { "Not tested for this meeting: " }
        titles.joined(separator: "; ")
        ". Nothing can be said of them."
      }
    }
  }
}

/// How old each source was on the day.
private struct PackSources: HTML {
  let model: PackModel

  var body: some HTML {
    Sheet("Sources") {
      DataTable(
        caption: "Sources", hidesCaption: true,
        columns: [.text("Source"), .text("Covers up to"), .number("Days before the meeting")],
        rows: model.pack.sources.map { source in
          [
            .text(source.title), .text(source.last.words),
            .text(NumberText.whole(max(0, model.pack.held.number - source.last.number))),
          ]
        }, empty: "There are no sources of incidents yet.")
      if let kept = model.kept {
        p(.class("small quiet")) { "SHA-256 of the kept pack: \(kept.sha256)" }
      }
    }
  }
}

/// Who read and printed the pack.
private struct PackReaders: HTML {
  let model: PackModel

  var body: some HTML {
    Sheet("Readers") {
      DataTable(
        caption: "Readers before you", hidesCaption: true,
        columns: [.text("Who"), .text("When"), .text("How")],
        rows: model.readings.map { reading in
          [
            .text(reading.name), .text(London.words(reading.at)),
            .text(reading.isPrinted ? "Printed" : "Read"),
          ]
        }, empty: "Nobody before you.")
    }
  }
}
