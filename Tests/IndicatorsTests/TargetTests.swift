import Kernel
import Testing

@testable import Indicators

@Suite("Targets")
struct TargetTests {
  static func row(_ section: String, _ code: String) throws -> StrategyRow {
    try #require(StrategyRow.all.first { $0.section == section && $0.code == code })
  }

  static func resolved(_ row: StrategyRow, basis: TargetBasis? = nil) -> [TargetResolution] {
    TargetResolution.resolve(
      row.targets, baseline: row.baseline, basis: basis ?? .implied(by: row.targets))
  }

  @Test(
    "know the words of the documents",
    arguments: [
      ("Not set", TargetState.notSet), ("No set", .notSet), ("None", .noTarget),
      ("TBC", .toBeConfirmed), ("To be baselined", .toBeBaselined(on: nil)),
      ("To be baselined (New Indicator)", .toBeBaselined(on: nil)),
      ("To baseline on 08/09 data", .toBeBaselined(on: FinancialYear(startingIn: 2008))),
      ("Will be baselined on 08/09 data", .toBeBaselined(on: FinancialYear(startingIn: 2008))),
      ("Will be baselined using 08/09 data", .toBeBaselined(on: FinancialYear(startingIn: 2008))),
      ("Delayed 09/10", .delayed(until: .year(FinancialYear(startingIn: 2009)))),
      ("Delayed 09/08", .delayed(until: .impossible("09/08"))),
      ("Target setting deferred", .deferred), ("Baseline awaited.", .awaited),
      ("Baseline expected Dec.08", .expected(Month(index: 2008 * 12 + 11))),
      ("No baseline as new indicator", .newIndicator),
    ])
  func words(text: String, expected: TargetState) {
    let target = TargetStatement(target: text)
    #expect(target.state == expected)
    #expect(target.words == text)
  }

  @Test(
    "read levels and changes apart",
    arguments: [
      ("-4.2%", TargetStatement.Meaning.change(Figure(millionths: -4_200_000))),
      ("44%", .level(.init(value: Figure(44), unit: .percent))),
      ("11.70 %", .level(.init(value: Figure(millionths: 11_700_000), unit: .percent))),
      ("461", .level(.init(value: Figure(461)))),
      ("227 (+20%)", .level(.init(value: Figure(227), statedChange: Figure(20)))),
      ("0", .level(.init(value: Figure(0)))), ("soon", .unknown),
    ])
  func meaning(text: String, expected: TargetStatement.Meaning) {
    #expect(TargetStatement(target: text).meaning == expected)
  }

  @Test(
    "read baselines with their units",
    arguments: [
      ("35.5 per 1,000 population (06/07)", "35.5", TargetUnit.perThousand),
      ("3.85 years (07/08)", "3.85", .years), ("12/20 (07/08)", "12", .outOf(20)),
      ("81% (07/08 Outturn)", "81", .percent), ("1169", "1169", .number),
      ("3% of young people frequently misusing substances", "3", .percent),
      ("336 (07/08 actuals for 3 quarters, aggregated to whole year)", "336", .number),
    ])
  func baseline(text: String, value: String, unit: TargetUnit) {
    let level = TargetStatement(baseline: text).level
    #expect(level?.value.description == value)
    #expect(level?.unit == unit)
  }

  @Test("understand every cell of the sixty-two rows")
  func everyCell() {
    #expect(StrategyRow.all.count == 62)
    for row in StrategyRow.all {
      for cell in [row.baseline] + row.targets {
        #expect(cell.meaning != .unknown, "\(row.code): \(cell.words)")
      }
    }
  }

  @Test("chain where each against the baseline would let a later year be worse")
  func chained() throws {
    let row = try Self.row("Local Area Agreement", "NI16")
    #expect(TargetBasis.implied(by: row.targets) == .chained)
    #expect(
      Self.resolved(row).map { $0.level?.rounded(to: 2).description } == [
        "34.01", "33.36", "32.73",
      ])
    #expect(
      Self.resolved(row, basis: .ofBaseline).map { $0.level?.rounded(to: 2).description } == [
        "34.01", "34.83", "34.83",
      ])
  }

  @Test("leave a basis that is not stated unresolved, with both readings")
  func notStated() throws {
    let entrants = try Self.row("Other key", "NI11 1")
    #expect(TargetBasis.implied(by: entrants.targets) == .notStated)
    let found = Self.resolved(entrants)
    #expect(found[0].level?.rounded(to: 2).description == "329.28")
    guard case .unresolved(let chained, let fixed) = found[1] else {
      Issue.record("the second year is resolved")
      return
    }
    #expect(chained.rounded(to: 1).description == "312.8")
    #expect(fixed.rounded(to: 1).description == "319.2")
    #expect(found[2] == .state(.notSet))
    let delay = try Self.row("Other key", "VC4")
    #expect(Self.resolved(delay)[0].level?.rounded(to: 2).description == "3.5")
    #expect(
      Self.resolved(delay, basis: .chained)[1].level?.rounded(to: 2).description == "3.12")
    #expect(
      Self.resolved(delay, basis: .ofBaseline)[1].level?.rounded(to: 2).description == "3.43")
  }

  @Test(
    "agree with the change printed beside them, rounded half up",
    arguments: [("DS1", 461), ("DS2", 227), ("DS3", 210)])
  func printed(code: String, expected: Int) throws {
    let row = try Self.row("Other key", code)
    let resolved = Self.resolved(row)[0]
    #expect(resolved.level == Ratio(Int128(expected)))
    let warnings = TargetWarning.find(
      row.targets[0], resolved: resolved, baseline: row.baseline, wanted: .direction(.higher))
    #expect(warnings.isEmpty)
    let start = try #require(row.baseline.level).value.ratio
    let share = try #require(Figure(code == "DS2" ? "20" : "5"))
    #expect(start.changed(by: share).rounded(to: 0).whole == expected)
  }

  @Test("warn of a target on the wrong side of its baseline, and accept it")
  func wrongSide() {
    let found = zip(StrategyRow.all, Archive.senses2008).filter { row, sense in
      let wanted: Polarity.Wanted =
        sense == "N" ? .neither : .direction(sense == "H" ? .higher : .lower)
      return zip(row.targets, Self.resolved(row)).contains { target, resolved in
        !TargetWarning.find(target, resolved: resolved, baseline: row.baseline, wanted: wanted)
          .isEmpty
      }
    }
    #expect(
      found.map { "\($0.0.section) \($0.0.code)" } == [
        "Other key VC3", "Other key NI46", "Sanctioned detections AC1", "Sanctioned detections VC3",
      ])
  }

  @Test("tell how far a figure is from them")
  func gap() {
    let gap = TargetGap(value: Ratio(80), target: Ratio(100), wanted: .direction(.higher))
    #expect(gap.difference == Ratio(-20))
    #expect(gap.isMet == false)
    #expect(TargetGap(value: Ratio(2), target: Ratio(7), wanted: .direction(.lower)).isMet == true)
    #expect(TargetGap(value: Ratio(2), target: Ratio(7), wanted: .neither).isMet == nil)
  }
}
