internal import Design
internal import HTTP
internal import Markup
internal import Partnership

/// What the page of counts can be asked for.
struct CountsForm: HTML {
  let state: FormState
  let choices: CountsChoices

  var body: some HTML {
    let dimensions = CountsForm.dimensions.map { Choice($0.rawValue, $0.title) }
    FilterForm(to: IncidentRoute.counts(CountsFilter()).path) {
      if choices.sources.count > 1 {
        SelectField(
          "source", label: "Source", choices: choices.sources.map { Choice($0.key, $0.title) },
          in: state)
      }
      SelectField("by", label: "Count by", choices: dimensions, in: state)
      SelectField("then", label: "And by", choices: dimensions, empty: "Nothing else", in: state)
      SelectField("also", label: "Then by", choices: dimensions, empty: "Nothing else", in: state)
      TextField("from", label: "From, as 2026-01", in: state, width: .w8)
      TextField("to", label: "To, included", in: state, width: .w8)
      SelectField(
        "category", label: "Kind", choices: choices.categories.map { Choice($0, $0) },
        empty: "All kinds", in: state)
      SelectField("outcome", label: "Outcome", choices: outcomes, empty: "All", in: state)
      if !choices.forces.isEmpty {
        SelectField(
          "force", label: "Force", choices: choices.forces.map { Choice($0, $0) },
          empty: "The partnership's area", in: state)
      }
      if !choices.editions.isEmpty {
        TextField("area", label: "Only the area", in: state, width: .w20)
        TextField("edition", label: "Areas of year", in: state, width: .w8)
        SelectField(
          "per", label: "Rates per 1,000",
          choices: RateBasis.allCases.map { Choice($0.rawValue, $0.title.lowercased()) },
          in: state)
      }
      SubmitButton("Show", style: .line)
    }
    if !choices.editions.isEmpty {
      p(.class("quiet")) {
        "There are "
        choices.editions.map(\.words).joined(separator: "; ")
        ". One area is asked for by its code or name. Without a year the latest areas count; by LSOA "
        "without one, the codes the police give."
      }
    }
  }

  /// What is offered; one source has no use for counts by source.
  private static let dimensions = CountDimension.allCases.filter { $0 != .source }

  private var outcomes: [Choice] {
    [Choice(CountsReading.noOutcome, CountsQuestion.noOutcome)]
      + choices.outcomes.map { Choice($0, $0) }
  }
}
