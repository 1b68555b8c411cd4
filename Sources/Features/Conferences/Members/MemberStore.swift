internal import Access
internal import Database
internal import Kernel

/// Somebody's seat in a kind of conference.
struct Member: Sendable {
  let id: ID<Member>
  let account: ID<Account>
  let organisation: ID<Organisation>
  let seat: Seat
  let since: Day
}

/// Who sits in which conference, in the database.
enum MemberStore {
  /// The most that sit in one conference.
  static let most = 200

  /// The seat of somebody in a kind; `nil` where they have none, or their role no longer sits.
  static func sitting(_ actor: Actor, in key: String, _ read: Read) throws -> Sitting? {
    let seat: Seat? = try read.first(
      """
      SELECT seat FROM conference_member
      WHERE kind = \(key) AND account = \(actor.account) AND until_day IS NULL
      """
    ) { row in try row.choice() }
    guard let seat, let kind = try KindStore.find(key, read),
      ConferencePolicy.sitting.contains(actor.role), kind.rules.roles.contains(actor.role)
    else { return nil }
    return Sitting(
      kind: kind, seat: seat, account: actor.account, organisation: actor.organisation)
  }

  /// Every kind somebody sits in, in the order of the kinds.
  static func sittings(_ actor: Actor, _ read: Read) throws -> [Sitting] {
    let keys = try read.all(seatsQuery(actor.account)) { row in try row.text() }
    return try keys.compactMap { try sitting(actor, in: $0, read) }
  }

  static func seatsQuery(_ account: ID<Account>) -> SQL {
    """
    SELECT m.kind FROM conference_member m JOIN conference_kind k ON k.key = m.kind
    WHERE m.account = \(account) AND m.until_day IS NULL ORDER BY k.place LIMIT 100
    """
  }

  static func members(of key: String, _ read: Read) throws -> [Member] {
    try read.all(membersQuery(key)) { row in
      Member(
        id: try row.id(), account: try row.id(), organisation: try row.id(),
        seat: try row.choice(), since: try row.parsed())
    }
  }

  static func membersQuery(_ key: String) -> SQL {
    """
    SELECT id, account, organisation, seat, since FROM conference_member
    WHERE kind = \(key) AND until_day IS NULL ORDER BY organisation, id LIMIT \(most)
    """
  }

  /// Gives somebody a seat, or another one.
  static func seat(
    _ account: ID<Account>, of organisation: ID<Organisation>, as seat: Seat, in key: String,
    by giver: ID<Account>?, on day: Day, write: Write
  ) throws {
    try end(account, in: key, on: day, write: write)
    try write.run(
      """
      INSERT INTO conference_member (id, kind, account, organisation, seat, since, made_by)
      VALUES (\(ID<Member>.spaced()), \(key), \(account), \(organisation), \(seat.rawValue),
        \(day), \(giver))
      """)
  }

  /// Takes somebody's seat away; false where they had none.
  @discardableResult
  static func end(
    _ account: ID<Account>, in key: String, on day: Day, write: Write
  ) throws -> Bool {
    try write.run(
      """
      UPDATE conference_member SET until_day = \(day)
      WHERE kind = \(key) AND account = \(account) AND until_day IS NULL
      """) > 0
  }
}
