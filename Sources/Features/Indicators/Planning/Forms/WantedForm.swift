import Database
import Design
import HTTP
import Kernel
import Markup

/// What the plan wants of an indicator from a month on.
enum WantedForm {
  static func form(
    _ plan: Plan, _ member: PlanIndicator, _ versions: [PolarityVersion], now month: Month
  ) -> PlanForm {
    let now = versions.isEmpty ? nil : versions.holding(in: month)?.polarity
    return PlanForm(
      title: "What the plan wants of \(member.title)",
      lede: "It holds for periods that begin in the month you give or later. Earlier ones keep "
        + "what was wanted then.",
      current: WantedInput.fields(now),
      defaults: versions.isEmpty ? [("from", plan.years.lowerBound.firstMonth.description)] : [],
      saved: "What the plan wants is changed",
      fields: { state in
        AnyHTML(
          Group {
            WantedFields(state: state)
            FromField(state: state)
          })
      },
      apply: { form, editor, write in
        let polarity = WantedInput.read(&form)
        let from = form.month("from", or: "Enter the month it holds from, such as 2027-04")
        guard form.refused.isEmpty, let polarity, let from else { return }
        try editor.want(polarity, from: from, of: member, in: write)
      })
  }
}

/// What a plan wants, as a form asks it.
enum WantedInput: String, CaseIterable {
  case higher, lower, neutral, phased

  /// The texts of the fields for what is wanted.
  static func fields(_ polarity: Polarity?) -> [(name: String, text: String)] {
    guard case .phased(let until, let then)? = polarity else {
      return [("wanted", polarity?.description ?? ""), ("until", ""), ("then", "")]
    }
    return [
      ("wanted", phased.rawValue), ("until", until.description), ("then", then.rawValue),
    ]
  }

  static func read(_ form: inout FormReader) -> Polarity? {
    let choice: WantedInput? = form.choice(
      "wanted", or: "Choose which way the plan wants the figure to go")
    switch choice {
    case nil: return nil
    case .higher: return .higher
    case .lower: return .lower
    case .neutral: return .neutral
    case .phased:
      let until = form.month("until", or: "Enter the month it turns in, such as 2027-04")
      let then: Polarity.Direction? = form.choice(
        "then", or: "Choose which way is wanted from that month on")
      guard let until, let then else { return nil }
      return .phased(until: until, then: then)
    }
  }

  var choice: Choice {
    switch self {
    case .higher: Choice(rawValue, "Up", hint: "More is better, such as reports that are asked for")
    case .lower: Choice(rawValue, "Down", hint: "Less is better, such as offences")
    case .neutral:
      Choice(rawValue, "Neither way", hint: "The figure is context and is not rated")
    case .phased:
      Choice(rawValue, "First one way, then the other", hint: "Say below when it turns, and how")
    }
  }
}

/// The fields that ask what the plan wants.
struct WantedFields: HTML {
  let state: FormState

  var body: some HTML {
    Group {
      RadioField(
        "wanted", legend: "Which way the plan wants the figure to go",
        choices: WantedInput.allCases.map(\.choice), in: state)
      TextField(
        "until", label: "If it turns: the month from which it is wanted the other way",
        hint: "Such as 2027-04", in: state, width: .w8)
      RadioField(
        "then", legend: "If it turns: which way from that month on",
        choices: [Choice("higher", "Up"), Choice("lower", "Down")], in: state)
    }
  }
}

/// The month a change holds from.
struct FromField: HTML {
  let state: FormState

  var body: some HTML {
    TextField(
      "from", label: "From which month on", hint: "Year and month, such as 2027-04", in: state,
      width: .w8)
  }
}
