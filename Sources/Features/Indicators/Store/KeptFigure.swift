import Database
import Kernel

/// A figure that stands, with no more than a dashboard needs of its ``Observation``.
struct KeptFigure: Hashable, Sendable {
  let period: Period
  let amount: Amount
  let provenance: Provenance

  /// The figure as a point of its series.
  var point: SeriesPoint { SeriesPoint(period: period, amount: amount) }
}

extension KeptFigure {
  static let columns: SQL = """
    period, value, numerator, denominator, origin, account, file, sha256, measure, document
    """

  init(row: inout Row) throws {
    period = try row.parsed()
    amount = try Amount(row: &row)
    provenance = try Provenance(row: &row)
  }
}
