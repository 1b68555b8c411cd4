internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// One source: what it has, what it can bear, how its files are read, and the way to import more.
struct SourcePage: HTML {
  let model: SourceModel

  private var mapping: Mapping { model.saved.mapping }

  var body: some HTML {
    PageHead(mapping.title) {
      if model.maySave {
        LinkButton("Edit the mapping", to: SourceRoute.edit(mapping.key).path)
      }
    }
    Facts(facts)
    if !mapping.isOnGrid {
      p(.class("quiet")) {
        "Its points are kept in metres of \(mapping.plane), not of the British National Grid: it is "
        "counted here, and stands on no map."
      }
    }
    if model.months.isEmpty {
      Notice { p { "Nothing of this source has been imported yet." } }
    } else {
      Sheet {
        LineChart(
          title: "Incidents by month", about: "Monthly count of incidents of \(mapping.title)",
          points: model.line.map { ChartPoint($0.month.short, $0.count.map(Double.init)) },
          breaks: model.line.firstIndex { model.soFar?.isUnfinished($0.month) == true }
            .map { [ChartBreak(before: $0, "So far")] } ?? [],
          names: .init(values: "Incidents"))
      }
      SourceMonths(model: model)
      SourceKinds(model: model)
    }
    if model.mayImport { SourceUpload(model: model) }
    SourceReading(model: model)
  }

  private var facts: [Fact] {
    let latest = model.facts.lastDay
    let none = "Nothing imported"
    return [
      Fact(
        mapping.time == .month ? "Latest month" : "Latest day",
        latest.map { mapping.time == .month ? $0.month.words : $0.words } ?? none,
        note: latest.map { SourceLag.words(of: $0, mapping.time, on: model.today) }),
      Fact(
        "Incidents", NumberText.whole(model.facts.events),
        note: "\(NumberText.whole(model.facts.unlocated)) without a place"),
      Fact("Where", mapping.place.title), Fact("When", mapping.time.title),
      Fact(
        "Mapping", "Version \(model.saved.version)",
        note: "saved \(London.day(model.saved.savedAt).words)"),
    ]
  }
}

/// The form files of the source are imported with.
private struct SourceUpload: HTML {
  let model: SourceModel

  var body: some HTML {
    Sheet("Import files") {
      PostForm(
        to: SourceRoute.show(model.saved.mapping.key, page: 1).path, csrf: model.csrf, upload: true
      ) {
        FileField(
          "files", label: "Files of this source",
          hint: "Every file is checked before any of it counts. More than 1 row in 100 that cannot "
            + "be kept refuses a file.",
          accept: ExtractName.endings.joined(separator: ","), multiple: true, in: model.state)
        SubmitButton("Import")
      }
    }
  }
}

/// The months of the source, latest first.
private struct SourceMonths: HTML {
  let model: SourceModel

  var body: some HTML {
    let hasIntervals = model.saved.mapping.time == .minute
    Sheet("By month") {
      DataTable(
        caption: "By month", hidesCaption: true,
        columns: [
          .text("Month"), .number("Incidents"), .number("Without a place"),
          .number("Repeated references"),
        ] + (hasIntervals ? [.number("Known as an interval")] : []),
        rows: model.pageMonths.map { line in
          .cells(
            [
              .text(
                line.month.words
                  + (model.soFar?.isUnfinished(line.month) == true ? ", so far" : "")),
              .text(NumberText.whole(line.stored)),
              .text(NumberText.whole(line.unlocated)), .text(NumberText.whole(line.repeated)),
            ] + (hasIntervals ? [.text(NumberText.whole(line.uncertain))] : []))
        },
        pager: Pager(page: model.page, of: model.pages) {
          SourceRoute.show(model.saved.mapping.key, page: $0).path
        })
    }
  }
}

/// The kinds and the hours of the latest months.
private struct SourceKinds: HTML {
  let model: SourceModel

  var body: some HTML {
    let span = model.recent.map { "\($0.lowerBound.words) to \($0.upperBound.words)" } ?? ""
    Sheet("By kind") {
      p(.class("quiet")) { "\(span), in the source's words." }
      DataTable(
        caption: "By kind", hidesCaption: true, columns: [.text("Kind"), .number("Incidents")],
        rows: model.categories.map { [.text($0.category), .text(NumberText.whole($0.count))] })
    }
    if !model.hours.isEmpty {
      Sheet("By hour and weekday") {
        p(.class("quiet")) {
          "\(span), by the clock in London. An incident known only as an interval is shared among "
          "its hours."
        }
        DataTable(
          caption: "By hour and weekday", hidesCaption: true,
          columns: [.text("Hours")] + Self.weekdays.map { .number($0) },
          rows: (0..<12).map(hours))
      }
    }
  }

  /// Two hours of every weekday.
  private func hours(_ row: Int) -> DataTable.Row {
    let counts = (0..<7).map { day in
      model.hours[day * 24 + row * 2] + model.hours[day * 24 + row * 2 + 1]
    }
    return .cells(
      [.text("\(Self.clock(row * 2)) to \(Self.clock(row * 2 + 2))")]
        + counts.map { .text(NumberText.whole(Int($0.rounded()))) })
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func clock(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }
}
