internal import Access
internal import Database
internal import Kernel

/// How a conference worked over some days, in counts.
struct ConferenceFigures: Sendable {
  struct Body: Sendable {
    let organisation: ID<Organisation>
    let cases: Int
    let repeats: Int
  }

  let from: Day
  /// The last day, itself counted.
  let to: Day
  /// Referrals that were not turned away, by who referred, the most first.
  let bodies: [Body]
  let criteria: [String: Int]
  let actions: [ConferenceAction.State: Int]
  /// People whose case was heard at meetings of those days.
  let people: Int

  var cases: Int { bodies.reduce(0) { $0 + $1.cases } }
  var repeats: Int { bodies.reduce(0) { $0 + $1.repeats } }
  var decided: Int { actions.values.reduce(0, +) }
  var done: Int { actions[.done] ?? 0 }
}

extension ConferenceFigures {
  init(of kind: String, from: Day, to: Day, _ read: Read) throws {
    self.from = from
    self.to = to
    bodies = try read.all(Self.bodiesQuery(of: kind, from: from, to: to)) { row in
      Body(organisation: try row.id(), cases: try row.int(), repeats: try row.int())
    }
    people = try PeopleHeard.count(of: kind, from: from, to: to, read)?.people ?? 0
    let criteria: [(String, Int)] = try read.all(
      """
      SELECT criterion, COUNT(*) FROM conference_case
      WHERE kind = \(kind) AND referred_on >= \(from) AND referred_on <= \(to)
        AND state <> 'declined' GROUP BY criterion
      """
    ) { row in (try row.text(), try row.int()) }
    self.criteria = Dictionary(criteria, uniquingKeysWith: { $1 })
    let actions: [(ConferenceAction.State, Int)] = try read.all(
      """
      SELECT a.state, COUNT(*) FROM conference_action a JOIN conference_meeting m ON m.id = a.meeting
      WHERE m.kind = \(kind) AND m.held_on >= \(from) AND m.held_on <= \(to) GROUP BY a.state
      """
    ) { row in (try row.choice(), try row.int()) }
    self.actions = Dictionary(actions, uniquingKeysWith: { $1 })
  }

  /// Those of a whole year.
  init(of kind: String, in year: FinancialYear, _ read: Read) throws {
    try self.init(
      of: kind, from: year.firstMonth.firstDay, to: year.lastMonth.lastDay, read)
  }

  static func bodiesQuery(of kind: String, from: Day, to: Day) -> SQL {
    """
    SELECT organisation, COUNT(*),
      SUM(CASE WHEN repeat_of IS NULL THEN 0 ELSE 1 END)
    FROM conference_case
    WHERE kind = \(kind) AND referred_on >= \(from) AND referred_on <= \(to)
      AND state <> 'declined'
    GROUP BY organisation ORDER BY COUNT(*) DESC, organisation LIMIT 100
    """
  }
}
