import Database
import Design
import HTTP
import Kernel
import Markup

/// Takes an indicator into a priority: a new one, or one that another plan has.
enum NewIndicatorForm {
  static func form(_ plan: Plan, _ priority: Priority, others: [Indicator]) -> PlanForm {
    PlanForm(
      title: "Add an indicator to \(priority.heading)",
      lede: "One that another plan has keeps its definition and its figures. A new one is defined "
        + "on the next page.",
      current: [],
      defaults: [("from", plan.years.lowerBound.firstMonth.description)],
      saved: "The indicator is added. Define it and set its targets here",
      fields: { AnyHTML(NewIndicatorFields(others: others, state: $0)) },
      apply: { form, editor, write in
        var text = MemberText(title: "")
        let existing = existing(&form, others)
        if let existing, form.optionalText("title") == nil {
          text.code = form.optionalText("code", limit: 20) ?? ""
          text.section = form.optionalText("section", limit: 100) ?? ""
          text.annualReason = form.optionalText("annual", limit: 500)
          text.title = existing.title
        } else {
          NamesForm.read(&form, into: &text)
        }
        let polarity = WantedInput.read(&form)
        let from = form.month("from", or: "Enter the month it is wanted from, such as 2029-04")
        let isTaken = try MembershipStore.all(of: plan.id, in: write).contains {
          $0.title == text.title && $0.section == text.section
        }
        if isTaken {
          form.refuse("title", "The plan has an indicator of this name: choose another")
        }
        guard form.refused.isEmpty, let polarity, let from else { return }
        let member = try editor.add(text, to: priority.id, as: existing?.id, in: write)
        try editor.want(polarity, from: from, of: member, in: write)
      })
  }

  private static func existing(_ form: inout FormReader, _ others: [Indicator]) -> Indicator? {
    guard let chosen = form.optionalText("existing") else { return nil }
    let found = others.first { $0.id.description == chosen }
    if found == nil { form.refuse("existing", "Choose an indicator that is on the list") }
    return found
  }
}

private struct NewIndicatorFields: HTML {
  let others: [Indicator]
  let state: FormState

  var body: some HTML {
    Group {
      if !others.isEmpty {
        SelectField(
          "existing", label: "An indicator that another plan has",
          choices: others.map { Choice($0.id.description, $0.title) },
          hint: "Its name may then be left empty below", empty: "None: it is a new one", in: state)
      }
      NameFields(state: state)
      WantedFields(state: state)
      FromField(state: state)
    }
  }
}
