internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Something of a conference that was copied into a case, why and by whom.
struct CaseCopy: Sendable {
  let id: ID<CaseCopy>
  /// The case it went into.
  let reference: Reference
  let madeBy: ID<Account>?
  let madeAt: Instant
  let content: Sensitive<CopyContent>
}

/// The words of a copy; kept sealed.
struct CopyContent: Codable, Equatable, Sendable {
  var words = ""
  var reason = ""
}

/// The form that copies something into a case.
struct CopyForm {
  let reference: Reference
  let content: CopyContent

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let typed = form.text("copy-case", or: "Enter the reference of the case", limit: 30)
    let reference = Reference(typed)
    if reference == nil { form.refuse("copy-case", "Check the reference: it is like TM-7K42-0931") }
    var content = CopyContent()
    content.words = form.text("copy-words", or: "Enter what is copied", limit: 2000)
    content.reason = form.text("copy-reason", or: "Enter why the case needs it", limit: 1000)
    try form.finish()
    guard let reference else { throw Refusal("copy-case", "Enter the reference of the case") }
    self.reference = reference
    self.content = content
  }
}

/// Copies in the database.
struct CopyStore: Sendable {
  static let most = 100

  let sealing: ConferenceSealing

  func all(of referral: ID<Referral>, _ read: Read) throws -> [CaseCopy] {
    try read.all(Self.query(of: referral)) { row in
      let id: ID<CaseCopy> = try row.id()
      return CaseCopy(
        id: id, reference: try row.parsed(), madeBy: try row.optionalID(), madeAt: try row.parsed(),
        content: try sealing.open(try row.bytes(), .copy, id))
    }
  }

  static func query(of referral: ID<Referral>) -> SQL {
    """
    SELECT p.id, p.reference, p.made_by, p.made_at, p.content FROM conference_copy p
    WHERE p.case_id = \(referral) ORDER BY p.id DESC LIMIT \(most)
    """
  }

  func add(
    _ form: CopyForm, of referral: ID<Referral>, by account: ID<Account>, at now: Instant,
    in write: Write
  ) throws {
    try sealing.insert(form.content, .copy, in: write) { (id: ID<CaseCopy>, sealed) in
      """
      INSERT INTO conference_copy (id, case_id, reference, made_by, made_at, content)
      VALUES (\(id), \(referral), \(form.reference.description), \(account), \(now), \(sealed))
      """
    }
  }
}
