import Database
import Design
import HTTP
import Kernel
import Markup

/// Code and name of a priority, and why it has no indicator where it has none.
enum PriorityForm {
  static func form(_ plan: Plan, _ priority: Priority?, of all: [Priority]) -> PlanForm {
    let now = priority?.text ?? PriorityText(code: "", title: "")
    return PlanForm(
      title: priority.map { "Change \($0.heading)" } ?? "Add a priority",
      lede: priority == nil ? "It stands after those that are there; it can be moved." : "",
      current: [
        ("code", now.code), ("title", now.title), ("unmeasured", now.unmeasured ?? ""),
      ],
      saved: priority == nil ? "The priority is added" : "The priority is changed",
      fields: { AnyHTML(PriorityFields(state: $0)) },
      apply: { form, editor, write in
        let text = PriorityText(
          code: form.optionalText("code", limit: 12) ?? "",
          title: form.text("title", or: "Enter the name of the priority"),
          unmeasured: form.optionalText("unmeasured", limit: 500))
        let others = all.filter { $0.id != priority?.id }
        if let same = others.first(where: { !$0.code.isEmpty && $0.code == text.code }) {
          form.refuse("code", "Choose another code: \(same.title) has this one")
        }
        if others.contains(where: { $0.title == text.title }) {
          form.refuse("title", "Choose another name: the plan has a priority of this one")
        }
        guard form.refused.isEmpty else { return }
        if let priority {
          try editor.change(priority, to: text, in: write)
        } else {
          try editor.add(text, in: write)
        }
      })
  }
}

private struct PriorityFields: HTML {
  let state: FormState

  var body: some HTML {
    Group {
      TextField("title", label: "Name of the priority", in: state)
      TextField(
        "code", label: "Code", hint: "Its letter or number in the plan, such as A; may be empty",
        in: state, width: .w4)
      TextArea(
        "unmeasured", label: "Why it has no indicator",
        hint: "Only where nothing measures it: the plan's page says so", in: state, rows: 2)
    }
  }
}
