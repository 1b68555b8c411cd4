internal import Design
internal import Geography
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The hotspots somebody named, with their versions.
struct NamedListPage: HTML {
  let places: [NamedHotspot]

  var body: some HTML {
    PageHead(
      "Named hotspots", lede: "Places with a name and an outline, counted from month to month.")
    HotspotLinks()
    Sheet {
      DataTable(
        caption: "Named hotspots", hidesCaption: true,
        columns: [.text("Place"), .text("Outline"), .number("Versions")],
        rows: places.map { place in
          let latest = place.versions[0]
          return [
            .link(
              place.name, to: HotspotRoute.named(latest.edition, latest.code, HotspotFilter()).path),
            .text("Of \(latest.edition), \(latest.code)"),
            .text(NumberText.whole(place.versions.count)),
          ]
        },
        empty: "None yet. Name an area on a kept map, or import outlines: "
          + "hamlet boundaries import … --kind hotspot.")
    }
  }
}

/// What the page of a named hotspot shows.
struct NamedModel {
  let area: Area
  let shape: MultiPolygon
  let versions: [Area]
  let question: HotspotQuestion?
  let state: FormState
  let counts: NamedCounts?
  /// Why it is not counted.
  let refusal: String?
  let today: Day
}

/// A named hotspot counted over time, and its versions.
struct NamedPage: HTML {
  let model: NamedModel

  var body: some HTML {
    PageHead(
      model.area.name, kicker: "Named hotspot", lede: "Outline of \(model.area.edition), \(size).")
    HotspotLinks()
    if let question = model.question {
      SourceFacts(question: question, today: model.today)
      FilterForm(
        to: HotspotRoute.named(model.area.edition, model.area.code, HotspotFilter()).path
      ) {
        EventFields(question: question, state: model.state)
        SubmitButton("Show", style: .line)
      }
    }
    if let refusal = model.refusal { Notice(.warn) { p { refusal } } }
    if let counts = model.counts {
      Sheet {
        LineChart(
          title: title(counts), about: "Incidents a month inside the outline.",
          points: zip(counts.months, counts.counts).map { ChartPoint($0.short, Double($1)) },
          names: .init(values: "Incidents"))
      }
    }
    Sheet("Versions") {
      DataTable(
        caption: "Versions", hidesCaption: true, columns: [.text("Outline"), .text("Code")],
        rows: model.versions.map { version in
          [
            version == model.area
              ? .text("Of \(version.edition), shown here")
              : .link(
                "Of \(version.edition)",
                to: HotspotRoute.named(version.edition, version.code, HotspotFilter()).path),
            .text(version.code),
          ]
        })
    }
  }

  private var size: String {
    "\(NumberText.decimal(model.shape.area / 1e6, places: 2)) square kilometres"
  }

  private func title(_ counts: NamedCounts) -> String {
    guard let years = counts.years else { return "Incidents by month" }
    return "\(NumberText.whole(years.latest)) incidents in twelve months, "
      + "\(NumberText.whole(years.before)) in the twelve before"
  }
}

/// Gives an area of a kept map a name.
struct NameForm: HTML {
  let run: HotspotRun
  let map: HotspotMap
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("Name an area") {
      p(.class("quiet")) {
        "A named area keeps its outline and is counted from month to month. A name that is known gets "
        "another version; earlier ones stay."
      }
      PostForm(to: HotspotRoute.names.path, csrf: csrf) {
        input(.type(.hidden), .name("run"), .value(run.id.description))
        SelectField(
          "letter", label: "Area",
          choices: map.hotspots.map { Choice($0.letter, "\($0.letter), \($0.place)") }, in: state)
        TextField("name", label: "Name", in: state, width: .w20)
        SubmitButton("Name it", style: .line)
      }
    }
  }
}
