internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The kinds of conference in the database.
enum KindStore {
  static func all(_ read: Read) throws -> [ConferenceKind] {
    var kinds = try read.all(
      "SELECT \(ConferenceKind.columns) FROM conference_kind k ORDER BY k.place LIMIT 100"
    ) { row in try ConferenceKind(row: &row) }
    for place in kinds.indices { kinds[place].criteria = try criteria(kinds[place].key, read) }
    return kinds
  }

  static func find(_ key: String, _ read: Read) throws -> ConferenceKind? {
    let found = try read.first(
      "SELECT \(ConferenceKind.columns) FROM conference_kind k WHERE k.key = \(key)"
    ) { row in try ConferenceKind(row: &row) }
    guard var kind = found else { return nil }
    kind.criteria = try criteria(key, read)
    return kind
  }

  private static func criteria(_ kind: String, _ read: Read) throws -> [Criterion] {
    try read.all(
      """
      SELECT key, title, least, most, is_repeat FROM conference_criterion WHERE kind = \(kind)
      ORDER BY place LIMIT 100
      """
    ) { row in
      Criterion(
        key: try row.text(), title: try row.text(), least: try row.optionalInt(),
        most: try row.optionalInt(), isRepeat: try row.bool())
    }
  }

  /// Changes the rules of a kind; ``DatabaseError/stale`` where somebody else did meanwhile.
  ///
  /// Another statement has another version: who signed the one before signed that.
  static func change(_ kind: ConferenceKind, to rules: KindRules, in write: Write) throws {
    let isNewStatement = rules.statement != kind.rules.statement
    try write.update(
      """
      UPDATE conference_kind SET version = version + 1,
        statement_version = \(kind.statementVersion + (isNewStatement ? 1 : 0)),
        purpose = \(rules.purpose), statement = \(rules.statement),
        agenda = \(joined(rules.agenda.map(\.rawValue))), cadence_days = \(rules.cadenceDays),
        emergency_days = \(rules.emergencyDays), research_days = \(rules.researchDays),
        repeat_months = \(rules.repeatMonths), flag_months = \(rules.flagMonths),
        case_minutes = \(rules.caseMinutes), minutes_days = \(rules.minutesDays),
        agencies = \(joined(rules.agencies.map(\.rawValue).sorted())),
        roles = \(joined(rules.roles.map(\.rawValue).sorted())),
        adult_women = \(rules.adultWomen), adult_women_source = \(rules.adultWomenSource),
        yardstick = \(rules.yardstick), keep_months = \(rules.keepMonths)
      WHERE key = \(kind.key) AND version = \(kind.version)
      """)
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: " ") }
}
