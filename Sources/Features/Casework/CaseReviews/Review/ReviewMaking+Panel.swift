internal import Access
internal import Database
internal import Kernel
internal import Partnership

extension ReviewMaking {
  /// What the panel reads: the victim's wishes, what two bodies did, and who sits on it.
  func prepare(in write: Write) throws {
    let review = try review(write)
    let at = later(rule.decideDays)
    let told: [(ReviewRecord.Kind, [(String, String)])] = [
      (
        .wishes,
        [
          ("How they wish to take part", VictimWish.statement.title),
          ("What they want to come of it", "One person to call, and nights without shouting."),
        ]
      ),
      (
        .account,
        [
          ("Body", "Thornmere Homes"),
          ("What it did", "Wrote to the tenants twice and put a sign on the landing."),
        ]
      ),
      (
        .account,
        [
          ("Body", "Thornmere Constabulary"),
          ("What it did", "Came once. Asked the caretaker, Grebe Sample, on 07700 900321."),
        ]
      ),
    ]
    for (kind, lines) in told {
      try records.record(
        kind, ReviewRecord.Content(lines), of: review.id, by: account, at: at, in: write)
    }
    let linked = try LinkedCases(review, services, write)
    for (role, part) in [(Role.coordinator, PanelSeat.Part.chair), (.partner, .member)] {
      guard let person = try services.people.people([role], write).first else { continue }
      try PanelSeats.seat(
        person, as: part, on: review, linked, by: account, at: London.day(at), in: write)
    }
    try issue(review, at: at, in: write)
  }

  /// Chooses for each page that names others, and issues the papers.
  private func issue(_ review: CaseReview, at moment: Instant, in write: Write) throws {
    let store = PanelStore(keyring: services.keyring)
    let gathering = PanelGathering(services: services, review: review)
    for page in try gathering.pages(write) where page.waits {
      try store.choose(
        PanelChoice(treatment: .struck, text: page.source.text), for: page.source.key, version: 0,
        of: review.id, by: account, at: moment, in: write)
    }
    try store.issue(
      PanelPapers(gathering.pages(write)), to: review.id, by: account, at: moment, in: write)
    try shares(review, by: account, at: moment).give(in: write)
  }

  func shares(_ review: CaseReview, by account: ID<Account>, at moment: Instant) -> PanelShares {
    PanelShares(
      services: services, review: review, account: account, organisation: nil, now: moment)
  }

  /// Cases that none of those worked who decide, chair and sit, the oldest first.
  static func casesToReview(
    _ services: Services, _ read: Read
  ) throws -> [String] {
    let people = try services.people.people([.manager, .coordinator, .partner], read).map(\.id)
    return try read.all(
      """
      SELECT c.reference FROM case_file c
      WHERE c.state <> 'closed' AND COALESCE(c.owner, 0) NOT IN (\(list: people))
        AND COALESCE(c.opened_by, 0) NOT IN (\(list: people)) AND NOT EXISTS (
          SELECT 1 FROM case_entry e WHERE e.case_file = c.id AND e.account IN (\(list: people)))
      ORDER BY c.id LIMIT 8
      """
    ) { row in try row.text() }
  }
}
