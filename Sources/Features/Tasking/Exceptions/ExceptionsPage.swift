internal import Design
internal import Kernel
internal import Markup

/// What stands out in a week or month, how far that could be chance, and since when.
struct ExceptionsPage: HTML {
  let model: ExceptionsModel

  var body: some HTML {
    Handling()
    PageHead(
      "Exceptions", kicker: model.period.map { "\($0.description): \($0.words)" },
      lede: "Wards and kinds of incident with more than their own past leads to expect.")
    if let chosen = model.chosen, let period = model.period {
      Facts([
        Fact(
          "Source", chosen.title,
          note: "Up to \(chosen.lastDay.words), \(age(chosen)) before today")
      ])
      ChooseForm(model: model)
      if let kept = model.kept {
        ReportSheet(kept: kept, mayOpen: model.mayOpen)
        MethodSheet(kept: kept)
      } else {
        Sheet("Not tested yet") {
          p { "Nobody has tested \(chosen.title) for \(period.words)." }
        }
      }
      if model.mayPrepare { div(.class("mb5")) { TestForm(model: model) } }
      BeforeYouAct()
    } else {
      Notice(.warn) { p { ExceptionProblem.noEvents.message } }
    }
  }

  private func age(_ source: ExceptionsModel.Source) -> String {
    let days = max(0, model.today.number - source.lastDay.number)
    return days == 1 ? "1 day" : "\(NumberText.whole(days)) days"
  }
}

/// Which source and stretch is looked at.
private struct ChooseForm: HTML {
  let model: ExceptionsModel

  var body: some HTML {
    FilterForm(to: ExceptionRoute.report(ExceptionFilter()).path) {
      SelectField(
        "source", label: "Source", choices: model.sources.map { Choice($0.key, $0.title) },
        in: model.state)
      TextField(
        "period", label: "Week such as 2026-W47, or month such as 2026-09", in: model.state,
        width: .w8)
      SubmitButton("Show", style: .line)
    }
  }
}

/// Tests the stretch that is shown, for those who may.
private struct TestForm: HTML {
  let model: ExceptionsModel

  var body: some HTML {
    PostForm(to: ExceptionRoute.report(ExceptionFilter()).path, csrf: model.csrf) {
      input(.type(.hidden), .name("source"), .value(model.chosen?.key ?? ""))
      input(.type(.hidden), .name("period"), .value(model.period?.description ?? ""))
      SubmitButton(model.kept == nil ? "Test it" : "Test it again", style: style)
    }
  }

  private var style: ButtonStyle { model.kept == nil ? .main : .line }
}

/// The lines, each a link to its incidents.
struct ReportSheet: HTML {
  let kept: KeptReport
  let mayOpen: Bool

  var body: some HTML {
    let report = kept.report
    return Sheet(report.headline, mark: report.lines.isEmpty ? .none : .warn) {
      for caution in report.cautions { Notice(.warn) { p { caution } } }
      if !report.lines.isEmpty {
        DataTable(
          caption: "What stands out", hidesCaption: true,
          columns: [
            .text("Where and what"), .number("Seen"), .number("Usual"),
            .text("By chance in one line"), .text("Since"), .text("Last \(recent)"),
          ],
          rows: report.lines.enumerated().map { row($0.offset, $0.element) })
      }
      p(.class("small")) { report.coverage }
    }
  }

  private var recent: String { kept.report.at.step == .week ? "weeks" : "months" }

  private func row(_ index: Int, _ line: ExceptionReport.Line) -> DataTable.Row {
    let name = "\(line.ward): \(line.category)"
    let path = ExceptionRoute.incidents(kept.id, line: index + 1, page: 1).path
    return [
      mayOpen ? .link(name, to: path) : .text(name), .text(NumberText.whole(line.observed)),
      .text(line.usualWords), .text(line.chanceWords), .text(line.sinceWords),
      .html {
        Sparkline(
          line.recent.map { $0.map(Double.init) }, name, period: kept.report.at.step.rawValue)
      },
    ]
  }
}

/// How the report was made, so that it can be made again.
private struct MethodSheet: HTML {
  let kept: KeptReport

  var body: some HTML {
    Sheet("Method") {
      SummaryList(
        (kept.report.facts + [("Tested on", London.words(kept.madeAt))]).map {
          ($0.name, $0.value, nil)
        })
    }
  }
}

/// What a rise can and cannot mean.
private struct BeforeYouAct: HTML {
  var body: some HTML {
    Sheet("Before you act") {
      ul {
        li { "More reports can mean more people reporting, a campaign or one busy caller." }
        li { "Open the line: ten incidents at one door are another matter than ten streets." }
        li { "A ward that is always busy does not stand out here. Hotspots show that." }
      }
    }
  }
}
