internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Partnership

/// Who may decide on an application, chair its review or sit on its panel: people with accounts who
/// worked none of the cases it is about.
struct ReviewPeople: Sendable {
  let agencies: [Agency]
  /// Those who may.
  let people: [Person]
  let linked: LinkedCases
  /// Who sits in the chair of the panel; `nil` where nobody does.
  let chair: Person?
  /// Who decided first, recorded it, chaired or sat: they decide no appeal.
  let first: Set<ID<Account>>
  private let all: [Person]

  init(
    _ review: CaseReview, _ linked: LinkedCases, _ services: Services, _ read: Read
  ) throws {
    self.linked = linked
    agencies = try services.people.agencies(read)
    all = try services.people.people(PanelSeats.sitting, read)
    people = all.filter { !linked.worked($0.id) }
    let seats = try PanelSeats.of(review.id, read)
    chair = try seats.first { $0.part == .chair }.flatMap {
      try services.people.person($0.account, read)
    }
    let records = try CaseReviewRecords(keyring: services.keyring).records(of: review.id, read)
    first = Set(
      try ReviewDeciders.of(review.id, read) + seats.map(\.account)
        + records.filter { $0.kind == .decision }.compactMap(\.account))
  }

  /// Somebody with the body they belong to.
  func words(_ person: Person) -> String {
    let body = agencies.first { $0.id == person.organisation }?.name ?? "Another organisation"
    return "\(person.name.reveal(for: "who sits on a panel")), \(body)"
  }

  /// The words of everybody with an account, whether or not they may.
  var names: [ID<Account>: String] {
    Dictionary(all.map { ($0.id, words($0)) }) { first, _ in first }
  }

  func choices(without barred: Set<ID<Account>> = []) -> [Choice] {
    people.filter { !barred.contains($0.id) }.map { Choice($0.id.description, words($0)) }
  }
}

/// Who decided on an application, chaired its review or decided the appeal, by account.
enum ReviewDeciders {
  enum Part: String, Sendable, Bindable {
    case threshold
    case chair
    case appeal
  }

  static func keep(
    _ accounts: [ID<Account>], as part: Part, of review: ID<CaseReviewRequest>, in write: Write
  ) throws {
    for account in accounts {
      try write.run(
        """
        INSERT INTO case_review_decider (request, account, part)
        VALUES (\(review), \(account), \(part)) ON CONFLICT DO NOTHING
        """)
    }
  }

  /// Who decided so far: first, in the chair, or on an appeal before this one.
  static func of(_ review: ID<CaseReviewRequest>, _ read: Read) throws -> [ID<Account>] {
    try read.all(
      """
      SELECT DISTINCT account FROM case_review_decider
      WHERE request = \(review) ORDER BY account LIMIT 200
      """
    ) { row in try row.id() }
  }
}
