internal import Database
internal import Kernel
internal import Messages

/// Moves what belongs to a case to another; seals stay whole, since they are bound to the row.
///
/// What was written stays where it was written: the story, notes kept for us, what organisations
/// answered and whether it was read. Actions that are done and links that are spent stay with it.
/// Who the case was given to is decided anew. Orders keep the reference that they name.
struct TieMoves {
  let from: ID<CaseFile>
  let into: ID<CaseFile>
  /// What the outbox calls the case they go to.
  let subject: String
  let outbox: Outbox

  /// All that goes on: reports, people, open actions with their links, referrals, letters, support,
  /// assessments, markers, evidence, places, vehicles, tags and those who watch.
  func all(_ cases: CaseStore, in write: Write) throws {
    try write.run("UPDATE report_decision SET case_file = \(into) WHERE case_file = \(from)")
    try actions(of: "case_file = \(from)", in: write)
    try write.run("UPDATE case_person SET case_file = \(into) WHERE case_file = \(from)")
    try write.run("UPDATE case_referral SET case_file = \(into) WHERE case_file = \(from)")
    try referralLinks(in: write)
    try letters(of: "case_file = \(from)", in: write)
    try write.run("UPDATE known_request SET case_file = \(into) WHERE case_file = \(from)")
    try write.run("UPDATE case_support SET case_file = \(into) WHERE case_file = \(from)")
    try write.run("UPDATE risk_assessment SET case_file = \(into) WHERE case_file = \(from)")
    try write.run("UPDATE visit_marker SET case_file = \(into) WHERE case_file = \(from)")
    try evidence(of: "case_file = \(from)", in: write)
    try CaseWatch.move(from: from, to: into, in: write)
    // What both have stays where it is: it is on the other case already.
    try write.run(
      """
      UPDATE case_place SET case_file = \(into) WHERE case_file = \(from)
        AND place_key NOT IN (SELECT place_key FROM case_place WHERE case_file = \(into))
      """)
    try write.run(
      """
      UPDATE case_vehicle SET case_file = \(into) WHERE case_file = \(from)
        AND token NOT IN (SELECT token FROM case_vehicle WHERE case_file = \(into))
      """)
    try tags(SearchIndex(keyring: cases.keyring), in: write)
  }

  /// Some reports, people with what is about them alone, open actions and files.
  func some(_ parts: ChosenParts, in write: Write) throws {
    try write.run(
      """
      UPDATE report_decision SET case_file = \(into)
      WHERE case_file = \(from) AND report IN (\(list: parts.reports.map(\.id)))
      """)
    if !parts.people.isEmpty {
      let people: SQL = "case_file = \(from) AND person IN (\(list: parts.people))"
      try write.run("UPDATE case_referral SET case_file = \(into) WHERE \(people)")
      try referralLinks(in: write)
      try letters(of: people, in: write)
      try write.run("UPDATE known_request SET case_file = \(into) WHERE \(people)")
      try write.run("UPDATE case_support SET case_file = \(into) WHERE \(people)")
      try write.run("UPDATE risk_assessment SET case_file = \(into) WHERE \(people)")
      try write.run("UPDATE visit_marker SET case_file = \(into) WHERE \(people)")
      try write.run(
        """
        UPDATE case_person SET case_file = \(into)
        WHERE case_file = \(from) AND id IN (\(list: parts.people))
        """)
    }
    if !parts.actions.isEmpty {
      try actions(of: "case_file = \(from) AND id IN (\(list: parts.actions))", in: write)
    }
    if !parts.files.isEmpty {
      try evidence(of: "case_file = \(from) AND id IN (\(list: parts.files))", in: write)
    }
  }

  /// Actions that are not done; a link that waits for its answer writes it where the action is.
  private func actions(of condition: SQL, in write: Write) throws {
    let moved = try write.all(
      "SELECT id FROM case_action WHERE \(condition) AND done_at IS NULL"
    ) { row in try row.id(CaseAction.self) }
    guard !moved.isEmpty else { return }
    try write.run("UPDATE case_action SET case_file = \(into) WHERE id IN (\(list: moved))")
    try write.run(
      """
      UPDATE case_link SET case_file = \(into)
      WHERE action IN (\(list: moved)) AND answered_at IS NULL AND ended_at IS NULL
      """)
  }

  /// Links of referrals that have moved and wait for their answers.
  private func referralLinks(in write: Write) throws {
    try write.run(
      """
      UPDATE case_link SET case_file = \(into)
      WHERE case_file = \(from) AND answered_at IS NULL AND ended_at IS NULL
        AND referral IN (SELECT id FROM case_referral WHERE case_file = \(into))
      """)
  }

  /// Letters, with what the outbox has of them.
  private func letters(of condition: SQL, in write: Write) throws {
    let messages = try write.all("SELECT message FROM case_letter WHERE \(condition)") { row in
      try row.id(SentMessage.self)
    }
    guard !messages.isEmpty else { return }
    try write.run("UPDATE case_letter SET case_file = \(into) WHERE \(condition)")
    try outbox.move(messages, to: subject, in: write)
  }

  private func evidence(of condition: SQL, in write: Write) throws {
    try write.run(
      "UPDATE evidence SET case_file = \(into), version = version + 1 WHERE \(condition)")
  }

  /// The tags of both, as far as there is room; the case is still found by those it had.
  private func tags(_ index: SearchIndex, in write: Write) throws {
    let own = try CaseTags.of(into, write)
    let others = try CaseTags.of(from, write).filter { !own.contains($0) }
    guard !others.isEmpty else { return }
    let all = (own + others).prefix(CaseTags.most)
    try CaseTags.keep(all.sorted(), of: into, index, in: write)
  }
}
