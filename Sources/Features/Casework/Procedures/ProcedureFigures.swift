internal import Database
internal import Kernel
internal import Partnership

/// Cases closed in some days, each under its procedure.
///
/// A closed case has nothing that is not yet due, so that it was followed or it was not. One that was
/// joined to another counts with that one.
struct ProcedureFigures: Sendable {
  let cases: [CheckedCase]

  init(closed days: Range<Day>, at now: Instant, _ read: Read) throws {
    let files = try read.all(Self.query(days)) { row in try CaseFile(row: &row) }
    cases = try CaseRecords.checked(files, at: now, read)
  }

  static func query(_ days: Range<Day>) -> SQL {
    """
    SELECT \(CaseFile.columns) FROM case_file c
    WHERE c.closed_at >= \(London.start(of: days.lowerBound))
      AND c.closed_at < \(London.start(of: days.upperBound)) AND c.joined_into IS NULL
    ORDER BY c.closed_at, c.id
    """
  }

  static func days(_ month: Month) -> Range<Day> {
    month.firstDay..<month.adding(months: 1).firstDay
  }

  var followed: Int { cases.count(where: \.isFollowed) }

  /// What the record says of one kind of step, over all cases whose procedure has it.
  struct Line: Equatable, Sendable {
    let kind: StepKind
    var met = 0
    var missed = 0
    var inapplicable = 0
  }

  /// One line for each kind of step there is.
  var lines: [Line] {
    StepKind.allCases.compactMap { kind in
      var line = Line(kind: kind)
      for step in cases.flatMap(\.steps) where step.step.kind == kind {
        switch step.finding.result {
        case .met: line.met += 1
        case .missed: line.missed += 1
        case .inapplicable, .waiting: line.inapplicable += 1
        }
      }
      return line == Line(kind: kind) ? nil : line
    }
  }

  /// For indicators: of the cases closed in a period, those in which every step that applies was met.
  static let measure = Measure(
    key: "casework.procedures-followed", title: "Procedures followed in cases that were closed",
    unit: "case", provisional: false
  ) { read, period in
    guard try ReportMeasures.isCovered(period, read) else { return nil }
    let days = period.firstDay..<period.lastDay.adding(days: 1)
    let found = try ProcedureFigures(closed: days, at: read.serverTime(), read)
    guard !found.cases.isEmpty else { return nil }
    return Measure.Value(
      numerator: Double(found.followed), denominator: Double(found.cases.count), missing: 0,
      latest: period.lastMonth,
      source: "Cases by the day they were closed; every step by the record, none ticked by hand")
  }
}
