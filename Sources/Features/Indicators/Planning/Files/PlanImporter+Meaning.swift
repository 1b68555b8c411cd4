import Commands
import Database
import Kernel
import Partnership

extension PlanImporter {
  /// Says what is wanted, with the line's own reason where it gives one.
  mutating func want(
    _ member: PlanIndicator, _ line: PlanTable.Line, in write: Write
  ) throws {
    let text = line[.wanted].lowercased()
    guard !text.isEmpty else { return }
    guard let polarity = Polarity(text) else {
      throw line.refused(
        .wanted,
        "“\(line[.wanted])” is not known. Use higher, lower, neutral, or phased with the "
          + "month it turns and the way from then on: phased 2027-04 lower.")
    }
    let month = try line.month(.wantedFrom, or: plan.years.lowerBound.firstMonth)
    let usual = editor.reason
    defer { editor.reason = usual }
    if let own = try line.optional(.wantedReason, limit: 500) { editor.reason = own }
    try editor.want(polarity, from: month, of: member, in: write)
  }

  /// Defines the indicator, where the line says something else than what holds.
  mutating func define(
    _ member: PlanIndicator, _ line: PlanTable.Line, in write: Write
  ) throws {
    let definition = try definition(of: line)
    let versions = try IndicatorStore.definitions(of: member.indicator, in: write)
    if !versions.isEmpty,
      versions.holding(in: definition.validFrom)?.summary == definition.summary
    {
      return
    }
    if let measure = measures.first(where: { $0.key == definition.measure }),
      let message = DefinitionRule.refusal(unit: definition.unit, measure)
    {
      throw line.refused(.measure, "\(message).")
    }
    let settled = try SharedRule.settled(of: member.indicator, in: write)
    if let message = SharedRule.refusal(
      defining: definition.validFrom, after: versions, settled: settled)
    {
      throw line.refused(.definedFrom, "\(message).")
    }
    try editor.define(definition, of: member, breaks: false, in: write)
  }

  private func definition(of line: PlanTable.Line) throws -> Definition {
    let kind: FigureKind = try line.choice(.kind)
    let denominator = try line.optional(.denominator)
    if let message = DefinitionRule.refusal(kind, denominator: denominator) {
      throw line.refused(.denominator, "\(message).")
    }
    let key = line[.agency]
    let agency = agencies.first { $0.key == key }
    if agency == nil, !key.isEmpty {
      let known = agencies.map(\.key).joined(separator: ", ")
      throw line.refused(.agency, "there is no agency “\(key)”. Known: \(known).")
    }
    guard let owner = try line.optional(.owner) ?? agency?.name else {
      throw line.refused(.owner, "say who answers for the figures.")
    }
    let measure = try line.optional(.measure)
    if let measure, !measures.contains(where: { $0.key == measure }) {
      let known = measures.map(\.key).joined(separator: ", ")
      throw line.refused(.measure, "no records count “\(measure)”. Known: \(known).")
    }
    return Definition(
      validFrom: try line.month(.definedFrom, or: plan.years.lowerBound.firstMonth), kind: kind,
      unit: try line.required(.unit, "say what one of the counted is, such as offence.", limit: 60),
      numerator: try line.optional(.numerator) ?? line.required(.indicator, "it has no name."),
      denominator: denominator,
      source: try line.required(.source, "say where the figures come from."), owner: owner,
      organisation: agency?.id, frequency: try line.choice(.frequency), measure: measure)
  }
}
