internal import Design
internal import Kernel

/// One thing to know about a month before reading it, with what it does to analysis.
enum QualityFinding: Equatable, Sendable {
  /// The month lies between imported ones and is not there.
  case missing
  /// The month is not over in what was imported.
  case unfinished(Day)
  /// The month has far fewer or far more rows than the months around it.
  case farFromUsual(count: Int, usual: Int)
  /// The force began to record otherwise in this month.
  case recordingChange(RecordingBreak)
  /// Rows that name no LSOA.
  case unlocated(Int, of: Int)
  /// Rows that came again under an id of the month, and how many of them said something else.
  case repeated(Int, disagreements: Int)
  /// Rows without an id that say what another says.
  case identical(Int, of: Int)
  /// Rows “On or near” no street.
  case unnamed(Int, of: Int)
  /// Rows of districts that are hardly the force's.
  case outside(Int, of: Int, districts: [String])
  /// Rows inside the LSOAs of the latest edition that name a code of another; `better` is the edition
  /// that has more of the codes, where one was imported.
  case otherCodes(CodeFit, better: CodeFit?)

  /// How much it matters.
  enum Weight: Int, Comparable, Sendable {
    /// Good to know.
    case note
    /// Some analyses mislead.
    case care
    /// No trend can be read across it.
    case bars

    static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// The share of a month's rows from which a flaw of theirs misleads.
  static let tolerable = 0.05

  var weight: Weight {
    switch self {
    case .missing, .unfinished, .farFromUsual, .recordingChange: .bars
    case .unlocated(let count, let all), .identical(let count, let all),
      .unnamed(let count, let all), .outside(let count, let all, _):
      Double(count) > Self.tolerable * Double(all) ? .care : .note
    case .repeated(_, let disagreements): disagreements > 0 ? .care : .note
    case .otherCodes: .care
    }
  }

  /// The key of the finding in JSON.
  var key: String {
    switch self {
    case .missing: "missingMonth"
    case .unfinished: "unfinished"
    case .farFromUsual: "farFromUsual"
    case .recordingChange: "recordingChange"
    case .unlocated: "unlocated"
    case .repeated: "repeated"
    case .identical: "identical"
    case .unnamed: "unnamed"
    case .outside: "outside"
    case .otherCodes: "otherCodes"
    }
  }

  /// What was found.
  var words: String {
    switch self {
    case .missing: "The month has not been imported"
    case .unfinished(let day): "It reaches to \(day.words) so far"
    case .farFromUsual(let count, let usual):
      "\(NumberText.whole(count)) rows, where \(NumberText.whole(usual)) are usual"
    case .recordingChange(let change): "From this month \(change.change)"
    case .unlocated(let count, let all): Self.share(count, all) + " name no place"
    case .repeated(let count, let disagreements):
      "\(Self.rows(count)) repeated an id of the month; "
        + "\(NumberText.whole(disagreements)) said something else than the first"
    case .identical(let count, let all):
      Self.share(count, all) + " without an id say what another says"
    case .unnamed(let count, let all): Self.share(count, all) + " are “On or near” no street"
    case .outside(let count, let all, let districts):
      "\(Self.share(count, all)) lie in \(Self.list(districts)), hardly the force's"
    case .otherCodes(let fit, let better):
      "\(Self.share(fit.strange, fit.inside)) inside the LSOAs of \(fit.edition) name a code that "
        + "these do not have"
        + (better.map { "; those of \($0.edition) fit better" } ?? "")
    }
  }

  /// What it does to analysis.
  var effect: String {
    switch self {
    case .missing: "No trend is read across it, and sums of longer periods lack it."
    case .unfinished: "Fewer is no fall: no trend is read to it until it is over."
    case .farFromUsual: "A part may be missing or sent twice: no trend is read from or to it."
    case .recordingChange:
      "Months before and after do not compare: no trend is read across it."
    case .unlocated:
      "Counts by area and maps leave these rows out; counts of the whole have them."
    case .repeated: "The first row of an id is kept; outcomes may be those of an earlier state."
    case .identical:
      "They may be one incident sent twice or two at one place: all are kept and counted."
    case .unnamed: "Lists of streets leave these rows out; counts by area have them."
    case .otherCodes:
      "Joined by code these rows are lost, and a series by LSOA breaks where the codes change: count "
        + "by the boundaries of one year, which places each row by its point."
    case .outside: "Counts of the force have these rows, counts by the partnership's areas do not."
    }
  }

  private static func share(_ count: Int, _ all: Int) -> String {
    let percent = all == 0 ? 0 : Double(count) / Double(all) * 100
    return "\(rows(count)) (\(NumberText.percent(percent, places: 1)))"
  }

  private static func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(NumberText.whole(count)) rows"
  }

  /// The first three names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let first = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(first) and \(names.count - 3) more" : first
  }
}
