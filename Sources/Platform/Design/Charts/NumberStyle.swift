/// How a chart writes its values.
public enum NumberStyle: Sendable, Equatable {
  /// Whole numbers: counts.
  case whole
  /// Numbers with so many decimals.
  case decimal(Int)
  /// Shares in per cent with so many decimals; 69 is written "69%".
  case percent(Int)

  /// A value as it is written.
  public func text(_ value: Double) -> String {
    switch self {
    case .whole: NumberText.decimal(value, places: 0)
    case .decimal(let places): NumberText.decimal(value, places: places)
    case .percent(let places): NumberText.percent(value, places: places)
    }
  }

  /// A value on an axis, with the decimals its steps need.
  func text(tick: Double, step: Double) -> String {
    var places = 0
    var scaled = step
    while places < 6, abs(scaled - scaled.rounded()) > 1e-9 * max(1, scaled) {
      scaled *= 10
      places += 1
    }
    let text = NumberText.decimal(tick, places: places)
    if case .percent = self { return text + "%" }
    return text
  }
}
