internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Incidents counted by up to three things, with what the answer leaves out.
struct CountsPage: HTML {
  let model: CountsModel

  var body: some HTML {
    PageHead(
      "Counts", lede: "Incidents by month, week, hour, kind, outcome and place, of one source.")
    if let choices = model.choices {
      CountsForm(state: model.state, choices: choices)
      if let answer = model.answer {
        CountsFacts(answer: answer)
        if answer.size.rows > 0 {
          Sheet {
            CountsDrawing(
              question: answer.question, chart: answer.chart, breaks: answer.breaks)
          }
          CountsRows(filter: model.filter, answer: answer)
          CountsFiles(filter: model.filter, question: answer.question)
        } else if answer.imported.span != nil {
          Notice { p { "Nothing of this was recorded in these months." } }
        }
      }
    } else {
      Notice(.warn) { p { "No files of the forces counted have been imported yet." } }
    }
  }
}

/// The total, what stands in no row, and where the figures come from.
private struct CountsFacts: HTML {
  let answer: CountsAnswer

  var body: some HTML {
    let question = answer.question
    Facts(
      [
        Fact(
          "Counted", NumberText.whole(answer.size.incidents), note: question.monthWords,
          isBig: true),
        Fact(
          "Without a place", NumberText.whole(answer.unlocated),
          note: question.leavesOutUnlocated ? "in no row below" : "in the rows below too"),
      ] + outside + [
        Fact(
          question.latest.lastDay == nil ? "Latest month" : "Latest day",
          question.latest.lastDay?.words ?? question.latest.month.words, note: question.lag.words),
        Fact(
          "Source", isPolice ? "data.police.uk" : question.query.source.title,
          note: "latest \(question.latest.fileWords), as of \(question.latest.asOf.words)",
          path: isPolice ? IncidentRoute.months(page: 1).path : nil),
      ])
    p(.class("quiet")) {
      "\(question.words); \(question.areaWords). "
      if isPolice, question.query.category == nil {
        "Anti-social behaviour is counted in incidents and is no crime. "
      }
      if question.query.tellsOutcomes {
        "Outcomes are those known when the file was made; later ones are missing. "
      }
      if question.query.isByHours {
        "Where a time is known as an interval, the hours share the incident by their minutes, so that "
        "counts are rounded. "
      }
      if isPolice { "Provisional: the police correct each month afterwards." }
    }
    let gaps =
      answer.imported.words + [question.soFarWords].compactMap(\.self)
      + answer.breaks.map(\.words) + fits
    if !gaps.isEmpty { Notice(.warn) { for gap in gaps { p { gap } } } }
  }

  private var isPolice: Bool { answer.question.query.source.mapping == nil }

  private var outside: [Fact] {
    guard let outside = answer.outside else { return [] }
    let share = answer.outsidePercent.map {
      "\(NumberText.percent($0, places: 1)) of those with a place"
    }
    let kind = answer.question.query.edition.map { CountDimension($0.kind).words } ?? "area"
    return [Fact("Outside every \(kind)", NumberText.whole(outside), note: share)]
  }

  /// What is to be known before the source's codes are joined to boundaries, and where the
  /// boundaries do not reach.
  private var fits: [String] {
    let joins = answer.fits.compactMap { fit -> String? in
      guard let percent = fit.strangePercent, percent >= CodeFit.toldPercent else { return nil }
      return "\(NumberText.percent(percent, places: 1)) of the incidents inside the LSOAs of "
        + "\(fit.edition) name a code that these do not have: joined by code they would be lost. "
        + "Count by LSOA as of the year \(fit.edition) to place them by their point."
    }
    guard let outside = answer.outsidePercent, outside > CountsAnswer.mostlyOutsidePercent else {
      return joins
    }
    return joins + [
      "\(NumberText.percent(outside, places: 1)) of the incidents with a place lie outside these "
        + "boundaries: they cover a part of the forces' area only."
    ]
  }
}

/// The links to the answer as a file.
private struct CountsFiles: HTML {
  let filter: CountsFilter
  let question: CountsQuestion

  var body: some HTML {
    Sheet("Save these counts") {
      ul {
        for format in formats {
          li { a(.href(IncidentRoute.countsFile(filter.page(1), format).path)) { format.title } }
        }
      }
    }
  }

  private var formats: [CountsFormat] {
    CountsFormat.allCases.filter { $0 != .geojson || question.isMap }
  }
}
