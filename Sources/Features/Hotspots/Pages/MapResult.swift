internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// A map with its table first: what stands out, what no longer does, the track record, the method.
struct MapResult: HTML {
  let map: HotspotMap
  let area: StudyArea
  /// The same map to be panned; `nil` without.
  var pan: PanMap?

  var body: some HTML {
    HotspotTable(map: map)
    Sheet {
      HotspotDrawing(map: map, area: area)
      if let pan { pan }
    }
    if !map.former.isEmpty { FormerTable(places: map.former) }
    TrackRecordTable(track: map.track)
    Sheet("Method") { SummaryList(map.facts.map { ($0.name, $0.value, nil) }) }
  }
}

/// The places that stand out, before the map.
private struct HotspotTable: HTML {
  let map: HotspotMap

  var body: some HTML {
    Sheet(map.headline) {
      DataTable(
        caption: "Hotspots", hidesCaption: true, columns: columns, rows: map.hotspots.map(row),
        empty: empty)
      if !map.hotspots.isEmpty { p(.class("quiet small")) { notes } }
    }
  }

  private var hasTest: Bool { map.parameters.method == .gi }
  private var hasCells: Bool { map.parameters.method != .clusters }

  private var columns: [DataTable.Column] {
    [.text("Area"), .text("Where"), .number("Incidents")]
      + (hasCells ? [.number("As many months before"), .number(score)] : [])
      + (hasTest ? [.text("By chance in one cell")] : []) + [.text("Life")]
  }

  private var score: String {
    hasTest ? "Highest score (z)" : "Highest density, a square km"
  }

  private var empty: String {
    hasTest
      ? "No square holds more, with those around it, than chance gives once every square is "
        + "allowed for." : "None was found."
  }

  private var notes: String {
    let length = map.parameters.months.count
    let periods = map.hotspots.first?.cycle.stood.count ?? 1
    let life =
      "Life is told by how many of \(periods) periods of \(length) \(length == 1 ? "month" : "months"), "
      + "one after another up to these, a part of it stood out in."
    return hasTest
      ? "By chance is how often as much would occur by chance in one cell, before all of them are "
        + "allowed for. " + life : life
  }

  private func row(_ spot: Hotspot) -> DataTable.Row {
    var cells: [DataTable.Cell] = [
      .text(spot.letter), .text(spot.place), .text(NumberText.whole(spot.count)),
    ]
    if hasCells {
      cells += [
        spot.before.map { .text(NumberText.whole($0)) } ?? .missing("Not known"),
        spot.peak.map { .text(NumberText.decimal($0)) } ?? .missing("None"),
      ]
    }
    if hasTest { cells.append(.text(spot.chanceWords(of: map.parameters.permutations) ?? "")) }
    return .cells(cells + [.text(spot.cycle.words)])
  }
}

/// The places that stood out most of the time before, and no longer do.
private struct FormerTable: HTML {
  let places: [FormerHotspot]

  var body: some HTML {
    Sheet("No longer stand out") {
      DataTable(
        caption: "Diminished hotspots", hidesCaption: true,
        columns: [.text("Where"), .number("Cells"), .number("Incidents now"), .text("Life")],
        rows: places.map { place in
          [
            .text(place.wards.isEmpty ? "Outside every ward" : place.wards.joined(separator: ", ")),
            .text(NumberText.whole(place.cells.count)), .text(NumberText.whole(place.count)),
            .text(place.cycle.words),
          ]
        })
    }
  }
}
