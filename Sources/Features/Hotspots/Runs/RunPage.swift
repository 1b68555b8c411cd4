internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of a kept map shows.
struct RunModel {
  struct Before {
    let run: HotspotRun
    let comparison: RunComparison
  }

  let kept: KeptMap
  let area: StudyArea
  /// Who had it drawn; `nil` for a command.
  let by: Sensitive<String>?
  let before: Before?
  /// The form in which an area is named.
  let state: FormState
  let mayName: Bool
  /// Where pictures below the map come from; `nil` for nowhere.
  let tiles: TileServer?
}

/// A kept map as it was made, and what changed since the one before it.
struct RunPage: HTML {
  let model: RunModel
  let csrf: String
  let maps: MapAssets?

  private var run: HotspotRun { model.kept.run }

  var body: some HTML {
    PageHead(run.title, kicker: "Kept map \(run.id)", lede: run.months.words) {
      LinkButton("Download GeoJSON", to: HotspotRoute.runGeoJSON(run.id).path)
    }
    HotspotLinks()
    Facts([
      Fact("Made", London.words(run.madeAt), note: author),
      Fact("Incidents", NumberText.whole(run.events)),
      Fact("Kept as", "\(run.hash.hexadecimal.prefix(12))…", note: "SHA-256 of the kept map"),
    ])
    ComparisonTable(before: model.before)
    MapResult(map: model.kept.map, area: model.area, pan: pan)
    if model.mayName, !model.kept.map.hotspots.isEmpty {
      NameForm(run: run, map: model.kept.map, state: model.state, csrf: csrf)
    }
    BeforeYouAct()
  }

  private var pan: PanMap? {
    maps.map { assets in
      PanMap(
        assets, land: HotspotRoute.runGeoJSON(run.id).path,
        title: "The map above, to pan and zoom",
        tiles: model.tiles.map { ($0.template, $0.credit) })
    }
  }

  private var author: String {
    model.by.map { "by \($0.reveal(for: "the author of a kept map"))" } ?? "by a command"
  }
}

/// What stayed, came and went since the map of the months before.
private struct ComparisonTable: HTML {
  let before: RunModel.Before?

  var body: some HTML {
    Sheet("Since the map before") {
      if let before {
        p {
          "Held against "
          a(.href(HotspotRoute.run(before.run.id).path)) { "the map of \(before.run.months.words)" }
          ", by the same source, kind and method."
        }
        DataTable(
          caption: "Changes since the map before", hidesCaption: true,
          columns: [.text("Area"), .text("Where"), .text("Change")],
          rows: before.comparison.lines.map(row)
            + before.comparison.gone.map { spot in
              [.text("\(spot.letter), before"), .text(spot.place), "No longer stands out"]
            },
          empty: "No place stood out then or now.")
      } else {
        p { "No map of earlier months was kept for this source, kind and method." }
      }
    }
  }

  private func row(_ line: RunComparison.Line) -> DataTable.Row {
    let letters = line.letters.joined(separator: " and ")
    return [
      .text(line.spot.letter), .text(line.spot.place),
      .text(line.letters.isEmpty ? "New" : "Was there before, as \(letters)"),
    ]
  }
}
