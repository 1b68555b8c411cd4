internal import Database
internal import Kernel

/// Flags on the records of cases that were heard: when they end, and who ended them.
struct FlagStore: Sendable {
  static let most = 200

  let sealing: ConferenceSealing

  /// Flags that end by a day and were not taken off, the earliest first.
  func ending(in kind: String, by day: Day, _ read: Read) throws -> [Referral] {
    try read.all(Self.query(in: kind, by: day)) { row in try Referral(row: &row, sealing) }
  }

  static func query(in kind: String, by day: Day) -> SQL {
    """
    SELECT \(Referral.columns) FROM conference_case c
    WHERE c.kind = \(kind) AND c.flag_until IS NOT NULL AND c.flag_ended_on IS NULL
      AND c.flag_until <= \(day) ORDER BY c.flag_until, c.id LIMIT \(most)
    """
  }

  /// Says that every organisation has taken a flag off; false where it was said before.
  func end(_ referral: Referral, on day: Day, in write: Write) throws -> Bool {
    try write.run(
      """
      UPDATE conference_case SET flag_ended_on = \(day)
      WHERE id = \(referral.id) AND flag_until IS NOT NULL AND flag_ended_on IS NULL
      """) > 0
  }
}
