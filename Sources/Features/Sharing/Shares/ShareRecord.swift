internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// A share as the register keeps it, with what only the register shows.
struct ShareRecord: Sendable {
  let id: ID<ShareRecord>
  let version: Int
  let share: Share
  /// The last day it was given for; it may have ended before.
  let givenUntil: Day
  let account: ID<Account>?
  /// Why it ended before its day; empty where it did not.
  let ending: Sensitive<String>

  /// What is written about a share; kept sealed, as one value.
  struct Content: Codable, Equatable, Sendable {
    var purpose = ""
    var necessity = ""
    /// The name of a recipient outside the partnership.
    var outside = ""
    var ending = ""
  }

  /// Whether it was ended before its last day.
  var isRevoked: Bool { share.lastDay < givenUntil }

  func state(at now: Instant) -> State {
    if share.isOpen(at: now) { return .open }
    return isRevoked ? .revoked : .ended
  }

  enum State: String, CaseIterable, Sendable {
    case open
    case ended
    case revoked

    var title: String {
      switch self {
      case .open: "Shared"
      case .ended: "Ended"
      case .revoked: "Revoked"
      }
    }
  }
}

extension ShareRecord {
  static let columns: SQL = """
    s.id, s.version, s.reference, s.about, s.organisation, s.grounds, s.fields, s.agreement, s.since,
    s.last_day, s.ends_at, s.is_kept, s.account, s.content
    """

  init(row: inout Row, _ sealing: ShareSealing) throws {
    let id: ID<ShareRecord> = try row.id()
    self.id = id
    version = try row.int()
    let (reference, about): (Reference, Reference?) = (
      try row.parsed(), try row.optionalParsed()
    )
    let organisation: ID<Organisation>? = try row.optionalID()
    let grounds = try JSONDecoder().decode([ShareGround].self, from: Data(try row.text().utf8))
    let fields = [ShareField](stored: try row.text())
    let agreement: ID<ShareAgreement>? = try row.optionalID()
    let since: Instant = try row.parsed()
    givenUntil = try row.parsed()
    let endsAt: Instant = try row.parsed()
    let isKept = try row.bool()
    account = try row.optionalID()
    let content = try sealing.open(try row.bytes(), id).reveal(for: "record of a share")
    ending = Sensitive(content.ending)
    let words = ShareTerms.Words(purpose: content.purpose, necessity: content.necessity)
    share = Share(
      reference: reference, about: about, organisation: organisation,
      outside: organisation == nil ? Sensitive(content.outside) : nil,
      terms: ShareTerms(
        words: Sensitive(words), grounds: grounds, fields: fields, agreement: agreement,
        lastDay: givenUntil),
      since: since, endsAt: endsAt, isKeptByRecord: isKept,
      path: SharingRoute.share(reference).path)
  }

  /// All that is sealed of it, as it is now.
  var content: Content {
    let words = share.terms.words.reveal(for: "sealing")
    return Content(
      purpose: words.purpose, necessity: words.necessity,
      outside: share.outside?.reveal(for: "sealing") ?? "", ending: ending.reveal(for: "sealing"))
  }
}

/// Seals what is written about a share, and opens it again.
struct ShareSealing: Sendable {
  private static let table: StaticString = "sharing_share"

  let keyring: Keyring

  func seal(_ content: ShareRecord.Content, _ id: ID<ShareRecord>) throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    return keyring.seal(Sensitive(text), table: Self.table, row: id, column: "content")
  }

  func open(_ sealed: [UInt8], _ id: ID<ShareRecord>) throws -> Sensitive<ShareRecord.Content> {
    let text = try keyring.open(sealed, table: Self.table, row: id, column: "content")
    let bytes = Data(text.reveal(for: "reading a sealed record").utf8)
    return Sensitive(try JSONDecoder().decode(ShareRecord.Content.self, from: bytes))
  }
}
