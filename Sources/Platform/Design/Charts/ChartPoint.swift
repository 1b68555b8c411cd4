/// A value of a chart under its label, such as a month; without a value it is a gap.
public struct ChartPoint: Sendable, Equatable {
  /// The label, such as "Apr 18".
  public let label: String
  /// The value; `nil` where it is missing, which leaves a gap and is never joined across.
  public let value: Double?

  /// A value under its label.
  public init(_ label: String, _ value: Double?) {
    self.label = label
    self.value = value
  }
}

/// A place where figures stop being comparable: another definition, method or recording system.
public struct ChartBreak: Sendable, Equatable {
  /// The first point after the break.
  public let index: Int
  /// What changed, in a few words.
  public let label: String

  /// A break just before the point of an index.
  public init(before index: Int, _ label: String) {
    self.index = index
    self.label = label
  }
}

/// What a value is measured against.
public enum ChartTarget: Sendable, Equatable {
  /// One value.
  case value(Double, String)
  /// A range of values.
  case band(Double, Double, String)

  var bounds: [Double] {
    switch self {
    case .value(let value, _): [value]
    case .band(let low, let high, _): [low, high]
    }
  }
}

/// The indices of points that may be joined: cut at gaps and at breaks.
func runs(_ values: [Double?], breaks: [ChartBreak]) -> [[Int]] {
  let cuts = Set(breaks.map(\.index))
  var runs: [[Int]] = []
  var run: [Int] = []
  for (index, value) in values.enumerated() {
    if value == nil || cuts.contains(index), !run.isEmpty {
      runs.append(run)
      run = []
    }
    if value != nil { run.append(index) }
  }
  return run.isEmpty ? runs : runs + [run]
}
