import Database
import Design
import HTTP
import Kernel
import Markup

/// A month from which the figures are no longer the same measure.
enum BreaksForm {
  static func form(_ member: PlanIndicator, settled: Month?) -> PlanForm {
    PlanForm(
      title: "Break in \(member.title)",
      lede: "Figures before and after it are never set against each other, in any plan that holds "
        + "the indicator.",
      current: [], saved: "The break is marked",
      fields: { AnyHTML(BreakFields(state: $0)) },
      apply: { form, editor, write in
        let kind: SeriesBreak.Kind? = form.choice("kind", or: "Choose what changed")
        let month = form.month("from", or: "Enter the first month counted the new way")
        if let month, let message = SharedRule.refusal(from: month, settled: settled) {
          form.refuse("from", message)
        }
        guard form.refused.isEmpty, let kind, let month else { return }
        try editor.addBreak(
          SeriesBreak(month: month, kind: kind, reason: editor.reason), of: member, in: write)
        if editor.changes.isEmpty {
          form.refuse("from", "This break is marked already: enter another month")
        }
      })
  }
}

private struct BreakFields: HTML {
  let state: FormState

  var body: some HTML {
    Group {
      RadioField(
        "kind", legend: "What changed",
        choices: SeriesBreak.Kind.allCases.map { Choice($0.rawValue, $0.words) }, in: state)
      FromField(state: state)
    }
  }
}
