internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Which cases of a conference somebody sees.
enum CaseSight: Equatable, Sendable {
  /// Those who prepare and lead it see every case.
  case all
  /// A member sees what their organisation referred or is asked about, and what was heard at a
  /// meeting whose statement they signed, as long as its minutes are open: held on a day or later.
  case own(ID<Organisation>, ID<Account>, heardFrom: Day, on: Day)

  init(_ sitting: Sitting, on today: Day) {
    let first = today.adding(days: -sitting.kind.rules.minutesDays)
    self =
      sitting.may(.prepare)
      ? .all : .own(sitting.organisation, sitting.account, heardFrom: first, on: today)
  }

  /// What narrows a query of `conference_case c` to it.
  var condition: SQL {
    guard case .own(let organisation, let account, let first, let today) = self else { return "" }
    return """
       AND (c.organisation = \(organisation)
        OR EXISTS (SELECT 1 FROM conference_research r
          WHERE r.case_id = c.id AND r.organisation = \(organisation) AND r.ended_at IS NULL
            AND (r.until_on IS NULL OR r.until_on >= \(today)))
        OR EXISTS (SELECT 1 FROM conference_item i
          JOIN conference_meeting m ON m.id = i.meeting AND m.begun_at IS NOT NULL
            AND m.held_on >= \(first)
          JOIN conference_attendance a ON a.meeting = m.id AND a.account = \(account)
            AND a.signed_at IS NOT NULL
          WHERE i.case_id = c.id))
      """
  }
}

/// Which cases a list shows.
struct CaseFilter: Equatable, Sendable {
  /// `nil` for every one.
  var state: Referral.State?
  var page = 1
}

extension ReferralStore {
  func page(
    _ filter: CaseFilter, of kind: String, sight: CaseSight, _ read: Read
  ) throws -> (cases: [Referral], hasMore: Bool) {
    let found = try read.all(Self.listQuery(filter, of: kind, sight: sight)) { row in
      try Referral(row: &row, sealing)
    }
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  static func listQuery(_ filter: CaseFilter, of kind: String, sight: CaseSight) -> SQL {
    var sql: SQL = "SELECT \(Referral.columns) FROM conference_case c WHERE c.kind = \(kind)"
    if let state = filter.state { sql.append(" AND c.state = \(state.rawValue)") }
    sql.append(sight.condition)
    sql.append(
      " ORDER BY c.id DESC LIMIT \(onPage + 1) OFFSET \((filter.page - 1) * onPage)")
    return sql
  }

  func isSeen(_ referral: Referral, by sight: CaseSight, _ read: Read) throws -> Bool {
    try read.count(
      """
      SELECT COUNT(*) FROM conference_case c WHERE c.id = \(referral.id)\(sight.condition)
      """) > 0
  }

  /// The cases of a kind in which a name stands, the latest first, at most two pages.
  func named(
    _ name: Sensitive<String>, in kind: String, sight: CaseSight, _ read: Read
  ) throws -> [Referral] {
    let wanted = Self.tokens.wanted(name, sealing.keyring)
    guard !wanted.isEmpty else { return [] }
    return try read.all(Self.namedQuery(wanted, in: kind, sight: sight)) { row in
      try Referral(row: &row, sealing)
    }
  }

  static func namedQuery(_ wanted: [[[UInt8]]], in kind: String, sight: CaseSight) -> SQL {
    var sql: SQL = "SELECT \(Referral.columns) FROM conference_case c WHERE c.kind = \(kind)"
    for tokens in wanted {
      sql.append(
        " AND c.id IN (SELECT t.case_id FROM conference_token t WHERE t.token IN (\(list: tokens)))"
      )
    }
    sql.append(sight.condition)
    sql.append(" ORDER BY c.id DESC LIMIT \(onPage * 2)")
    return sql
  }
}
