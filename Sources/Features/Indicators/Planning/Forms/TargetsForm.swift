import Database
import Design
import HTTP
import Kernel
import Markup

/// Baseline, basis, and the target of each year in the plan's own words.
enum TargetsForm {
  static func form(_ plan: Plan, _ member: PlanIndicator, _ targets: [TargetVersion]) -> PlanForm {
    let standing = targets.filter { $0.supersededAt == nil }.map(\.target)
    let texts = plan.allYears.map { year in
      (
        name: field(year),
        text: standing.first { $0.period == .year(year) }?.statement.words ?? ""
      )
    }
    return PlanForm(
      title: "Targets of \(member.title)",
      lede: "In the plan's own words: a level (461, 44%), a change (-4.2%, +5%), or words such as "
        + "“Not set”, “TBC”, “To be baselined”, “Delayed 29/30”.",
      current: [("baseline", member.text.baseline ?? ""), ("basis", member.basis.rawValue)] + texts,
      saved: "The targets are changed",
      fields: { AnyHTML(TargetFields(years: plan.allYears, state: $0)) },
      apply: { form, editor, write in
        let input = read(&form, plan.allYears, held: texts)
        guard form.refused.isEmpty, let input else { return }
        var text = member.text
        text.baseline = input.baseline
        text.basis = input.basis
        try editor.change(member, to: text, in: write)
        for (year, words) in input.targets {
          try editor.setTarget(words, for: year, of: member, in: write)
        }
      })
  }

  static func field(_ year: FinancialYear) -> String { "target-\(year.start)" }

  private struct Input {
    var baseline: String?
    let basis: TargetBasis
    var targets: [(FinancialYear, String)] = []
  }

  private static func read(
    _ form: inout FormReader, _ years: [FinancialYear], held: [(name: String, text: String)]
  ) -> Input? {
    let baseline = form.optionalText("baseline", limit: 100)
    var targets: [(FinancialYear, String)] = []
    for (year, held) in zip(years, held) {
      if let words = form.optionalText(held.name, limit: 100) {
        targets.append((year, words))
      } else if !held.text.isEmpty {
        form.refuse(held.name, "A target cannot be emptied: write “Not set” or “None”")
      }
    }
    guard let basis: TargetBasis = form.choice("basis", or: "Choose what the targets are of")
    else { return nil }
    if let message = BasisRule.refusal(basis, targets.map(\.1)) { form.refuse("basis", message) }
    return Input(baseline: baseline, basis: basis, targets: targets)
  }
}

/// When a plan's percentages need a basis.
enum BasisRule {
  /// Why the basis does not fit the targets; `nil` where it does.
  static func refusal(_ basis: TargetBasis, _ targets: [String]) -> String? {
    let changes = targets.filter {
      guard case .change = TargetStatement(target: $0).meaning else { return false }
      return true
    }
    guard basis == .absolute, let first = changes.first else { return nil }
    return "Choose what “\(first)” is a percentage of: the year before or the baseline. Where the "
      + "plan does not say, choose “\(TargetBasis.notStated.choice.label)”"
  }
}

extension TargetBasis {
  /// The basis as a form asks it.
  var choice: Choice {
    switch self {
    case .absolute: Choice(rawValue, "Each target is the level itself")
    case .chained:
      Choice(rawValue, "A percentage is a change on the target of the year before")
    case .ofBaseline: Choice(rawValue, "A percentage is a change on the baseline, every year")
    case .notStated:
      Choice(
        rawValue, "The plan does not say",
        hint: "Both readings are shown until somebody finds out; nothing is guessed")
    }
  }
}

extension Plan {
  /// Its years, the first first.
  var allYears: [FinancialYear] {
    (years.lowerBound.start...years.upperBound.start).map { FinancialYear(startingIn: $0) }
  }
}

private struct TargetFields: HTML {
  let years: [FinancialYear]
  let state: FormState

  var body: some HTML {
    Group {
      TextField(
        "baseline", label: "Baseline",
        hint: "The figure it starts from, with its period and any note in brackets, such as "
          + "336 (2007/08, three quarters made up to a year)", in: state)
      for year in years {
        TextField(
          TargetsForm.field(year), label: "Target for \(year)", in: state, width: .w20)
      }
      RadioField(
        "basis", legend: "What the targets are", choices: TargetBasis.allCases.map(\.choice),
        in: state)
    }
  }
}
