import Access
import Database
import Kernel

/// One version of what an indicator counts; figures keep the version of their time.
struct Definition: Hashable, Sendable {
  /// 1, 2, … within the indicator.
  var number = 1
  /// The first month counted this way.
  var validFrom: Month
  var kind: FigureKind
  /// What one of the counted is, such as `offence`, `person`, `call`.
  var unit: String
  var numerator: String
  /// What it is out of; counts and levels have none.
  var denominator: String?
  var source: String
  /// The agency that answers for the figures, in words.
  var owner: String
  /// The agency's account in this partnership, where it has one.
  var organisation: ID<Organisation>?
  var frequency: Frequency = .month
  /// The key of the measure it is computed by, where records of this system feed it.
  var measure: String?
  /// What changed against the version before.
  var note = ""

  enum Frequency: String, Sendable, CaseIterable {
    case month, quarter, year

    var words: String {
      switch self {
      case .month: "monthly"
      case .quarter: "quarterly"
      case .year: "yearly"
      }
    }
  }
}

extension Definition {
  static let columns: SQL = """
    number, valid_from, kind, unit, numerator, denominator, source, owner, organisation,
    frequency, measure, note
    """

  init(row: inout Row) throws {
    number = try row.int()
    validFrom = try row.parsed()
    kind = try row.choice()
    unit = try row.text()
    numerator = try row.text()
    denominator = try row.optionalText()
    source = try row.text()
    owner = try row.text()
    organisation = try row.optionalID()
    frequency = try row.choice()
    measure = try row.optionalText()
    note = try row.text()
  }
}

extension [Definition] {
  /// The version that held in a month: the last that began by then, or the first of all.
  func holding(in month: Month) -> Definition? {
    let ordered = sorted { $0.validFrom < $1.validFrom }
    return ordered.last { $0.validFrom <= month } ?? ordered.first
  }
}

extension [PolarityVersion] {
  /// What was wanted in a month: the last version that began by then, or the first of all.
  func holding(in month: Month) -> PolarityVersion? {
    let ordered = sorted { $0.validFrom < $1.validFrom }
    return ordered.last { $0.validFrom <= month } ?? ordered.first
  }
}
