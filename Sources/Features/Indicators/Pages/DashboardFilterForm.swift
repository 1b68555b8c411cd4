import Design
import HTTP
import Kernel
import Markup

/// Plan, period, priority and state to show, as a form that changes the address.
struct DashboardFilterForm: HTML {
  let dashboard: Dashboard
  let filter: DashboardFilter
  let plans: [Plan]

  var body: some HTML {
    form(
      .class("inline-form no-print"), .method(.get),
      .action(IndicatorRoute.dashboard(DashboardFilter()).path)
    ) {
      SelectField(
        "plan", label: "Plan", choices: plans.map { Choice($0.slug, $0.title) }, in: state)
      SelectField("period", label: "Period", choices: periods, in: state)
      SelectField(
        "priority", label: "Priority", choices: priorities, empty: "All priorities", in: state)
      SelectField(
        "state", label: "State",
        choices: RatingState.allCases.map { Choice($0.rawValue, $0.words) },
        empty: "All states", in: state)
      SubmitButton("Show", style: .line)
    }
  }

  private var state: FormState {
    FormState(
      values: Fields([
        ("plan", dashboard.plan.slug), ("period", dashboard.period.description),
        ("priority", filter.priority ?? ""), ("state", filter.state?.rawValue ?? ""),
      ]))
  }

  /// The years of the plan and of the year before, each with its quarters.
  private var periods: [Choice] {
    let first = dashboard.plan.years.lowerBound.start
    let last = dashboard.plan.years.upperBound.start
    var found: [Period] = []
    for start in (first...last).reversed() {
      let year = FinancialYear(startingIn: start)
      found.append(.year(year))
      found += year.quarters.reversed().map(Period.quarter)
    }
    if !found.contains(dashboard.period) { found.insert(dashboard.period, at: 0) }
    return found.map { Choice($0.description, $0.words) }
  }

  private var priorities: [Choice] {
    dashboard.groups.map { Choice($0.priority.code, $0.priority.title) }
  }
}
