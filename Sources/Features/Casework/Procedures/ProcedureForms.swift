internal import Design
internal import HTTP
internal import Kernel

/// Which month is sampled, how many cases, and with which seed.
struct DrawForm {
  static let sizes = 1...100
  static let usual = 10

  let month: Month
  let size: Int
  let seed: UInt64

  /// `seed` is nobody's choice: who knows which cases it draws could pick a sample that looks well.
  init(_ fields: Fields, closed: Int, now: Day, seed: UInt64) throws(Refusal) {
    var form = FormReader(fields)
    let month: Month? = form.value("month", or: "Enter a month such as 2026-10")
    let wrong = "Enter how many cases, from 1 to \(Self.sizes.upperBound)"
    let size: Int = form.value("size", or: wrong) ?? 0
    if !Self.sizes.contains(size) { form.refuse("size", wrong) }
    if let month, month >= now.month {
      form.refuse("month", "Choose a month that is over: its cases may still be closed")
    } else if closed == 0 {
      form.refuse("month", "No case was closed in this month")
    }
    try form.finish()
    guard let month else { throw Refusal("month", "Enter a month such as 2026-10") }
    self.month = month
    self.size = size
    self.seed = seed
  }
}

/// What a manager found of one case, and why where the record says otherwise.
struct ScoreForm {
  let verdict: ProcedureScore.Verdict
  let note: String

  init(_ fields: Fields, _ checked: CheckedCase) throws(Refusal) {
    var form = FormReader(fields)
    let verdict: ProcedureScore.Verdict? = form.choice(
      "verdict", or: "Choose whether the procedure was followed")
    note = form.optionalText("note", limit: 4000) ?? ""
    if let verdict, (verdict == .followed) != checked.isFollowed, note.isEmpty {
      form.refuse("note", "Enter why you judge it otherwise than the record does")
    }
    try form.finish()
    guard let verdict else { throw Refusal("verdict", "Choose whether it was followed") }
    self.verdict = verdict
  }
}

/// A version of a checklist: for which cases, from which day, and which steps.
struct ChecklistForm {
  let procedure: Procedure

  init(
    _ fields: Fields, among procedures: [Procedure], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let title = form.text("title", or: "Enter what the procedure is called", limit: 120)
    let kinds = Set(
      fields.all("kind").filter { id in ReportKind.all.contains { $0.id == id } })
    let from = form.optionalDay("from", "First day", fields)
    if let from {
      if from < today { form.refuse("from-day", "Choose today or a later day") }
    } else {
      form.refuse("from-day", "Enter the first day it holds on")
    }
    let steps = Self.steps(fields, &form)
    let key = fields["key"].flatMap { typed in procedures.first { $0.key == typed }?.key }
    if key == nil, kinds.isEmpty {
      form.refuse("kind", "Choose the kinds of cases a new procedure is for")
    }
    if key == Self.general, !kinds.isEmpty {
      form.refuse("kind", "This one is for all cases that no other is for: choose none")
    } else if let key, key != Self.general, kinds.isEmpty {
      form.refuse("kind", "Choose the kinds of cases it is for")
    }
    try form.finish()
    guard let from else { throw Refusal("from-day", "Enter the first day it holds on") }
    let last = procedures.filter { $0.key == key }.map(\.version).max() ?? 0
    procedure = Procedure(
      key: key ?? "p\(Set(procedures.map(\.key)).count + 1)", version: last + 1, title: title,
      kinds: kinds, validFrom: from, steps: steps)
  }

  /// The procedure of all cases that no other is for.
  static let general = "case"

  private static func steps(_ fields: Fields, _ form: inout FormReader) -> [ProcedureStep] {
    let chosen = Set(fields.all("step").compactMap(StepKind.init(rawValue:)))
    if chosen.isEmpty { form.refuse("step", "Choose at least one step") }
    return StepKind.allCases.filter(chosen.contains).map { kind in
      guard kind.hasDays else { return ProcedureStep(kind: kind, days: nil) }
      let days = Int(fields["days-\(kind.rawValue)"] ?? "")
      guard let days, (1...60).contains(days) else {
        form.refuse("days-\(kind.rawValue)", "Enter working days from 1 to 60")
        return ProcedureStep(kind: kind, days: 1)
      }
      return ProcedureStep(kind: kind, days: days)
    }
  }
}
