internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// Carries out what a form asks of a case review, inside one transaction.
struct ReviewActs {
  static let worked =
    "You worked a case this is about, so somebody else records what was decided on it"
  static let entered =
    "You worked a case this is about, so you take out only what you entered yourself"
  static let decidedFirst =
    "You decided first, recorded it or sat on the panel, so somebody else records what came of the appeal"

  let visit: StaffVisit
  let review: CaseReview

  var records: CaseReviewRecords { CaseReviewRecords(keyring: visit.services.keyring) }
  var form: Fields { visit.request.form }
  var today: Day { visit.services.clock.today }
  var actor: ID<Account> { visit.actor.account }

  /// The rule an application is tested by: that it was decided under, or that of its day.
  static func rule(of review: CaseReview, _ read: Read) throws -> ReviewRule? {
    guard review.decidedAt != nil else { return try ReviewRule.on(review.appliedOn, read) }
    return try review.rule.flatMap { try ReviewRule.numbered($0, read) }
  }

  func carryOut(_ act: ReviewAct, in write: Write) throws {
    switch act {
    case .acknowledge: try acknowledge(in: write)
    case .complaint: try complaint(in: write)
    case .drop: try drop(in: write)
    case .decide: try decide(in: write)
    case .wishes: try wishes(in: write)
    case .account: try account(in: write)
    case .panel: try panel(in: write)
    case .recommend: try recommend(in: write)
    case .answer: try answer(in: write)
    case .outcome: try outcome(in: write)
    case .appeal: try appeal(in: write)
    }
  }

  private func acknowledge(in write: Write) throws {
    guard review.acknowledgedAt == nil else { throw DatabaseError.stale }
    let rule = try Self.rule(of: review, write)
    try send(.received(by: rule.map { ReviewClocks($0, applied: review.appliedOn).decide }), write)
    try keep("acknowledged_at = \(visit.now)", write)
  }

  private func complaint(in write: Write) throws {
    try undecided()
    let known = try records.complaints(of: review.id, write)
    guard known.count < CaseReviewRecords.most else {
      throw Refusal("what", "An application has \(CaseReviewRecords.most) complaints at most")
    }
    let complaint = try ComplaintForm(form, known, applied: review.appliedOn, today: today)
    try records.add(complaint, to: review.id, by: actor, at: visit.now, in: write)
    try keep(nil, write)
  }

  private func drop(in write: Write) throws {
    try undecided()
    let linked = try LinkedCases(review, visit.services, write)
    let out = try TakingOutForm(form, records.complaints(of: review.id, write))
    guard !linked.worked(actor) || out.complaint.addedBy == actor else {
      throw Refusal("complaint", Self.entered)
    }
    try records.record(
      .takenOut, out.record, of: review.id, by: actor, at: visit.now, in: write)
    try records.drop(out.complaint.id, of: review.id, in: write)
    try keep(nil, write)
  }

  private func decide(in write: Write) throws {
    try undecided()
    let complaints = try records.complaints(of: review.id, write)
    let rule = try Self.rule(of: review, write)
    let people = try people(write)
    let law = try ReviewLawStore.of(review, write)
    let verdict = ReviewVerdict(
      complaints.map { $0.tested(applied: review.appliedOn, rule: rule, law: law) },
      applied: review.appliedOn, rule: rule, law: law)
    let decision = try DecisionForm(form, people, verdict)
    try records.record(
      .decision, decision.record, of: review.id, by: actor, at: visit.now, in: write)
    try keep(
      """
      decided_at = \(visit.now), decision = \(decision.decision),
        rule = \(rule?.number), law = \(law.key), floor_met = \(verdict.isFloorMet ? 1 : 0)
      """, write)
    try ReviewDeciders.keep(decision.deciders, as: .threshold, of: review.id, in: write)
    if decision.decision == .noReview { try PanelShares(visit, review).close(in: write) }
    try send(
      decision.decision == .review
        ? .review(reason: decision.reason)
        : .noReview(reason: decision.reason, appealDays: rule?.appealDays), write)
  }

  private func panel(in write: Write) throws {
    guard let decidedAt = review.decidedAt, review.decision == .review, review.heldOn == nil else {
      throw Refusal("held-day", "There is no review to be held")
    }
    let people = try people(write)
    let panel = try PanelForm(form, people, decided: London.day(decidedAt), today: today)
    if let chair = panel.chair.person {
      try ReviewDeciders.keep([chair.id], as: .chair, of: review.id, in: write)
      if people.chair == nil {
        try PanelSeats.seat(
          chair, as: .chair, on: review, people.linked, by: actor, at: today, in: write)
        try PanelShares(visit, review).give(refusingAt: "chair-account", in: write)
      }
    }
    try records.record(.panel, panel.record, of: review.id, by: actor, at: visit.now, in: write)
    try keep("held_on = \(panel.held)", write)
  }

  private func recommend(in write: Write) throws {
    guard review.heldOn != nil, review.toldAt == nil else {
      throw Refusal("recommendation", "Recommendations follow the meeting and precede the outcome")
    }
    let people = try people(write)
    let form = try RecommendationForm(form, people.agencies, today: today)
    try records.recommend(
      Sensitive(form.words), to: form.organisation, by: form.due, in: review.id, write)
    try keep(nil, write)
  }

  private func answer(in write: Write) throws {
    let form = try RecommendationAnswerForm(form)
    let isKept = try records.answer(
      form.id, of: review.id, form.answer, Sensitive(form.words), at: visit.now, in: write)
    guard isKept else { throw Refusal("answer", "This recommendation is answered already") }
    try keep(nil, write)
  }

  private func outcome(in write: Write) throws {
    guard let held = review.heldOn, review.toldAt == nil else {
      throw Refusal("outcome", "The outcome is told once, after the meeting")
    }
    _ = try people(write)
    let outcome = try OutcomeForm(form, held: held, today: today)
    let rule = try Self.rule(of: review, write)
    try records.record(
      .outcome, outcome.record, of: review.id, by: actor, at: visit.now, in: write)
    try keep(
      "consulted_on = \(outcome.consulted), told_at = \(visit.now), satisfied = \(outcome.satisfied)",
      write)
    try PanelShares(visit, review).close(in: write)
    try send(.outcome(outcome.words, appealDays: rule?.appealDays), write)
  }

  private func undecided() throws(Refusal) {
    guard review.decidedAt == nil else {
      throw Refusal("", "It is decided already. What it was decided on stays as it was")
    }
  }

  /// Who may decide; whoever worked a case it is about records nothing of what was decided.
  func people(_ write: Write) throws -> ReviewPeople {
    let linked = try LinkedCases(review, visit.services, write)
    guard !linked.worked(actor) else { throw Refusal("", Self.worked) }
    return try ReviewPeople(review, linked, visit.services, write)
  }

  func keep(_ changes: SQL?, _ write: Write) throws {
    try CaseReviewStore.keep(review, changes, in: write)
  }

  func send(_ letter: CaseReviewLetter, _ write: Write) throws {
    let request = try CaseReviewStore(visit.services).content(review, write)
    try visit.services.outbox.queue(
      letter.message(to: request, review.reference), at: visit.now, in: write)
  }
}
