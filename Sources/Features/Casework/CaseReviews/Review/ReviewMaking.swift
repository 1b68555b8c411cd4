internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Makes one made-up application for the demonstration, step by step, each at its own time.
struct ReviewMaking {
  let services: Services
  let rule: ReviewRule
  let applied: Day
  let account: ID<Account>
  let reference: Reference

  var records: CaseReviewRecords { CaseReviewRecords(keyring: services.keyring) }

  init(
    services: Services, rule: ReviewRule, applied: Day, by account: ID<Account>, number: Int,
    references: [Reference] = [], using generator: inout some RandomNumberGenerator, in write: Write
  ) throws {
    self.services = services
    self.rule = rule
    self.applied = applied
    self.account = account
    let request = CaseReviewRequest(
      name: "Applicant \(number)", phone: "", email: "applicant\(number)@thornmere.example",
      isOnBehalf: number.isMultiple(of: 3),
      victim: number.isMultiple(of: 3)
        ? CaseReviewRequest.Victim(
          name: "Neighbour \(number)", agreedOn: applied.adding(days: -2).description,
          agreedHow: "In writing, seen by the council") : nil,
      contact: ReviewContact(ways: [.email], times: number.isMultiple(of: 2) ? .any : .morning),
      references: references.map(\.description).joined(separator: ", "),
      story:
        "Noise and shouting on the landing, told to several bodies. (Made up, number \(number).)")
    reference = try CaseReviewStore(services).add(
      request, once: "demonstration \(number)", applied: applied,
      by: number.isMultiple(of: 4) ? .phone : .web, at: Self.at(applied, 600), using: &generator,
      in: write
    ).reference
  }

  private static func at(_ day: Day, _ minute: Int) -> Instant {
    London.instant(day, minute: minute)
  }

  func later(_ days: Int) -> Instant {
    Self.at(WorkingTime.statutory.day(days, after: applied), 660)
  }

  func complaint(
    _ body: ComplaintBody, _ happened: Int, _ reported: Int, about file: String = "",
    in write: Write
  ) throws {
    let form = ComplaintForm(
      body: body, behaviour: applied.adding(days: -happened),
      reported: applied.adding(days: -reported),
      content: ReviewComplaint.Content(
        reference: file, what: "Shouting on the landing at night"))
    try records.add(form, to: review(write).id, by: account, at: later(1), in: write)
  }

  func acknowledge(in write: Write) throws {
    try keep("acknowledged_at = \(later(1))", write)
  }

  func decide(_ decision: ReviewDecision, in write: Write) throws {
    let review = try review(write)
    let complaints = try records.complaints(of: review.id, write)
    let law = try ReviewLawStore.on(applied, write)
    let verdict = ReviewVerdict(
      complaints.map { $0.tested(applied: applied, rule: rule, law: law) }, applied: applied,
      rule: rule, law: law)
    let at = later(rule.decideDays - 1)
    try records.record(
      .decision,
      ReviewRecord.Content([
        ("Bodies", "Thornmere Council, Thornmere Constabulary, Thornmere Health Trust"),
        ("Who decided", "Head of service A (council), Inspector B (police), Lead C (health)"),
        (
          "Reason, as the applicant reads it",
          decision == .review
            ? "You told several bodies about it within a month each time. There will be a review."
            : "Two complaints were made, one of them more than a month after it happened. The harm was "
              + "looked at, and the landlord has acted since."
        ),
      ]), of: review.id, by: account, at: at, in: write)
    try keep(
      """
      decided_at = \(at), decision = \(decision), rule = \(rule.number),
        law = \(law.key), floor_met = \(verdict.isFloorMet ? 1 : 0)
      """, write)
  }

  func hold(in write: Write) throws {
    let review = try review(write)
    let linked = try LinkedCases(review, services, write)
    let people = try ReviewPeople(review, linked, services, write)
    let held = WorkingTime.statutory.day(rule.meetDays - 2, after: applied)
    try records.record(
      .panel,
      ReviewRecord.Content([
        ("Chair", people.chair.map(people.words) ?? "Chair D, of another borough"),
        (
          "Why the chair is independent", "Brings partners together and had no part in the response"
        ),
        ("Took part", "Thornmere Council, Thornmere Homes"),
        ("The victim", VictimPart.statement.title),
        ("Found", "Each body acted on what it knew; none knew of the others’ reports."),
      ]), of: review.id, by: account, at: Self.at(held, 900), in: write)
    try keep("held_on = \(held)", write)
    guard let landlord = try services.people.agencies(write).first(where: { $0.kind == .housing })
    else { return }
    try records.recommend(
      Sensitive("Name one person who answers the household"), to: landlord.id,
      by: WorkingTime.statutory.day(rule.meetDays + 10, after: applied), in: review.id, write)
  }

  func tell(in write: Write) throws {
    let review = try review(write)
    let told = WorkingTime.statutory.day(rule.meetDays + 3, after: applied)
    for one in try records.recommendations(of: review.id, write) {
      _ = try records.answer(
        one.id, of: review.id, .accepted, Sensitive("Named the week after"), at: Self.at(told, 600),
        in: write)
    }
    try records.record(
      .outcome,
      ReviewRecord.Content([
        ("The victim was asked about the action plan", told.adding(days: -1).words),
        ("What they said of it", "They want to know whom to call at night."),
        ("What the applicant is told", "One person answers you from now on, at your landlord’s."),
      ]), of: review.id, by: account, at: Self.at(told, 660), in: write)
    try shares(review, by: account, at: Self.at(told, 660)).close(in: write)
    try keep(
      "consulted_on = \(told.adding(days: -1)), told_at = \(Self.at(told, 660)), satisfied = 'yes'",
      write)
  }

  /// An appeal some days after the decision or the outcome; `nil` where it is not decided yet.
  func appeal(_ result: ReviewAppeal?, in write: Write) throws {
    let review = try review(write)
    let from = (review.toldAt ?? review.decidedAt).map { London.day($0) } ?? applied
    let appealed = WorkingTime.statutory.day(5, after: from)
    let decided = WorkingTime.statutory.day(10, after: appealed)
    func note(_ lines: [(String, String)], on day: Day) throws {
      try records.record(
        .appeal, ReviewRecord.Content(lines), of: review.id, by: nil, at: Self.at(day, 660),
        in: write)
    }
    try note(
      [("Grounds of the appeal", "Nothing is said of the weeks before, when nobody came.")],
      on: appealed)
    if let result {
      try note(
        [
          ("Who decided", "Director E (council), Superintendent F (police)"),
          (
            "Appeal: \(result.title)",
            "The weeks before belong to it. The plan is made anew with you."
          ),
        ], on: decided)
    }
    if result == .upheld, review.isRefused {
      return try keep(ReviewReopening.changes(on: decided), write)
    }
    try keep("appealed_on = \(appealed), appeal = \(result)", write)
  }

  func review(_ read: Read) throws -> CaseReview {
    guard let review = try CaseReviewStore(services).review(reference, read) else {
      throw CaseworkProblem.notFound
    }
    return review
  }

  private func keep(_ changes: SQL, _ write: Write) throws {
    try CaseReviewStore.keep(review(write), changes, in: write)
  }
}
