import Access
import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// What an indicator counts from a month on.
struct DefinitionForm {
  let member: PlanIndicator
  let versions: [Definition]
  let settled: Month?
  let agencies: [Agency]
  let measures: [Measure]
  let start: Month

  private var now: Definition? { versions.max { $0.validFrom < $1.validFrom } }

  var form: PlanForm {
    PlanForm(
      title: now == nil ? "Define \(member.title)" : "Definition of \(member.title)",
      lede: now.map {
        "Definition \($0.number) holds from \($0.validFrom.words). Months before the one you give "
          + "keep the definition they have. Give \($0.validFrom.words) again to correct that one."
      } ?? "Say exactly what one of the counted is, so that nobody compares two things.",
      current: texts,
      defaults: now == nil ? [("from", start.description)] : [],
      saved: "The definition is saved",
      fields: {
        AnyHTML(
          DefinitionFields(
            agencies: agencies, measures: measures, isFirst: versions.isEmpty, state: $0))
      },
      apply: { form, editor, write in
        let breaks = form.ticked("breaks")
        guard let definition = read(&form), form.refused.isEmpty else { return }
        try editor.define(definition, of: member, breaks: breaks, in: write)
      })
  }

  private var texts: [(name: String, text: String)] {
    [
      ("kind", now?.kind.rawValue ?? ""), ("unit", now?.unit ?? ""),
      ("numerator", now?.numerator ?? ""), ("denominator", now?.denominator ?? ""),
      ("source", now?.source ?? ""), ("agency", now?.organisation?.description ?? ""),
      ("owner", now?.owner ?? ""), ("frequency", now?.frequency.rawValue ?? ""),
      ("measure", now?.measure ?? ""),
    ]
  }

  private func read(_ form: inout FormReader) -> Definition? {
    let kind: FigureKind? = form.choice("kind", or: "Choose what kind of number it is")
    let frequency: Definition.Frequency? = form.choice(
      "frequency", or: "Choose how often there is a figure")
    let unit = form.text("unit", or: "Enter what one of the counted is, such as offence", limit: 60)
    let numerator = form.text("numerator", or: "Enter what is counted")
    let denominator = form.optionalText("denominator")
    let source = form.text("source", or: "Enter where the figures come from")
    let agency = form.optionalText("agency").flatMap { chosen in
      agencies.first { $0.id.description == chosen }
    }
    let owner = form.optionalText("owner") ?? agency?.name
    if owner == nil { form.refuse("owner", "Choose or enter who answers for the figures") }
    let measure = form.optionalText("measure").flatMap { key in
      measures.first { $0.key == key }
    }
    let from = form.month("from", or: "Enter the first month counted this way, such as 2029-04")
    if let from,
      let message = SharedRule.refusal(defining: from, after: versions, settled: settled)
    {
      form.refuse("from", message)
    }
    if let kind, let message = DefinitionRule.refusal(kind, denominator: denominator) {
      form.refuse("denominator", message)
    }
    if let measure, let message = DefinitionRule.refusal(unit: unit, measure) {
      form.refuse("measure", message)
    }
    guard let kind, let frequency, let owner, let from else { return nil }
    return Definition(
      validFrom: from, kind: kind, unit: unit, numerator: numerator, denominator: denominator,
      source: source, owner: owner, organisation: agency?.id, frequency: frequency,
      measure: measure?.key)
  }
}

/// What a definition must hold together.
enum DefinitionRule {
  /// Why kind and denominator do not go together; `nil` where they do.
  static func refusal(_ kind: FigureKind, denominator: String?) -> String? {
    switch kind {
    case .percentage, .rate:
      denominator == nil ? "Enter what the number counted is out of" : nil
    case .count, .level:
      denominator == nil ? nil : "Leave this empty: a number counted is out of nothing"
    case .average: nil
    }
  }

  /// Why figures of one unit are not worked out by records of another; `nil` where the two are one.
  ///
  /// Calls, incidents, offences, victims, arrests and people charged are different counts: records of
  /// one never go on with the series of another.
  static func refusal(unit: String, _ measure: Measure) -> String? {
    guard !isSame(unit, measure.unit) else { return nil }
    return "Choose other records: these count each \(measure.unit), and one of the counted is "
      + "“\(unit)”"
  }

  /// Whether two units are one, whatever their case; the plural is the same unit.
  static func isSame(_ unit: String, _ other: String) -> Bool {
    func plain(_ text: String) -> String {
      let text = text.lowercased()
      return text.hasSuffix("s") ? String(text.dropLast()) : text
    }
    return plain(unit) == plain(other)
  }
}
