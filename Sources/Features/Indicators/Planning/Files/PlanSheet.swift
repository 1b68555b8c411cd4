import Access
import Database
import Documents
import Kernel
import Partnership

/// A plan as a table that can be read in again: a row for each indicator, and one for each priority
/// that has none.
///
/// Of definitions and of what is wanted it holds the latest version; earlier ones stay in Hamlet.
struct PlanSheet: Sendable {
  let columns: [String]
  let rows: [[String]]
  private let plan: Plan

  init(_ plan: Plan, agencies: [Agency], in read: Read) throws {
    self.plan = plan
    columns = PlanField.allCases.map(\.rawValue) + plan.allYears.map(PlanField.target)
    let contents = try PlanContents(plan, from: plan.years.lowerBound.firstMonth, in: read)
    let keys = Dictionary(agencies.map { ($0.id, $0.key) }) { first, _ in first }
    rows = try contents.priorities.flatMap { priority -> [[String]] in
      let members = contents.members.filter { $0.priority == priority.id }
      guard !members.isEmpty else { return [PlanSheet.row(plan, priority)] }
      return try members.map { member in
        let aliases = try IndicatorStore.aliases(of: member.indicator, in: read)
          .filter { $0.planSlug == plan.slug && $0.section == member.section }.map(\.code)
        return PlanSheet.row(plan, priority, member, contents, aliases: aliases, keys)
      }
    }
  }

  private static func row(_ plan: Plan, _ priority: Priority) -> [String] {
    line(
      [
        .plan: plan.slug, .priorityCode: priority.code, .priority: priority.title,
        .unmeasured: priority.unmeasured ?? "",
      ], targets: plan.allYears.map { _ in "" })
  }

  private static func row(
    _ plan: Plan, _ priority: Priority, _ member: PlanIndicator, _ contents: PlanContents,
    aliases: [String], _ agencies: [ID<Organisation>: String]
  ) -> [String] {
    var texts: [PlanField: String] = [
      .plan: plan.slug, .priorityCode: priority.code, .priority: priority.title,
      .unmeasured: priority.unmeasured ?? "", .code: member.code, .section: member.section,
      .indicator: member.title, .aliases: aliases.joined(separator: "; "),
      .annual: member.annualReason ?? "", .baseline: member.baseline?.words ?? "",
      .basis: member.basis.rawValue,
    ]
    let definitions = contents.definitions[member.indicator] ?? []
    if let definition = definitions.max(by: { $0.validFrom < $1.validFrom }) {
      texts.merge(definition.texts(agencies)) { _, new in new }
    }
    let polarities = contents.polarities[member.id] ?? []
    if let wanted = polarities.max(by: { $0.validFrom < $1.validFrom }) {
      texts[.wanted] = wanted.polarity.description
      texts[.wantedFrom] = wanted.validFrom.description
      texts[.wantedReason] = wanted.reason
    }
    let targets = contents.targets(of: member)
    return line(
      texts,
      targets: plan.allYears.map { year in
        targets.first { $0.period == .year(year) }?.statement.words ?? ""
      })
  }

  private static func line(_ texts: [PlanField: String], targets: [String]) -> [String] {
    PlanField.allCases.map { texts[$0] ?? "" } + targets
  }

  /// The table as CSV.
  var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map(CSVWriter.Value.text))
    for row in rows { writer.row(row.map { $0.isEmpty ? .empty : .text($0) }) }
    return writer.bytes
  }

  /// The table as a workbook; every cell is text, so that "-5%" and "2029-04" stay as they are.
  var workbook: Workbook {
    let wide: Set<String> = ["indicator", "what is counted", "priority", "wanted because"]
    return Workbook([
      Workbook.Sheet(
        plan.slug, columns: columns.map { .init(width: wide.contains($0) ? 40 : 16) },
        rows: [columns.map(Workbook.Cell.header)]
          + rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
    ])
  }
}

extension Definition {
  /// The texts of its columns.
  fileprivate func texts(_ agencies: [ID<Organisation>: String]) -> [PlanField: String] {
    [
      .kind: kind.rawValue, .unit: unit, .numerator: numerator, .denominator: denominator ?? "",
      .source: source, .owner: owner, .agency: organisation.flatMap { agencies[$0] } ?? "",
      .frequency: frequency.rawValue, .measure: measure ?? "",
      .definedFrom: validFrom.description,
    ]
  }
}
