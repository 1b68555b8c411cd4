internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// The register of shares in the database.
struct ShareStore: Sendable {
  let keyring: Keyring
  let letters: String

  init(keyring: Keyring, letters: String) {
    self.keyring = keyring
    self.letters = letters
  }

  init(_ services: Services) {
    self.init(keyring: services.keyring, letters: services.settings.letters)
  }

  private var sealing: ShareSealing { ShareSealing(keyring: keyring) }

  func find(_ reference: Reference, _ read: Read) throws -> ShareRecord? {
    try some(
      """
      SELECT \(ShareRecord.columns) FROM sharing_share s
      WHERE s.reference = \(reference.description)
      """, read
    ).first
  }

  /// The shares of a record, the latest first.
  func about(_ reference: Reference, _ read: Read) throws -> [ShareRecord] {
    try some(Self.aboutQuery(reference), read)
  }

  static func aboutQuery(_ reference: Reference) -> SQL {
    """
    SELECT \(ShareRecord.columns) FROM sharing_share s WHERE s.about = \(reference.description)
    ORDER BY s.id DESC LIMIT 100
    """
  }

  func add(_ new: NewShare, in write: Write) throws -> Share {
    var generator = SystemRandom()
    return try add(new, using: &generator, in: write)
  }

  /// The same with a source of references of its own, for the demonstration.
  func add(
    _ new: NewShare, using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> Share {
    guard let gateway = new.terms.ground(.gateway), let basis = new.terms.ground(.basis) else {
      throw DatabaseError.shape("a share names a gateway and a basis")
    }
    var reference = Reference(letters: letters, using: &generator)
    while try find(reference, write) != nil {
      reference = Reference(letters: letters, using: &generator)
    }
    let grounds = String(decoding: try JSONEncoder().encode(new.terms.grounds), as: UTF8.self)
    let empty: [UInt8] = []
    let endsAt = London.start(of: new.terms.lastDay.adding(days: 1))
    let id: ID<ShareRecord>? = try write.first(
      """
      INSERT INTO sharing_share (reference, about, organisation, gateway, basis, grounds, fields,
        agreement, since, last_day, ends_at, is_kept, account, content)
      VALUES (\(reference.description), \(new.about?.description), \(new.recipient.agency),
        \(gateway.key), \(basis.key), \(grounds), \(new.terms.fields.stored),
        \(new.terms.agreement), \(new.at), \(new.terms.lastDay), \(endsAt), \(new.isKeptByRecord),
        \(new.account), \(empty))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the share was given no id") }
    var content = ShareRecord.Content()
    let words = new.terms.words.reveal(for: "sealing")
    (content.purpose, content.necessity) = (words.purpose, words.necessity)
    if case .outside(let name) = new.recipient { content.outside = name.reveal(for: "sealing") }
    try keep(content, of: id, in: write)
    guard let found = try find(reference, write) else {
      throw DatabaseError.shape("the share cannot be read again")
    }
    return found.share
  }

  /// Ends it at a moment, for a reason; ``DatabaseError/stale`` where somebody changed it since.
  func end(_ record: ShareRecord, _ end: ShareEnd, in write: Write) throws {
    try write.update(
      """
      UPDATE sharing_share SET ends_at = \(max(end.endsAt, record.share.since)),
        last_day = \(max(record.givenUntil, London.day(end.endsAt.adding(seconds: -0.001)))),
        version = version + 1
      WHERE id = \(record.id) AND version = \(record.version)
      """)
    var content = record.content
    content.ending = end.reason.reveal(for: "sealing")
    try keep(content, of: record.id, in: write)
  }

  /// Takes the words of a record's shares away: that it was shared, with whom and why in law, stays.
  func forget(about reference: Reference, in write: Write) throws {
    for record in try about(reference, write) {
      try keep(ShareRecord.Content(), of: record.id, in: write)
    }
  }

  func keep(_ content: ShareRecord.Content, of id: ID<ShareRecord>, in write: Write) throws {
    let sealed = try sealing.seal(content, id)
    try write.run("UPDATE sharing_share SET content = \(sealed) WHERE id = \(id)")
  }

  func some(_ sql: SQL, _ read: Read) throws -> [ShareRecord] {
    try read.all(sql) { row in try ShareRecord(row: &row, sealing) }
  }

  /// Seals the next shares after an id anew; their ids.
  func sealAnew(after last: Int64, in write: Write) throws -> [Int64] {
    let records = try some(
      "SELECT \(ShareRecord.columns) FROM sharing_share s WHERE s.id > \(last) ORDER BY s.id LIMIT 100",
      write)
    for record in records { try keep(record.content, of: record.id, in: write) }
    return records.map(\.id.rawValue)
  }
}
