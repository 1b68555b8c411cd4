internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows and changes what counts as a repeat caller.
struct RepeatRuleHandlers {
  let visit: StaffVisit

  func respond() throws -> Response {
    try CaseworkPolicy.require(.configure, visit.actor)
    guard visit.request.method == .post else {
      return page(try visit.read(RepeatRules.current), nil)
    }
    let form: RepeatRuleForm
    do throws(Refusal) { form = try RepeatRuleForm(visit.request.form) } catch {
      return page(
        try visit.read(RepeatRules.current),
        FormState(values: visit.request.form, refusal: error))
    }
    try visit.write { write in
      try RepeatRules.choose(form, by: visit.actor.account, visit.services, in: write)
    }
    return visit.redirect(to: ReportsRoute.repeatRule.path, saying: "The rule holds from now on")
  }

  private func page(_ rule: RepeatRule?, _ refused: FormState?) -> Response {
    .html(
      Page(
        frame: visit.frame, title: RepeatRulePage.title,
        crumbs: ServiceHandlers.crumbs(for: visit.actor),
        refusal: refused?.refusal
      ) {
        ErrorSummary(refused?.refusal)
        RepeatRulePage(rule: rule, state: refused ?? Self.state(rule), csrf: visit.frame.csrf)
      }, status: refused == nil ? 200 : 422)
  }

  private static func state(_ rule: RepeatRule?) -> FormState {
    guard let rule else { return FormState() }
    let chosen = Circumstance.allCases.filter(rule.circumstances.contains)
    return FormState(
      values: Fields(
        [("reports", String(rule.reports)), ("days", String(rule.days))]
          + chosen.map { ("vulnerable", $0.rawValue) }))
  }
}

/// The rule, or that none was chosen yet.
struct RepeatRulePage: HTML {
  static let title = "Repeat and vulnerable callers"
  let rule: RepeatRule?
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      Self.title,
      lede: "What the partnership calls a repeat caller. The rule is printed wherever it is used.")
    if let rule {
      Notice {
        p { "Rule \(rule.version), since \(London.day(rule.chosenAt).words): \(rule.words)." }
        p { "Vulnerable: \(rule.vulnerableWords)." }
      }
    } else {
      Notice(.warn) {
        p { "No rule is chosen: nobody is marked as a repeat caller, and nothing is counted." }
      }
    }
    PostForm(to: ReportsRoute.repeatRule.path, csrf: csrf) {
      TextField(
        "reports", label: "How many reports", hint: "The one looked at is one of them.", in: state,
        width: .w20, inputmode: "numeric")
      TextField(
        "days", label: "Within how many days",
        hint: "The days of the first and the last report are counted.", in: state, width: .w20,
        inputmode: "numeric")
      CheckboxField(
        "vulnerable", legend: "What makes a caller vulnerable",
        choices: Circumstance.allCases.map { Choice($0.rawValue, $0.title) },
        hint: "Any of these, in one of the reports.", in: state)
      SubmitButton("Let this rule hold")
    }
  }
}
