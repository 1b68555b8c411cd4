import Database
import Design
import HTTP
import Kernel
import Markup

/// What the plan calls an indicator, and why there is only a yearly figure.
enum NamesForm {
  static func form(_ member: PlanIndicator) -> PlanForm {
    let now = member.text
    return PlanForm(
      title: "Name and code of \(member.title)", lede: "",
      current: [
        ("title", now.title), ("code", now.code), ("section", now.section),
        ("annual", now.annualReason ?? ""),
      ],
      saved: "Name and code are changed",
      fields: { AnyHTML(NameFields(state: $0)) },
      apply: { form, editor, write in
        var text = now
        read(&form, into: &text)
        guard form.refused.isEmpty else { return }
        try editor.change(member, to: text, in: write)
      })
  }

  static func read(_ form: inout FormReader, into text: inout MemberText) {
    text.title = form.text("title", or: "Enter the name of the indicator")
    text.code = form.optionalText("code", limit: 20) ?? ""
    text.section = form.optionalText("section", limit: 100) ?? ""
    text.annualReason = form.optionalText("annual", limit: 500)
  }
}

/// The fields of an indicator's names.
struct NameFields: HTML {
  let state: FormState

  var body: some HTML {
    Group {
      TextField(
        "title", label: "Name of the indicator", hint: "As the plan has it", in: state)
      TextField(
        "code", label: "Code", hint: "Such as A1 or NI 16; may be empty, and may stand twice",
        in: state, width: .w8)
      TextField(
        "section", label: "Table of the plan",
        hint: "Only where one code stands in two tables", in: state, width: .w20)
      TextArea(
        "annual", label: "Why there is only a yearly figure",
        hint: "Only where it cannot be told by quarter", in: state, rows: 2)
    }
  }
}

/// Another code or name an indicator goes by.
enum AliasForm {
  static func form(_ member: PlanIndicator) -> PlanForm {
    PlanForm(
      title: "Another code for \(member.title)",
      lede: "Files of figures may then name the indicator by it.",
      current: [], saved: "The code is added",
      fields: { state in
        AnyHTML(
          TextField(
            "alias", label: "The other code",
            hint: "As another document or agency writes it, such as NI 115", in: state,
            width: .w20))
      },
      apply: { form, editor, write in
        let code = form.text("alias", or: "Enter the other code", limit: 40)
        guard form.refused.isEmpty else { return }
        let note = editor.reason
        try editor.addAlias(code, note: note, of: member, in: write)
        if editor.changes.isEmpty {
          form.refuse("alias", "The indicator has this code already: enter another")
        }
      })
  }
}
