import Database
import Design
import HTTP
import Kernel
import Markup

/// Title, source and tolerance of a plan.
enum FactsForm {
  static func form(_ plan: Plan) -> PlanForm {
    PlanForm(
      title: "Change the plan",
      lede: "The years and the plan's word in addresses stay as they are.",
      current: [
        ("title", plan.title), ("source", plan.source),
        ("tolerance", plan.tolerance.description),
      ],
      saved: "The plan is changed",
      fields: { AnyHTML(FactsFields(state: $0)) },
      apply: { form, editor, write in
        let text = read(&form)
        guard form.refused.isEmpty, let text else { return }
        try editor.change(to: text, in: write)
      })
  }

  /// Reads the three fields; `nil` where the tolerance is none.
  static func read(_ form: inout FormReader) -> PlanText? {
    let title = form.text("title", or: "Enter the title of the plan")
    let source = form.text("source", or: "Enter the document or meeting it was agreed in")
    let typed = form.text("tolerance", or: "Enter the tolerance in per cent, such as 5", limit: 12)
    guard let tolerance = tolerance(typed) else {
      form.refuse("tolerance", "Enter a tolerance from 0 to 100 per cent, such as 5 or 7.5")
      return nil
    }
    return PlanText(title: title, source: source, tolerance: tolerance)
  }

  /// Reads `5`, `7.5` or `5%`.
  static func tolerance(_ text: String) -> Figure? {
    let bare = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let figure = Figure(bare), (Figure.zero...Figure(100)).contains(figure) else {
      return nil
    }
    return figure
  }
}

/// The fields of a plan itself, also of one still to be made.
struct FactsFields: HTML {
  let state: FormState

  var body: some HTML {
    Group {
      TextField("title", label: "Title of the plan", in: state)
      TextField(
        "source", label: "Where it was agreed",
        hint: "The document or meeting, such as: Partnership board, 3 March 2029", in: state)
      TextField(
        "tolerance", label: "How much worse is still amber, in %",
        hint: "A change for the worse up to this much is Amber, a larger one Red. Usual: 5",
        in: state, width: .w4, inputmode: "decimal")
    }
  }
}

/// Closes a plan to change, or opens it again.
enum ClosingForm {
  static func form(_ plan: Plan) -> PlanForm {
    let isOpen = plan.closedAt == nil
    return PlanForm(
      title: isOpen ? "Close the plan to change" : "Open the plan again",
      lede: isOpen
        ? "Its priorities, indicators and targets then stay as they are. Figures of its years can "
          + "still be entered, corrected and published."
        : "Its priorities, indicators and targets can then be changed again.",
      current: [], saved: isOpen ? "The plan is closed to change" : "The plan is open to change",
      fields: { _ in AnyHTML("") },
      apply: { form, editor, write in
        guard form.refused.isEmpty else { return }
        try editor.setOpen(!isOpen, in: write)
      })
  }
}
