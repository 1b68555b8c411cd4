import Kernel

/// One published issue: everything the public is shown of a period, and nothing else.
///
/// It is frozen as JSON; the pages, the table and the print view are drawn from it alone.
struct PublicIssue: Codable, Hashable, Sendable {
  var format = 1
  let plan: IssueInputs.PlanFacts
  let period: String
  /// The months in words, and those they are compared with.
  let months: String
  let before: String
  let number: Int
  let note: String
  let day: String
  let priorities: [PriorityIssue]

  struct PriorityIssue: Codable, Hashable, Sendable {
    let code: String
    let title: String
    let signedOff: String?
    let rows: [Row]

    var heading: String { code.isEmpty ? title : "Priority \(code): \(title)" }
  }

  /// One indicator.
  struct Row: Codable, Hashable, Sendable {
    let code: String
    let title: String
    let definition: IssueInputs.DefinitionFacts
    /// What the plan wants of it, in words, and why.
    let wanted: String
    let wantedReason: String
    let now: Run
    let yearToDate: Run?
    let rollingYear: Run?
    let target: String?
    let gap: String?
    let annualReason: String?
    let judgement: IssueInputs.Said?
    let commentary: IssueInputs.Said?
    let origins: [String]
    let isProvisional: Bool
  }

  /// A run of months beside the same months a year before.
  struct Run: Codable, Hashable, Sendable {
    let months: String
    let value: Shown
    let previous: Shown
    /// In % of the earlier figure, as a number such as `-4.17`.
    let changePercent: String?
    /// The difference in the figure's own unit; in points for percentages.
    let difference: String?
    /// The computed state, and the words where there is none.
    let state: String
    let reason: String?
    let chance: String
    let isBeyondChance: Bool
    /// How often chance alone gives a change as large, 0 to 1; `nil` where it cannot be tested.
    let probability: String?
    let comparability: String
    let isComparable: Bool
  }

  /// A figure, or why it is not shown.
  struct Shown: Codable, Hashable, Sendable {
    let value: String?
    let numerator: String?
    let denominator: String?
    let missing: String?
  }
}

extension PublicIssue {
  /// The path part of an issue: `fy2026-27-q2-issue-1`.
  static func slug(_ period: Period, _ number: Int) -> String { "\(period.slug)-issue-\(number)" }

  /// Reads what ``slug(_:_:)`` writes.
  static func parse(slug: String) -> (period: Period, number: Int)? {
    let parts = slug.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[parts.count - 2] == "issue",
      let period = Period(slug: parts.dropLast(2).joined(separator: "-")),
      let number = Int(parts[parts.count - 1]), number > 0, PublicIssue.slug(period, number) == slug
    else { return nil }
    return (period, number)
  }

  var slug: String { Period(period).map { PublicIssue.slug($0, number) } ?? "" }

  var rows: [Row] { priorities.flatMap(\.rows) }

  /// The day of publication in words.
  var dayWords: String { Day(day)?.words ?? day }

  /// How many rows have a computed state.
  func computed(_ state: RatingState) -> Int { rows.count { $0.now.rating == state } }

  /// How many rows a person rated, and how many otherwise than computed.
  var judged: Int { rows.count { $0.judgement != nil } }
  var disputed: Int { rows.count(where: \.isDisputed) }

  /// How many comparable changes could be tested.
  var tested: Int { probabilities.count }
  /// How many of them are more than chance gives, allowing for their number.
  var beyondChance: Int { survivors.count }
  /// Whether the change of a row is one of them.
  func survives(_ row: Row) -> Bool { survivors.contains(row) }

  private var survivors: Set<Row> {
    Set(FalseDiscovery.survivors(probabilities.map(\.chance)).map { probabilities[$0].row })
  }

  private var probabilities: [(row: Row, chance: Double)] {
    rows.compactMap { row in
      guard row.now.isComparable else { return nil }
      return row.now.probability.flatMap { Figure($0) }.map { (row, $0.double) }
    }
  }
}

extension PublicIssue.Row {
  var kind: FigureKind { FigureKind(rawValue: definition.kind) ?? .count }

  /// The state a person gave; `nil` where nobody did.
  var judged: RatingState? { judgement?.state.flatMap { RatingState(rawValue: $0) } }

  /// Whether a person rated it otherwise than the figures.
  var isDisputed: Bool {
    guard let judged, judged != .none, now.rating != .none else { return false }
    return judged != now.rating
  }
}

extension PublicIssue.Run {
  var rating: RatingState { RatingState(rawValue: state) ?? .none }
  /// Whether the change was held against chance.
  var isTested: Bool { probability != nil }
}

extension PublicIssue.Shown {
  /// The figure itself, where it is shown.
  var figure: Figure? { value.flatMap { Figure($0) } }
}
