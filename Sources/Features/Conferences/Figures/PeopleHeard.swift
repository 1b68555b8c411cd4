internal import Database
internal import Kernel

/// How many people, not referrals, had their case heard at meetings of some days.
///
/// Somebody who was referred again is one person: each case keeps the number of the person, which is
/// that of the first case under the same name with no other day of birth.
enum PeopleHeard {
  /// `nil` where no meeting was held in those days, so that nothing is known.
  static func count(
    of kind: String, from: Day, to: Day, _ read: Read
  ) throws -> (people: Int, latest: Day)? {
    let found: (Int, Day?)? = try read.first(query(of: kind, from: from, to: to)) { row in
      (try row.int(), try row.optionalParsed())
    }
    return found.flatMap { people, latest in latest.map { (people, $0) } }
  }

  static func query(of kind: String, from: Day, to: Day) -> SQL {
    """
    SELECT COUNT(DISTINCT c.person), MAX(m.held_on)
    FROM conference_meeting m
    LEFT JOIN conference_item i ON i.meeting = m.id AND i.started_at IS NOT NULL
    LEFT JOIN conference_case c ON c.id = i.case_id
    WHERE m.kind = \(kind) AND m.held_on >= \(from) AND m.held_on <= \(to)
      AND m.begun_at IS NOT NULL
    """
  }
}
