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
    for place in kinds.indices { try readCriteria(of: &kinds[place], read) }
    return kinds
  }

  static func find(_ key: String, _ read: Read) throws -> ConferenceKind? {
    let found = try read.first(
      "SELECT \(ConferenceKind.columns) FROM conference_kind k WHERE k.key = \(key)"
    ) { row in try ConferenceKind(row: &row) }
    guard var kind = found else { return nil }
    try readCriteria(of: &kind, read)
    return kind
  }

  private static func readCriteria(of kind: inout ConferenceKind, _ read: Read) throws {
    let found: [(ground: Criterion, isOver: Bool)] = try read.all(
      """
      SELECT key, title, least, most, is_repeat, ended_at FROM conference_criterion
      WHERE kind = \(kind.key) ORDER BY place, key LIMIT 500
      """
    ) { row in
      let ground = Criterion(
        key: try row.text(), title: try row.text(), least: try row.optionalInt(),
        most: try row.optionalInt(), isRepeat: try row.bool())
      return (ground, try row.optionalText() != nil)
    }
    kind.criteria = found.filter { !$0.isOver }.map(\.ground)
    kind.earlierCriteria = found.filter(\.isOver).map(\.ground)
  }

  /// Makes the grounds what the rows say: what is changed ends, and another takes its place.
  static func change(
    _ kind: ConferenceKind, grounds rows: [CriteriaForm.Row], at now: Instant, in write: Write
  ) throws {
    let staying = Set(rows.filter(\.isSame).compactMap { $0.earlier?.key })
    for ground in kind.criteria where !staying.contains(ground.key) {
      try write.run(
        """
        UPDATE conference_criterion SET ended_at = \(now)
        WHERE kind = \(kind.key) AND key = \(ground.key)
        """)
    }
    for (place, row) in rows.enumerated() {
      guard let earlier = row.earlier, row.isSame else {
        let key = "v\(kind.version + 1)-\(place + 1)"
        try write.run(
          """
          INSERT INTO conference_criterion (kind, place, key, title, least, most, is_repeat)
          VALUES (\(kind.key), \(place + 1), \(key), \(row.title), \(row.least), \(row.most),
            \(row.isRepeat))
          """)
        continue
      }
      try write.run(
        """
        UPDATE conference_criterion SET place = \(place + 1)
        WHERE kind = \(kind.key) AND key = \(earlier.key)
        """)
    }
  }

  /// Adds a kind, after the others.
  static func add(_ kind: ConferenceKind, in write: Write) throws {
    let place = try write.count("SELECT COUNT(*) FROM conference_kind") + 1
    let rules = kind.rules
    try write.run(
      """
      INSERT INTO conference_kind (key, place, title, is_apart, subject_title, other_title, source,
        purpose, statement, agenda, cadence_days, emergency_days, research_days, repeat_months,
        flag_months, case_minutes, minutes_days, agencies, roles, adult_women_source, sessions_title)
      VALUES (\(kind.key), \(place), \(kind.title), \(kind.isApart), \(kind.subjectTitle),
        \(kind.otherTitle), \(kind.source), \(rules.purpose), \(rules.statement), '', 1, 0, 0, 0, 0,
        1, 1, '', '', '', \(kind.sessionsTitle))
      """)
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
