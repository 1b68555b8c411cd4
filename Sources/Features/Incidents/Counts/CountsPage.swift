internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// Incidents counted by up to two things, with what the answer leaves out.
struct CountsPage: HTML {
  let model: CountsModel

  var body: some HTML {
    PageHead("Counts", lede: "Incidents recorded by the police, by month, kind, place or force.")
    if let choices = model.choices {
      CountsForm(state: model.state, choices: choices)
      if let answer = model.answer {
        CountsFacts(answer: answer)
        if answer.size.rows > 0 {
          CountsDrawing(answer: answer)
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

private struct CountsForm: HTML {
  let state: FormState
  let choices: CountsChoices

  var body: some HTML {
    let dimensions = CountDimension.allCases.map { Choice($0.rawValue, $0.title) }
    FilterForm(to: IncidentRoute.counts(CountsFilter()).path) {
      SelectField("by", label: "Count by", choices: dimensions, in: state)
      SelectField("then", label: "And by", choices: dimensions, empty: "Nothing else", in: state)
      TextField("from", label: "From, such as 2026-01", in: state, width: .w8)
      TextField("to", label: "To, that month included", in: state, width: .w8)
      SelectField(
        "category", label: "Kind", choices: choices.categories.map { Choice($0, $0) },
        empty: "All kinds", in: state)
      SelectField(
        "force", label: "Force", choices: choices.forces.map { Choice($0, $0) },
        empty: "The partnership's area", in: state)
      SubmitButton("Show", style: .line)
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
          "Latest month", question.latest.month.words, note: question.lag.words),
        Fact(
          "Source", "data.police.uk",
          note: "latest \(question.latest.fileWords), as of \(question.latest.asOf.words)",
          path: IncidentRoute.months(page: 1).path),
      ])
    p(.class("quiet")) {
      "\(question.kindWords); \(question.areaWords). "
      if question.query.category == nil {
        "Anti-social behaviour is counted in incidents and is no crime. "
      }
      "Provisional: the police correct each month afterwards."
    }
    let gaps = answer.imported.words
    if !gaps.isEmpty { Notice(.warn) { for gap in gaps { p { gap } } } }
  }

  private var outside: [Fact] {
    guard let outside = answer.outside else { return [] }
    let share = answer.outsidePercent.map {
      "\(NumberText.percent($0, places: 1)) of those with a place"
    }
    return [Fact("Outside every ward", NumberText.whole(outside), note: share)]
  }
}

private struct CountsDrawing: HTML {
  let answer: CountsAnswer

  var body: some HTML {
    let question = answer.question
    let about = "\(question.kindWords), \(question.monthWords)"
    Sheet {
      switch answer.chart {
      case .months(let months):
        LineChart(
          title: "Incidents by month", about: about,
          points: months.map { ChartPoint($0.month.short, $0.count.map(Double.init)) },
          names: .init(values: "Incidents"))
      case .largest(let bars):
        BarChart(
          title: title(bars.count), about: about,
          bars: bars.map { Bar($0.words, Double($0.count)) },
          names: (question.query.by[0].title, "Incidents"))
      }
    }
  }

  private func title(_ bars: Int) -> String {
    let by = answer.question.query.by[0].words
    return bars < CountsChart.mostBars
      ? "Incidents by \(by), most first" : "Incidents by \(by), the \(bars) largest"
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
    question.query.by == [.ward] ? CountsFormat.allCases : [.csv, .xlsx]
  }
}
