/// When the model of the past may have a trend.
///
/// Under three cycles of history it has none, and whatever the rule it has none where the count
/// expected by it would be more than any of those it was learnt from.
public enum TrendRule: Sendable, Equatable {
  /// Never.
  case never
  /// Always: Noufaily 2013, for trends too slight to be seen still bias the bound.
  case always
  /// Where its p-value is less than a level: Farrington 1996, with 0.05.
  case significant(below: Double)
  /// As R's surveillance 1.20.3 decides in `farringtonFlexible`: its test takes the dispersion from
  /// weights that were overwritten, which makes it see trends where there are none to be seen. For
  /// agreement with that program only.
  case significantAsInR(below: Double)
}
