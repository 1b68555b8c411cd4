import Commands
import Database
import Kernel

/// Stores a table of figures whole, or refuses it whole, naming line and column.
struct FigureImporter {
  let file: String
  let sha256: String
  let now: Instant

  /// What an import did.
  struct Report: Hashable, Sendable {
    var rows = 0
    var added = 0
    var corrected = 0
    var unchanged = 0
    /// Sign-offs that no longer stand, since figures under them changed.
    var withdrawn: [SignOff] = []
  }

  /// Checks and keeps every line; a refusal throws, so that the transaction keeps nothing.
  func run(_ table: FigureTable, in write: Write) throws -> Report {
    var report = Report()
    var seen: Set<Place> = []
    // As with every change of a plan: one at a time, or a sign-off could pass an import unseen.
    for plan in Set(table.lines.map(\.plan)).sorted() {
      try PlanStore.hold(plan, in: write)
    }
    for line in table.lines {
      let indicator = try indicator(of: line, in: write)
      guard seen.insert(Place(indicator: indicator, period: line.period)).inserted else {
        throw refused(line, .period, "this indicator and period stand twice in the file.")
      }
      let amount = try amount(of: line, indicator, in: write)
      let outcome = try ObservationStore.record(
        NewObservation(
          indicator: indicator, period: line.period, amount: amount,
          provenance: .imported(file: file, sha256: sha256), reason: "Imported from \(file)"),
        at: now, in: write)
      report.rows += 1
      switch outcome {
      case .added: report.added += 1
      case .corrected: report.corrected += 1
      case .unchanged: report.unchanged += 1
      }
      if outcome != .unchanged {
        report.withdrawn += try SignOffStore.withdraw(
          [indicator], line.period.months, reason: "An import changed figures after the sign-off",
          at: now, in: write)
      }
    }
    return report
  }

  private struct Place: Hashable {
    let indicator: ID<Indicator>
    let period: Period
  }

  private func refused(
    _ line: FigureTable.Line, _ field: FigureTable.Field, _ reason: String
  ) -> InputRefused {
    InputRefused(file: file, line: line.number, column: line.columns[field], reason: reason)
  }

  private func indicator(
    of line: FigureTable.Line, in read: Read
  ) throws -> ID<Indicator> {
    guard let plan = try PlanStore.find(line.plan, in: read) else {
      throw refused(line, .plan, "there is no plan “\(line.plan)”.")
    }
    var members = try MembershipStore.find(naming: line.indicator, in: plan.id, read)
    if let section = line.section { members = members.filter { $0.section == section } }
    let indicators = Set(members.map(\.indicator))
    guard let indicator = indicators.first else {
      throw refused(line, .indicator, "the plan has no indicator “\(line.indicator)”.")
    }
    guard indicators.count == 1 else {
      let sections = Set(members.map(\.section)).sorted().joined(separator: ", ")
      throw refused(
        line, .indicator,
        "“\(line.indicator)” names \(indicators.count) indicators. Add a column section: \(sections)."
      )
    }
    guard line.period.firstDay <= London.day(now) else {
      throw refused(line, .period, "\(line.period.words) has not begun.")
    }
    return indicator
  }

  private func amount(
    of line: FigureTable.Line, _ indicator: ID<Indicator>, in read: Read
  ) throws -> Amount {
    let definitions = try IndicatorStore.definitions(of: indicator, in: read)
    let kind = definitions.holding(in: line.period.months.upperBound)?.kind ?? .count
    if line.isPercentage, kind != .percentage {
      throw refused(line, .value, "this indicator is not a percentage. Leave the percent sign out.")
    }
    if let denominator = line.denominator, denominator <= .zero {
      throw refused(line, .denominator, "the denominator must be more than nought.")
    }
    if let numerator = line.numerator, numerator < .zero {
      throw refused(line, .numerator, "the numerator must not be under nought.")
    }
    let share = line.numerator.flatMap { numerator in
      line.denominator.flatMap { Amount(numerator: numerator, denominator: $0, kind: kind) }
    }
    if let value = line.value, let share, (value.ratio - share.exact(kind)).magnitude > Ratio(1) {
      throw refused(
        line, .value, "\(value) is not numerator over denominator, which is \(share.value).")
    }
    let value = line.value ?? share?.value ?? .zero
    if kind == .count, value.whole == nil || value < .zero {
      throw refused(line, .value, "a count is a whole number, nought or more.")
    }
    if kind == .percentage, !(Figure.zero...Figure(100)).contains(value) {
      throw refused(line, .value, "a percentage is between 0 and 100.")
    }
    return Amount(value, numerator: line.numerator, denominator: line.denominator)
  }
}
