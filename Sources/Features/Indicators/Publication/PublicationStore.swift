import Access
import Database
import Kernel

/// Publications in the database: only added, never changed.
enum PublicationStore {
  /// The publications of a plan, the latest period first, and of each the latest issue.
  static func all(of plan: ID<Plan>, in read: Read) throws -> [Publication] {
    try read.all(listQuery(plan), Publication.init(row:)).sorted {
      ($1.period, $1.number) < ($0.period, $0.number)
    }
  }

  static func listQuery(_ plan: ID<Plan>) -> SQL {
    """
    SELECT \(Publication.columns) FROM publication WHERE plan = \(plan)
    ORDER BY id DESC LIMIT \(IndicatorStore.most)
    """
  }

  /// The latest issue of the latest period of any live plan: what the public is shown first.
  static func latest(in read: Read) throws -> Publication? {
    try read.all(
      """
      SELECT \(Publication.columns) FROM publication
      WHERE plan IN (SELECT id FROM plan WHERE kind = 'live')
      ORDER BY id DESC LIMIT \(IndicatorStore.most)
      """, Publication.init(row:)
    ).max {
      ($0.period.months.upperBound, $0.number, $0.id)
        < ($1.period.months.upperBound, $1.number, $1.id)
    }
  }

  static func find(
    _ plan: ID<Plan>, _ period: Period, _ number: Int, in read: Read
  ) throws -> Publication? {
    try read.first(
      """
      SELECT \(Publication.columns) FROM publication
      WHERE plan = \(plan) AND period = \(period) AND number = \(number)
      """, Publication.init(row:))
  }

  /// The number the next issue of a period gets.
  static func nextNumber(_ plan: ID<Plan>, _ period: Period, in read: Read) throws -> Int {
    try read.count(
      """
      SELECT MAX(number) FROM publication WHERE plan = \(plan) AND period = \(period)
      """) + 1
  }

  static func file(
    _ name: IssueFile.Name, of publication: ID<Publication>, in read: Read
  ) throws -> [UInt8]? {
    try read.first(
      """
      SELECT bytes FROM publication_file
      WHERE publication = \(publication) AND name = \(name.rawValue)
      """
    ) { row in try row.bytes() }
  }

  /// The issue as it was frozen.
  static func issue(of publication: ID<Publication>, in read: Read) throws -> PublicIssue? {
    try file(.issue, of: publication, in: read).map { try Frozen.decode(PublicIssue.self, $0) }
  }

  static func add(_ new: NewPublication, in write: Write) throws -> ID<Publication> {
    let id: ID<Publication> = try write.inserted(
      """
      INSERT INTO publication (plan, period, number, note, account, made_at, early_reason)
      VALUES (\(new.plan), \(new.period), \(new.number), \(new.note), \(new.account), \(new.at),
        \(new.earlyReason))
      RETURNING id
      """)
    for file in new.files {
      try write.run(
        """
        INSERT INTO publication_file (publication, name, media_type, bytes, sha256)
        VALUES (\(id), \(file.name.rawValue), \(file.name.type), \(file.bytes), \(file.sha256))
        """)
    }
    return id
  }
}

/// What is published.
struct NewPublication: Sendable {
  let plan: ID<Plan>
  let period: Period
  let number: Int
  let note: String
  let earlyReason: String?
  let account: ID<Account>
  let at: Instant
  let files: [IssueFile]
}
