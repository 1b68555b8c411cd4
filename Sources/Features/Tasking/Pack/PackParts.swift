internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Maps with what is new on them.
struct MapList: HTML {
  let maps: [Pack.Map]
  let isPaper: Bool

  var body: some HTML {
    if maps.isEmpty { p { "No map was kept of a source fresh enough to lead." } }
    for map in maps {
      MapPart(map: map, isPaper: isPaper)
    }
  }
}

private struct MapPart: HTML {
  let map: Pack.Map
  let isPaper: Bool

  var body: some HTML {
    h3 {
      if isPaper { map.title } else { a(.href(map.path)) { map.title } }
    }
    p { "\(map.months): \(map.headline). \(rest)" }
    if !map.changed.isEmpty {
      DataTable(
        caption: "\(map.title): new and changed", hidesCaption: true,
        columns: [
          .text("Area"), .text("Where"), .number("Incidents"), .number("As many months before"),
          .text("Standing"),
        ], rows: map.changed.map(row))
    }
    p(.class("small quiet")) { "Method: \(map.method)" }
  }

  private var rest: String {
    let same = map.spots.count - map.changed.count
    return same == 0 ? "" : "\(NumberText.whole(same)) as before."
  }

  private func row(_ spot: Pack.Map.Spot) -> DataTable.Row {
    [
      .text(spot.letter), .text(spot.place), .text(NumberText.whole(spot.count)),
      spot.before.map { .text(NumberText.whole($0)) } ?? .missing("Not known"),
      .text(spot.life.prefix(1).uppercased() + spot.life.dropFirst()),
    ]
  }
}

/// Said where no source may lead.
private enum NoneFresh {
  static let words =
    "No source that was tested reaches into the \(Meeting.freshDays) days before the meeting."
}

/// What stood out of some sources.
struct ExceptionList: HTML {
  let model: PackModel
  let found: [Pack.Exceptions]
  let isPaper: Bool

  var body: some HTML {
    if found.isEmpty { p { NoneFresh.words } }
    for one in found {
      ExceptionPart(one: one, hasLinks: !isPaper && model.mayOpen)
    }
  }
}

private struct ExceptionPart: HTML {
  let one: Pack.Exceptions
  let hasLinks: Bool

  /// The lines of one source that a pack holds; the report has them all.
  private static let most = 12

  var body: some HTML {
    let report = one.found
    return Group {
      h3 { "\(report.title), \(report.at.words)" }
      p { "\(report.headline). \(report.coverage)" }
      for caution in report.cautions { p { strong { caution } } }
      if !report.lines.isEmpty {
        DataTable(
          caption: "\(report.title): what stands out", hidesCaption: true,
          columns: [
            .text("Where and what"), .number("Seen"), .number("Usual"),
            .text("By chance in one line"), .text("Since"),
          ], rows: report.lines.prefix(Self.most).enumerated().map { row($0.offset, $0.element) })
      }
      if report.lines.count > Self.most {
        p(.class("small")) { "\(report.lines.count - Self.most) more are in the report." }
      }
      p(.class("small quiet")) {
        "Each line is held against its own past; of all lines shown about 1 in 20 may be by chance. "
        "Version \(report.version), counts \(report.hash.prefix(12))…"
      }
    }
  }

  private func row(_ index: Int, _ line: ExceptionReport.Line) -> DataTable.Row {
    let name = "\(line.ward): \(line.category)"
    let path = ExceptionRoute.incidents(ID(one.report), line: index + 1, page: 1).path
    return [
      hasLinks ? .link(name, to: path) : .text(name), .text(NumberText.whole(line.observed)),
      .text(line.usualWords), .text(line.chanceWords), .text(line.sinceWords),
    ]
  }
}

/// Addresses with several incidents, or why there are none to tell.
struct RepeatList: HTML {
  let found: [Pack.Exceptions]

  var body: some HTML {
    if found.isEmpty { p { NoneFresh.words } }
    for one in found { RepeatPart(report: one.found) }
  }
}

private struct RepeatPart: HTML {
  let report: ExceptionReport

  var body: some HTML {
    h3 { report.title }
    if let refusal = report.repeats.refusal {
      p { "Left out. \(refusal)." }
    } else {
      DataTable(
        caption: "Addresses with \(RepeatLocations.least) incidents or more in "
          + "\(RepeatLocations.days) days",
        columns: [
          .text("Where"), .text("Ward"), .number("Incidents"), .text("Kinds"), .text("Last"),
        ],
        rows: report.repeats.places.map(row),
        empty: "No address had \(RepeatLocations.least) or more.")
    }
  }

  private func row(_ place: RepeatLocations.Place) -> DataTable.Row {
    [
      place.place.isEmpty ? .missing("Not named") : .text(place.place),
      place.ward.isEmpty ? .missing("Outside every ward") : .text(place.ward),
      .text(NumberText.whole(place.count)), .text(place.categories.joined(separator: ", ")),
      .text(Day(place.last)?.words ?? place.last),
    ]
  }
}
