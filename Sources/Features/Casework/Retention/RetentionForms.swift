internal import Design
internal import HTTP
internal import Kernel

/// A rule set anew, from a day on.
struct RuleForm {
  let kind: RetentionKind
  /// The version that was looked at.
  let version: Int
  let months: Int
  let from: Day
  let source: String

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let kind: RetentionKind? = form.choice("kind", or: "Choose the kind of record")
    source = form.text(
      "source", or: "Enter who says so, such as the policy and its date", limit: 200)
    let months = Int(fields["months"] ?? "").flatMap {
      (1...RetentionRule.mostMonths).contains($0) ? $0 : nil
    }
    if months == nil {
      form.refuse("months", "Enter a whole number of months from 1 to \(RetentionRule.mostMonths)")
    }
    let typed = form.optionalDay("from", "First day", fields)
    if let typed, typed < today { form.refuse("from-day", "Choose today or a later day") }
    let version = Int(fields["\(kind?.rawValue ?? "")-version"] ?? "")
    try form.finish()
    guard let kind, let months, let version else {
      throw Refusal("kind", "Load the page again and change it there")
    }
    self.kind = kind
    self.months = months
    self.version = version
    from = typed ?? today
  }
}

/// Keeping a record until a day.
struct HoldForm {
  let ground: HoldGround
  let until: Day
  let reason: Sensitive<String>

  init(ground: HoldGround, until: Day, reason: Sensitive<String>) {
    self.ground = ground
    self.until = until
    self.reason = reason
  }

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let ground: HoldGround? = form.choice("ground", or: "Choose why it is kept")
    let words = form.text("hold-reason", or: "Enter the reason", limit: 500)
    var until: Day?
    do throws(Refusal) { until = try DateInput.day("until", "Last day", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    if let until, until <= today { form.refuse("until-day", "Choose a day after today") }
    try form.finish()
    guard let ground, let until else { throw Refusal("ground", "Choose why it is kept") }
    self.init(ground: ground, until: until, reason: Sensitive(words))
  }
}
