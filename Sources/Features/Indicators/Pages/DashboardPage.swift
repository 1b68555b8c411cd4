import Design
import Kernel
import Markup

/// A plan's indicators for one period, as one page.
struct DashboardPage: HTML {
  let dashboard: Dashboard
  let filter: DashboardFilter
  let plans: [Plan]

  var body: some HTML {
    let groups = filter.applied(to: dashboard)
    Group {
      PageHead("How we are doing", kicker: kicker, lede: dashboard.plan.title) {
        div(.class("row tight no-print")) {
          LinkButton("Download CSV", to: IndicatorRoute.export(stated, .csv).path)
          LinkButton("Download XLSX", to: IndicatorRoute.export(stated, .xlsx).path)
        }
      }
      DashboardFilterForm(dashboard: dashboard, filter: filter, plans: plans)
      DashboardFacts(dashboard: dashboard)
      SourceNotice(plan: dashboard.plan)
      if groups.isEmpty {
        Sheet {
          p(.class("flush")) {
            dashboard.rows.isEmpty
              ? "This plan has no indicators yet: they are added on its page, under Plans."
              : "No indicator of this plan fits what you chose."
          }
        }
      }
      for group in groups {
        DashboardTable(dashboard: dashboard, group: group)
      }
      RuleUsed(plan: dashboard.plan)
    }
  }

  /// The filter with plan and period named, for links that must not drift.
  private var stated: DashboardFilter {
    DashboardFilter(plan: dashboard.plan.slug, period: dashboard.period)
  }

  private var kicker: String {
    let months = ReportingSpans.words(dashboard.spans.now)
    let so = dashboard.spans.isPartial ? ", so far" : ""
    return "\(months)\(so), against the same months the year before"
  }
}

/// Where the figures of the plan come from.
private struct SourceNotice: HTML {
  let plan: Plan

  var body: some HTML {
    if plan.kind == .archive {
      Notice {
        p {
          strong { "As published. " }
          "Figures and states are those of the document; nothing is added to them. Source: "
          plan.source
          "."
        }
      }
    }
  }
}

/// How many rows have which state: computed, against their target, given by a person, and beyond
/// chance, each apart.
private struct DashboardFacts: HTML {
  let dashboard: Dashboard

  var body: some HTML {
    let tolerance = FigureText.value(dashboard.plan.tolerance, .percentage)
    Facts([
      Fact("Computed: not worse", note: "Green") { count(.green) },
      Fact("Computed: worse by up to \(tolerance)", note: "Amber") { count(.amber) },
      Fact("Computed: worse by more than \(tolerance)", note: "Red") { count(.red) },
      Fact("No state computed", note: "No comparison, a break, or no wanted way") {
        count(.none)
      },
      Fact("Targets of the year met", targetsMet, note: targets, isBig: true),
      Fact(
        "Set by a person", NumberText.whole(dashboard.judgedCount), note: judged, isBig: true),
      Fact(
        "More than chance gives", NumberText.whole(dashboard.beyondChance),
        note: "of \(NumberText.whole(dashboard.tested)) that can be tested, allowing for so many",
        isBig: true),
    ])
  }

  private func count(_ state: RatingState) -> some HTML {
    span(.class("big")) {
      RatingMark(state: state, words: NumberText.whole(dashboard.computed(state)))
    }
  }

  private var targetCount: Int { dashboard.rows.count { $0.target != nil } }

  private var targetsMet: String {
    targetCount == 0 ? "None set" : NumberText.whole(dashboard.targets(.met))
  }

  private var targets: String {
    let states = TargetStanding.allCases.dropFirst().compactMap { standing -> String? in
      let count = dashboard.targets(standing)
      return count == 0 ? nil : "\(NumberText.whole(count)) \(standing.words)"
    }
    let without = dashboard.rows.count - targetCount
    return (states + (without == 0 ? [] : ["\(NumberText.whole(without)) without a target"]))
      .joined(separator: ", ")
  }

  private var judged: String {
    let states = [RatingState.green, .amber, .red].compactMap { state -> String? in
      let count = dashboard.judged(state)
      return count == 0 ? nil : "\(NumberText.whole(count)) \(state.words)"
    }
    let differ = "\(NumberText.whole(dashboard.disputed)) otherwise than computed"
    return (states + [differ]).joined(separator: ", ")
  }
}

/// How the states come about, in the words of the rule.
private struct RuleUsed: HTML {
  let plan: Plan

  var body: some HTML {
    let tolerance = FigureText.value(plan.tolerance, .percentage)
    Sheet("Rule used") {
      p(.class("small")) {
        "Change is this figure less that of the same months a year before, in per cent of the "
        "earlier one, for percentages too; their change in points stands below it. Not worse is "
        "Green, worse by up to \(tolerance) Amber, worse by more Red. What is worse depends on "
        "what the plan wants of each indicator. Without an earlier figure there is no computed "
        "state; across a break in definition, method or recording the two are not compared."
      }
      p(.class("small flush")) {
        "Chance is the range within which two counts of the same level differ 95 times in 100, "
        "wider where months come in bursts; where no months are known it is at least as wide. The "
        "number at the top allows for how many were tested (false-discovery rate 5%). Chance says "
        "nothing of cause. A target, and how far off "
        "it is, is another fact than the direction of travel. A person's state stands beside the "
        "computed one and never takes its place."
      }
    }
  }
}
