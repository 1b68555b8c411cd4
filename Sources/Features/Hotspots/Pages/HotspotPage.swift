internal import Design
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// Which places stand out, why that is believable, and how earlier maps did.
struct HotspotPage: HTML {
  let model: HotspotModel

  var body: some HTML {
    PageHead("Hotspots", lede: "Places where more happens, and how far that can be believed.") {
      if model.map != nil {
        LinkButton(
          "Download GeoJSON", to: HotspotRoute.geoJSON(HotspotFilter(model.state.values)).path)
      }
    }
    Facts([
      Fact(
        "Source", model.source.title,
        note: "Latest month \(model.span.upperBound.words), \(model.lag) months behind today")
    ])
    HotspotForm(model: model)
    if let problem = model.problem { Notice(.warn) { p { problem } } }
    if let map = model.map {
      HotspotTable(map: map)
      Sheet { HotspotDrawing(map: map, area: model.area) }
      TrackRecordTable(track: map.track)
      Sheet("Method") { SummaryList(map.facts.map { ($0.name, $0.value, nil) }) }
    }
    Sheet("What this source cannot bear") {
      if model.source.precision.refused.isEmpty { p { "Its places and times are exact." } }
      SummaryList(model.source.precision.refused.map { ($0.analysis, $0.reason, nil) })
    }
    Sheet("Before you act") {
      ul {
        li { "More reports can mean more people reporting, not more harm." }
        li { "A hotspot is a place. It says nothing about anyone who lives there." }
        li { "Near the partnership's border, what happens on the other side is missing." }
      }
    }
  }
}

/// What the map is to be drawn by.
private struct HotspotForm: HTML {
  let model: HotspotModel

  var body: some HTML {
    FilterForm(to: HotspotRoute.map(HotspotFilter()).path) {
      if model.sources.count > 1 {
        SelectField(
          "source", label: "Source", choices: model.sources.map { Choice($0.key, $0.title) },
          in: model.state)
      }
      SelectField(
        "category", label: "Kind", choices: model.categories.map { Choice($0, $0) },
        empty: "All kinds", in: model.state)
      SelectField(
        "method", label: "Method",
        choices: HotspotMethod.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
      TextField("from", label: "From, such as 2026-07", in: model.state, width: .w8)
      TextField("to", label: "To, that month included", in: model.state, width: .w8)
      TextField("cell", label: "Cell, metres", in: model.state, width: .w8)
      TextField("reach", label: "Reach, metres", in: model.state, width: .w8)
      SubmitButton("Show", style: .line)
    }
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
    }
  }

  private var hasTest: Bool { map.parameters.method == .gi }
  private var hasCells: Bool { map.parameters.method != .clusters }

  private var columns: [DataTable.Column] {
    [.text("Area"), .text("Where"), .number("Incidents")]
      + (hasCells ? [.number("As many months before"), .number(score)] : [])
      + (hasTest ? [.text("By chance in one cell")] : [])
  }

  private var score: String {
    hasTest ? "Highest score (z)" : "Highest density, a square km"
  }

  private var empty: String {
    hasTest
      ? "No square holds more, with those around it, than chance gives once every square is "
        + "allowed for." : "None was found."
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
    return .cells(cells)
  }
}

/// How the maps of the last months did.
private struct TrackRecordTable: HTML {
  let track: TrackRecord?

  var body: some HTML {
    Sheet("Were earlier maps right?") {
      if let track, let first = track.months.first, let last = track.months.last {
        p {
          "The share of each month's incidents that fell into the squares marked before it, "
          "\(first.words) to \(last.words). A prediction index (PAI) of 1 is no better than chance; "
          "PEI* is the hits as a share of the most there could have been."
        }
        DataTable(
          caption: "Track record", hidesCaption: true,
          columns: [
            .text("Squares marked"), .number("Hits"), .number("Of"),
            .number("Hit rate"), .number("PAI"), .number("PEI*"),
          ],
          rows: track.lines.flatMap { line in
            [.group(line.name)] + line.shares.map { row($0.percent, $0.record) }
          })
      } else {
        p { "A record needs the incidents of the year before a month: too few months are here." }
      }
    }
  }

  private func row(_ percent: Double, _ record: TrackRecord.Share) -> DataTable.Row {
    [
      .text("The first \(NumberText.percent(percent))"), .text(NumberText.whole(record.hits)),
      .text(NumberText.whole(record.events)),
      .text(NumberText.percent(record.hitRate * 100, places: 1)),
      record.pai.map { .text(NumberText.decimal($0, places: 2)) } ?? .missing("None"),
      record.peiStar.map { .text(NumberText.decimal($0, places: 2)) } ?? .missing("None"),
    ]
  }
}
