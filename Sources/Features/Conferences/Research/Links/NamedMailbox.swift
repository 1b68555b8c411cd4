internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The one mailbox of an organisation to which a conference sends links and codes.
///
/// It is named once, by who gives seats, so that nobody types an address in haste.
struct NamedMailbox: Sendable {
  let organisation: ID<Organisation>
  let address: Sensitive<String>
}

/// The words of a named mailbox; kept sealed.
struct MailboxContent: Codable, Equatable, Sendable {
  var address = ""
}

/// The form that names an organisation's mailbox, or takes it away.
struct MailboxForm {
  let organisation: ID<Organisation>
  /// `nil` where it is taken away.
  let address: Sensitive<String>?

  init(_ fields: Fields, bodies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    let body = bodies.first { $0.id.description == fields["mailbox-body"] }
    if body == nil { form.refuse("mailbox-body", "Choose the organisation") }
    address =
      (fields["mailbox"] ?? "").allSatisfy(\.isWhitespace)
      ? nil : LinkTerms.mailbox("mailbox", &form, or: "Enter its mailbox")
    try form.finish()
    guard let body else { throw Refusal("mailbox-body", "Choose the organisation") }
    organisation = body.id
  }
}

/// Named mailboxes in the database.
struct MailboxStore: Sendable {
  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  func all(of kind: String, _ read: Read) throws -> [NamedMailbox] {
    try read.all(
      """
      SELECT id, organisation, content FROM conference_mailbox WHERE kind = \(kind)
      ORDER BY organisation LIMIT \(MemberStore.most)
      """
    ) { row in
      let id: ID<NamedMailbox> = try row.id()
      let organisation: ID<Organisation> = try row.id()
      let content: Sensitive<MailboxContent> = try sealing.open(try row.bytes(), .mailbox, id)
      return NamedMailbox(
        organisation: organisation,
        address: Sensitive(content.reveal(for: "a named mailbox").address))
    }
  }

  func find(
    _ organisation: ID<Organisation>, of kind: String, _ read: Read
  ) throws -> Sensitive<String>? {
    try all(of: kind, read).first { $0.organisation == organisation }?.address
  }

  /// Names it, in the place of the one before; `nil` takes that away.
  func set(
    _ address: Sensitive<String>?, of organisation: ID<Organisation>, in kind: String,
    by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      DELETE FROM conference_mailbox WHERE kind = \(kind) AND organisation = \(organisation)
      """)
    guard let address else { return }
    try sealing.insert(
      MailboxContent(address: address.reveal(for: "sealing it")), .mailbox, in: write
    ) { (id: ID<NamedMailbox>, sealed) in
      """
      INSERT INTO conference_mailbox (id, kind, organisation, set_by, set_at, content)
      VALUES (\(id), \(kind), \(organisation), \(account), \(now), \(sealed))
      """
    }
  }
}
