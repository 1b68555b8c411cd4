internal import Design
internal import HTTP
internal import Kernel

/// The form that adds a set of rules, still without dates.
struct LawSetForm {
  let new: NewLawSet

  init(_ fields: Fields, taken: Set<String>) throws(Refusal) {
    var form = FormReader(fields)
    let key = form.key(
      example: "local-2027", taken: "Another set is called that: choose another word"
    ) { $0 == "new" || taken.contains($0) }
    let title = form.text("title", or: "Enter what the set is called", limit: 120)
    let source = form.text(
      "source", or: "Enter where the rules are written, such as an Act or the partnership's policy")
    let kind: LawKind? = form.choice("kind", or: "Choose whether it is law or your own")
    let note = form.optionalText("note", limit: 500) ?? ""
    try form.finish()
    new = NewLawSet(key: key, title: title, source: source, isLaw: kind == .law, note: note)
  }
}

/// What a set is: whether its rules may be looser than those before.
enum LawKind: String, CaseIterable, Sendable {
  case law
  case own

  var title: String {
    switch self {
    case .law: "An Act or regulations"
    case .own: "The partnership’s own: it may be stricter than an Act, never looser"
    }
  }
}

/// The form that adds a rule to a set that is not in force yet.
struct LawRuleForm {
  let rule: LawRule

  /// Reads it; a rule of one's own is held against `acts`, what Acts and regulations say today.
  init(_ fields: Fields, _ set: LawSet, acts: LawOfDay) throws(Refusal) {
    var form = FormReader(fields)
    let power: Power? = form.choice("power", or: "Choose the power")
    let limit: LawLimit? = form.choice("limit", or: "Choose what is limited")
    let value: Int? = form.value("value", or: "Enter a whole number")
    if let limit, let value, !(0...limit.most).contains(value) {
      form.refuse("value", "Enter a whole number up to \(limit.most)")
    } else if let limit, value == 0, limit.unit != .duty {
      form.refuse("value", "Enter a number from 1")
    }
    let section = form.text(
      "section", or: "Enter the section or paragraph that says so", limit: 80)
    if set.rules.contains(where: { $0.power == power && $0.limit == limit }) {
      form.refuse("limit", "This set has a rule on that already")
    }
    if !set.isLaw, let power, let limit, let value {
      let rule = LawRule(power: power, limit: limit, value: value, section: section)
      if let act = acts.looserThan(rule) {
        form.refuse("value", "\(limit.allowance(act.value)) (\(act.citation))")
      }
    }
    try form.finish()
    guard let power, let limit, let value else { throw Refusal("", "Fill in the form again") }
    rule = LawRule(power: power, limit: limit, value: value, section: section)
  }
}
