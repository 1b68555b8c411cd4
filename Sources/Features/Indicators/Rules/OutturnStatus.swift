/// How a target ended, in the judgement of those who answered for it.
enum OutturnStatus: String, Hashable, Sendable, CaseIterable {
  case met = "✓"
  case progress = "✓?"
  case partly = "✓x"
  case missed = "x"
  case noData = "?"

  /// The status in words for a page.
  var words: String {
    switch self {
    case .met: "Met"
    case .progress: "Good progress"
    case .partly: "Partly met"
    case .missed: "Not met"
    case .noData: "No data"
    }
  }
}

/// What an outturn target asks of its figure.
enum OutturnSense: Hashable, Sendable {
  /// Cut by so many %: the figure is the cut.
  case decrease
  case atMost
  case atLeast
  /// More than before, by no stated number.
  case rising
  case phased

  /// Reads the word of the archive.
  init?(_ word: String) {
    switch word {
    case "decrease": self = .decrease
    case "at most": self = .atMost
    case "at least": self = .atLeast
    case "rising": self = .rising
    case "phased (up, then down)": self = .phased
    default: return nil
    }
  }

  /// The word kept in the database.
  var word: String {
    switch self {
    case .decrease: "decrease"
    case .atMost: "at most"
    case .atLeast: "at least"
    case .rising: "rising"
    case .phased: "phased (up, then down)"
    }
  }
}

/// What the figures of a target say, beside what people judged.
struct OutturnProgress: Hashable, Sendable {
  let sense: OutturnSense
  let target: Figure?
  let outturn: Figure?

  /// Whether the figure meets the target; `nil` where either is missing.
  var isMet: Bool? {
    guard let target, let outturn else { return nil }
    switch sense {
    case .decrease, .atLeast: return outturn >= target
    case .atMost: return outturn <= target
    case .rising, .phased: return nil
    }
  }

  /// How much of the way was gone, in %: the figure as a share of the target.
  ///
  /// Only where more is wanted, or a cut of a stated size; a ceiling has no way to go without
  /// knowing where it began.
  var share: Ratio? {
    guard let target, let outturn, sense == .decrease || sense == .atLeast else { return nil }
    return outturn.ratio * Ratio(100) / target.ratio
  }

  /// Figure minus target, where both are known.
  var gap: Figure? {
    guard let target, let outturn else { return nil }
    return outturn - target
  }
}

/// Whether the judgement of a target and its figures say the same.
enum OutturnAgreement: Hashable, Sendable {
  case agrees
  case differs
  /// The figures cannot tell.
  case untested

  /// Compares a status with the progress of the target's parts; all parts must be met.
  init(_ status: OutturnStatus, _ parts: [OutturnProgress]) {
    let met = parts.map(\.isMet)
    guard !met.isEmpty, !met.contains(nil), status != .noData else {
      self = .untested
      return
    }
    self = met.allSatisfy({ $0 == true }) == (status == .met) ? .agrees : .differs
  }
}
