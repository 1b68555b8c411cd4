internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Somebody's seat on the panel of one case review.
struct PanelSeat: Sendable {
  enum Part: String, CaseIterable, Sendable, Bindable {
    case chair
    case member

    var title: String { self == .chair ? "Chair" : "Member" }
  }

  let account: ID<Account>
  let part: Part
  let since: Day
  /// Whether whoever gave the seat said that their body acts for an authority the law names.
  let actsFor: Bool
}

/// Who sits on which panel, in the database.
enum PanelSeats {
  /// The most that sit on one panel.
  static let most = 50
  /// Roles that may sit on a panel: an administrator keeps the machine, an auditor its record.
  static let sitting: Set<Role> = [.manager, .officer, .coordinator, .partner]

  static func of(_ review: ID<CaseReviewRequest>, _ read: Read) throws -> [PanelSeat] {
    try read.all(
      """
      SELECT account, part, since, acts_for FROM case_review_seat WHERE request = \(review)
      ORDER BY part, account LIMIT \(most)
      """
    ) { row in
      PanelSeat(
        account: try row.id(), part: try row.choice(), since: try row.parsed(),
        actsFor: try row.bool())
    }
  }

  /// The reviews on whose panels somebody sits, the latest application first.
  static func reviews(of account: ID<Account>, _ read: Read) throws -> [CaseReview] {
    try CaseReviewStore.reviews(query(account), read)
  }

  static func query(_ account: ID<Account>) -> SQL {
    """
    SELECT \(CaseReviewStore.columns) FROM case_review_seat s
    JOIN case_review v ON v.request = s.request JOIN case_review_request q ON q.id = v.request
    WHERE s.account = \(account) ORDER BY v.applied_on DESC, v.request DESC LIMIT 100
    """
  }

  /// Gives somebody a seat, or another one; there is one chair.
  static func seat(
    _ person: Person, as part: PanelSeat.Part, actsFor: Bool = false, on review: CaseReview,
    _ linked: LinkedCases, by giver: ID<Account>?, at day: Day, in write: Write
  ) throws {
    guard person.isActive, sitting.contains(person.role) else {
      throw Refusal("account", "Choose somebody of the list")
    }
    guard !linked.worked(person.id) else {
      throw Refusal("account", "They worked a case this is about, and may not sit on the panel")
    }
    let seats = try of(review.id, write)
    if part == .chair, seats.contains(where: { $0.part == .chair && $0.account != person.id }) {
      throw Refusal("part", "The panel has a chair: take that seat away first")
    }
    guard seats.count < most else { throw Refusal("account", "A panel has \(most) seats at most") }
    try end(person.id, on: review, in: write)
    try write.run(
      """
      INSERT INTO case_review_seat (request, account, part, since, made_by, acts_for)
      VALUES (\(review.id), \(person.id), \(part), \(day), \(giver), \(actsFor))
      """)
  }

  /// Takes a seat away; false where they had none.
  @discardableResult
  static func end(
    _ account: ID<Account>, on review: CaseReview, in write: Write
  ) throws -> Bool {
    try write.run(
      "DELETE FROM case_review_seat WHERE request = \(review.id) AND account = \(account)") > 0
  }
}
