import Design
import Kernel
import Markup
import Partnership

/// The fields of a definition.
struct DefinitionFields: HTML {
  let agencies: [Agency]
  let measures: [Measure]
  let isFirst: Bool
  let state: FormState

  var body: some HTML {
    Group {
      RadioField(
        "kind", legend: "What kind of number it is",
        choices: FigureKind.allCases.map { Choice($0.rawValue, $0.words, hint: $0.explanation) },
        in: state)
      TextField(
        "unit", label: "What one of the counted is",
        hint:
          "Such as offence, person, victim, call, report, order. Where it is another thing than "
          + "before, a break is marked", in: state, width: .w20)
      TextField("numerator", label: "What is counted", in: state)
      TextField(
        "denominator", label: "What it is out of", hint: "For percentages and rates", in: state)
      source
      FromField(state: state)
      if !isFirst {
        CheckboxField(
          "breaks", label: "Figures before and after cannot be compared",
          hint: "Marks a break in the series with the same reason", in: state)
      }
    }
  }

  private var source: some HTML {
    Group {
      TextField("source", label: "Where the figures come from", in: state)
      SelectField(
        "agency", label: "Who owes the figures",
        choices: agencies.map { Choice($0.id.description, $0.name) },
        hint: "The agency whose return asks for them", empty: "None of the partnership's bodies",
        in: state)
      TextField(
        "owner", label: "Who answers for them, in words",
        hint: "May be left empty where an agency is chosen", in: state, width: .w20)
      RadioField(
        "frequency", legend: "How often there is a figure",
        choices: Definition.Frequency.allCases.map { Choice($0.rawValue, $0.label) }, in: state)
      SelectField(
        "measure", label: "Records that count it",
        choices: measures.map {
          Choice($0.key, "\($0.title), each \($0.unit)\($0.provisional ? " (provisional)" : "")")
        },
        hint: "Figures are then worked out from records held here. They must count the same thing",
        empty: "None: figures are typed or returned", in: state)
    }
  }
}

extension FigureKind {
  /// What the kind means for adding figures up.
  fileprivate var explanation: String {
    switch self {
    case .count: "Months add up to a year"
    case .percentage: "A share, written 69 for 69%"
    case .rate: "So many per 1,000 people or households"
    case .average: "A mean, such as years until a report"
    case .level: "Such as 12 of 20; never adds up"
    }
  }
}

extension Definition.Frequency {
  fileprivate var label: String {
    switch self {
    case .month: "Every month"
    case .quarter: "Every quarter"
    case .year: "Once a year"
    }
  }
}
