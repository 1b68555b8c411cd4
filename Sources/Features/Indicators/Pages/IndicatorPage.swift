import Design
import Kernel
import Markup

/// One indicator in one plan: its facts, course, target, definition, words and every figure.
struct IndicatorPage: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    Group {
      PageHead(detail.row.member.title, kicker: kicker) {
        if detail.plan.kind == .live {
          LinkButton(
            "In the plan",
            to: PlanRoute.indicator(detail.plan.slug, detail.row.member.id).path)
        }
      }
      if let outturn = detail.outturn {
        OutturnFacts(outturn: outturn, judged: detail.judged)
      } else {
        IndicatorFacts(row: detail.row, chance: detail.chance)
      }
      if detail.plan.kind == .archive {
        Notice {
          p { "Figures are those of the document: \(detail.plan.source)." }
        }
      }
      div(.class("aside")) {
        div {
          if detail.outturn == nil || detail.chart != nil { ControlSheet(detail: detail) }
          SpokenSheet(detail: detail)
          if detail.outturn == nil || !detail.figures.isEmpty { FiguresSheet(detail: detail) }
        }
        aside(.aria("label", "Definition, target and source")) {
          DefinitionSheet(detail: detail)
          if detail.outturn == nil { TargetSheet(detail: detail) }
          BreaksSheet(detail: detail)
          NamesSheet(detail: detail)
        }
      }
    }
  }

  private var kicker: String {
    let code = detail.row.member.code
    return ([detail.plan.title, detail.priority.title] + (code.isEmpty ? [] : [code]))
      .joined(separator: " · ")
  }
}

/// Figure, comparison, change, computed state and judgement, each a fact of its own.
private struct IndicatorFacts: HTML {
  let row: DashboardRow
  let chance: String

  var body: some HTML {
    Facts([
      fact(ReportingSpans.words(row.now.months), row.now.value),
      fact("Same months, \(ReportingSpans.words(row.now.before))", row.now.previous),
      Fact("Change", change, note: differences, isBig: row.now.direction.change != nil),
      Fact("Direction of travel, computed", note: wanted) {
        RatingMark(state: row.computed, words: row.now.direction.shortReason)
      },
      Fact("State set by a person", note: row.judgement?.author) {
        RatingMark(state: row.judged, words: row.judgement == nil ? "Not set" : nil)
      },
      Fact("Chance and comparability", chance, note: row.now.comparability.words),
    ])
  }

  private func fact(_ name: String, _ amount: Amount?) -> Fact {
    guard let amount else { return Fact(name, "Not supplied") }
    let unit = row.definition.map(\.unit) ?? ""
    var note = unit
    if let numerator = amount.numerator, let denominator = amount.denominator {
      let of = "\(FigureText.value(numerator, .count)) of \(FigureText.value(denominator, .count))"
      note = "\(of), counted: \(unit)"
    }
    return Fact(name, FigureText.value(amount.value, row.now.kind), note: note, isBig: true)
  }

  private var change: String {
    if case .notComparable = row.now.direction { return "Not comparable" }
    guard let change = row.now.direction.change else { return "No comparison" }
    return FigureText.change(change) ?? FigureText.difference(change.difference)
  }

  /// The change in the figure's own unit.
  private var differences: String? {
    guard let change = row.now.direction.change else { return nil }
    if let points = change.points { return NumberText.points(points.rounded(to: 1).double) }
    return "\(FigureText.difference(change.difference)), counted: \(row.definition?.unit ?? "")"
  }

  private var wanted: String {
    "Wanted: \(row.wanted?.polarity.words ?? "not stated")"
  }
}

/// The monthly course with average and limits, cut where the series breaks.
private struct ControlSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    Sheet {
      if let chart = detail.chart {
        ControlChart(
          title: title(chart), about: about(chart),
          points: zip(chart.months, chart.values).map { ChartPoint($0.short, $1) },
          phases: chart.phases.map {
            ControlChart.Phase(from: $0.start, mean: $0.mean, lower: $0.lower, upper: $0.upper)
          },
          signals: chart.signals,
          breaks: chart.breaks.map { ChartBreak(before: $0.index, $0.label) },
          style: detail.row.now.kind.style)
        p(.class("small")) {
          "A signal is a month beyond a limit, two of three near one, seven on one side of the "
          "average, or six rises or falls running. Each is seldom seen by chance alone, but among many "
          "months one will turn up: look for what changed."
        }
      } else {
        h2 { "Month by month" }
        p(.class("flush quiet")) { "No monthly figures are kept for this indicator." }
      }
    }
  }

  private func title(_ chart: ControlSeries) -> String {
    let run = ReportingSpans.words(chart.months[0]...chart.months[chart.months.count - 1])
    switch chart.signals.count {
    case 0: return "No month stands out, \(run)"
    case 1: return "1 month stands out, \(run)"
    default: return "\(NumberText.whole(chart.signals.count)) months stand out, \(run)"
    }
  }

  private func about(_ chart: ControlSeries) -> String {
    let season =
      chart.isAdjusted
      ? " The figures have seasons: each month is shown less what its month of the year usually adds."
      : ""
    let unit = detail.row.definition.map { "Counted: \($0.unit), each month." } ?? ""
    let synthetic = detail.hasSyntheticMonths ? " Monthly figures are synthetic." : ""
    return "\(unit) Average and limits from all months of a stretch.\(season)\(synthetic)"
  }
}

/// What people said: commentary and judgements, the latest first, with those since replaced.
private struct SpokenSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    Sheet("What people said about it") {
      if detail.commentary.isEmpty, detail.judgements.isEmpty {
        p(.class("quiet flush")) { "Nobody has written about this indicator in this plan." }
      }
      if !detail.commentary.isEmpty {
        ol(.class("thread tight")) {
          for one in detail.commentary {
            li {
              h3 { one.period.words }
              p { one.words }
              p(.class("meta")) {
                "\(one.author), \(London.day(one.madeAt).words)"
                if one.supersededAt != nil { " · since replaced" }
              }
            }
          }
        }
      }
      if !detail.judgements.isEmpty {
        DataTable(
          caption: "States set by a person",
          columns: [.text("Period"), .text("State"), .text("Why"), .text("By")],
          rows: detail.judgements.map { one in
            [
              .text(one.period.words), .html { RatingMark(state: one.state) }, .text(one.reason),
              .text(one.supersededAt == nil ? one.author : "\(one.author); since replaced"),
            ]
          })
      }
    }
  }
}
