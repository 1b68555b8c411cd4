internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What conferences show to whom, in the database; no words about people are in it.
enum ConferenceShareStore {
  static let onPage = 50

  /// Those of a kind with their cases, the latest first, and whether there are older ones.
  static func page(
    _ page: Int, of kind: String, _ read: Read
  ) throws -> (shares: [(share: ConferenceShare, reference: Reference)], hasMore: Bool) {
    let found: [(ConferenceShare, Reference)] = try read.all(pageQuery(page, of: kind)) { row in
      let share = try ConferenceShare(row: &row)
      return (share, try row.parsed())
    }
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func pageQuery(_ page: Int, of kind: String) -> SQL {
    """
    SELECT \(ConferenceShare.columns), c.reference FROM conference_share s
    JOIN conference_case c ON c.id = s.case_id WHERE s.kind = \(kind)
    ORDER BY s.id DESC LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  static func find(
    _ id: ID<ConferenceShare>, in kind: String, _ read: Read
  ) throws -> ConferenceShare? {
    try read.first(
      """
      SELECT \(ConferenceShare.columns) FROM conference_share s
      WHERE s.id = \(id) AND s.kind = \(kind)
      """
    ) { row in try ConferenceShare(row: &row) }
  }

  /// Those of a case, the latest first.
  static func about(_ referral: ID<Referral>, _ read: Read) throws -> [ConferenceShare] {
    try read.all(aboutQuery(referral)) { row in try ConferenceShare(row: &row) }
  }

  static func aboutQuery(_ referral: ID<Referral>) -> SQL {
    """
    SELECT \(ConferenceShare.columns) FROM conference_share s WHERE s.case_id = \(referral)
    ORDER BY s.id DESC LIMIT 500
    """
  }

  static func add(
    _ new: NewConferenceShare, register: Reference?, at now: Instant, in write: Write
  ) throws {
    let fields = new.fields.map(\.rawValue).joined(separator: " ")
    try write.run(
      """
      INSERT INTO conference_share (id, kind, case_id, research, link, organisation, fields, since,
        last_day, ends_at, account, register)
      VALUES (\(ID<ConferenceShare>.spaced()), \(new.referral.kind), \(new.referral.id),
        \(new.research), \(new.link),
        \(new.agency.id), \(fields), \(now), \(new.lastDay),
        \(London.start(of: new.lastDay.adding(days: 1))), \(new.account), \(register?.description))
      """)
  }

  static func end(
    _ share: ConferenceShare, _ ending: ConferenceShare.Ending, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE conference_share SET ends_at = \(max(now, share.since)), ending = \(ending.rawValue)
      WHERE id = \(share.id)
      """)
  }
}

/// Something that a question is about to show.
struct NewConferenceShare {
  let referral: Referral
  let research: ID<Research>
  let link: ID<AnswerLink>?
  let agency: Agency
  let fields: [ShareField]
  let lastDay: Day
  let account: ID<Account>?
}
