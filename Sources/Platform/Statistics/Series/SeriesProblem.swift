/// Why a series of periods cannot bear what was asked of it.
public enum SeriesProblem: Error, Sendable, Equatable {
  /// There are fewer periods than the method needs.
  case tooShort(needed: Int, given: Int)
  /// The period itself was not counted.
  case missing
  /// Too many of the periods that it would be compared with were not counted.
  case gaps(known: Int, needed: Int)
  /// Too few events in the last periods for an alarm to mean anything.
  case tooFewEvents(counted: Int, needed: Int)
  /// The values have no fit that settles.
  case noFit
  /// A value that the method cannot take, from 0: under nought, not a number, or nought where
  /// seasons multiply.
  case unusable(at: Int)
  /// A setting outside its range, in words.
  case setting(String)
}

extension SeriesProblem: CustomStringConvertible {
  /// The refusal as a sentence.
  public var description: String {
    switch self {
    case .tooShort(let needed, let given):
      "There are \(given) periods, and this method needs at least \(needed)."
    case .missing: "This period was not counted."
    case .gaps(let known, let needed):
      "Only \(known) of the periods to compare with were counted, and \(needed) are needed."
    case .tooFewEvents(let counted, let needed):
      "The last periods have \(counted) events, and fewer than \(needed) are not judged."
    case .noFit: "No model fits these counts."
    case .unusable(let index): "The value of period \(index + 1) cannot be used by this method."
    case .setting(let what): what
    }
  }
}

/// Refuses a cycle without periods, and a series that does not hold two of them.
func checkTwoCycles(of period: Int, in count: Int, least: Int = 2) throws(SeriesProblem) {
  guard period >= least else { throw .setting("A cycle has at least two periods.") }
  guard period <= count / 2 else {
    throw .tooShort(needed: period > .max / 2 ? .max : 2 * period, given: count)
  }
}

/// The place of the first value that is not finite, or is under a least value.
func firstUnusable(_ values: [Double?], least: Double = -.infinity) -> Int? {
  values.firstIndex { value in value.map { !$0.isFinite || $0 < least } ?? false }
}
