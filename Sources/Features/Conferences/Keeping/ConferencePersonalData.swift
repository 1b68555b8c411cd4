internal import Database
internal import Kernel
internal import Partnership

/// What conferences keep about somebody who asks for it.
///
/// Of what stands apart nothing is found by whoever answers requests: that somebody is known there may be
/// what gets them hurt. Those who lead it look, and decide (``Disclosing``). What they told is theirs; what others said somebody reads
/// first. Whoever is the other side of a case is given nothing of it unread.
enum ConferencePersonalData {
  static let source = PersonalData(kind: "conference", find: find, record: record)

  @Sendable
  private static func find(
    _ name: Sensitive<String>, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    try KindStore.all(read).filter { !$0.isApart }.flatMap {
      try find(name, in: $0, services, read)
    }
  }

  /// The same of one kind, whether it stands apart or not.
  static func find(
    _ name: Sensitive<String>, in kind: ConferenceKind, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    let wanted = NameTokens.words(name)
    guard !wanted.isEmpty else { return [] }
    return try ReferralStore(services).named(name, in: kind.key, sight: .all, read).map {
      referral in
      let content = referral.content.reveal(for: "finding what is kept about somebody")
      let isSubject = wanted.isSubset(of: NameTokens.words(Sensitive(content.name)))
      return PersonalData.Found(
        id: side(referral.id, isSubject),
        name: Sensitive(isSubject ? content.name : content.other),
        born: Sensitive(isSubject ? Day(content.born) : nil), title: title(kind, referral),
        path: nil)
    }
  }

  @Sendable
  private static func record(
    _ id: Int64, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    guard let referral = try ReferralStore(services).find(ID(id / 2), read),
      let kind = try KindStore.find(referral.kind, read), !kind.isApart
    else { return nil }
    return try record(id, in: kind, services, read)
  }

  /// The same of one kind, whether it stands apart or not.
  static func record(
    _ id: Int64, in kind: ConferenceKind, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    let isSubject = id % 2 == 0
    guard let referral = try ReferralStore(services).find(ID(id / 2), read),
      referral.kind == kind.key
    else { return nil }
    let content = referral.content.reveal(for: "a request for one's own data")
    let research = try ResearchStore(services).all(of: referral.id, read)
    let history = try AgendaStore(services).history(of: referral.id, read)
    let actions = try ActionStore(services).about(referral.id, read)
    let outcomes = try OutcomeStore(sealing: ReferralStore(services).sealing).about(
      referral.id, read)
    return PersonalRecord(
      title: title(kind, referral), name: Sensitive(isSubject ? content.name : content.other),
      things: (isSubject ? [own(referral, content)] : []) + [reasons(referral, content, kind)]
        + research.map(answer) + history.map { said($0.item, $0.meeting) }
        + actions.map { one in action(one, outcomes.filter { $0.action == one.id }) })
  }

  /// Which side of a case is asked about is part of the number of the record.
  private static func side(_ id: ID<Referral>, _ isSubject: Bool) -> Int64 {
    id.rawValue * 2 + (isSubject ? 0 : 1)
  }

  private static func title(_ kind: ConferenceKind, _ referral: Referral) -> String {
    "\(kind.title) \(referral.reference)"
  }

  private static func own(
    _ referral: Referral, _ content: ReferralContent
  ) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "own", "What you told", day: referral.referredOn,
      lines: lines([
        ("Name", content.name), ("Date of birth", content.born), ("What you want", content.wishes),
        ("How you can be reached", content.contact),
      ]), isTheirs: true)
  }

  private static func reasons(
    _ referral: Referral, _ content: ReferralContent, _ kind: ConferenceKind
  ) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "reasons", "The referral", day: referral.referredOn,
      lines: lines(
        [
          ("Ground", kind.criterion(referral.criterion)?.title ?? referral.criterion),
          ("Assessment", referral.assessment.words ?? ""), ("What happened", content.why),
          ("Whether they know", content.told), ("Why it was needed", content.necessity),
          ("Why it was not taken", content.declined),
        ] + referral.grounds.rows), isTheirs: false)
  }

  private static func answer(_ research: Research) -> PersonalRecord.Thing {
    let content = research.content.reveal(for: "a request for one's own data")
    return PersonalRecord.Thing(
      "answer/\(research.id)", "What an organisation answered",
      day: research.answeredAt.map { London.day($0) },
      lines: lines([
        ("Answer", research.answer?.title ?? ""), ("Facts", content.facts),
        ("Views", content.views), ("Why it was not shared", content.withheld),
      ]), isTheirs: false)
  }

  private static func said(_ item: AgendaItem, _ meeting: Meeting) -> PersonalRecord.Thing {
    let words = item.content.reveal(for: "a request for one's own data").discussion
    return PersonalRecord.Thing(
      "minutes/\(item.id)", "What was said at a meeting", day: meeting.day,
      lines: lines([("Minutes", words)]), isTheirs: false)
  }

  private static func action(
    _ action: ConferenceAction, _ said: [SaidOutcome]
  ) -> PersonalRecord.Thing {
    let outcome = action.content.reveal(for: "a request for one's own data").outcome
    return PersonalRecord.Thing(
      "action/\(action.id)", "An action", day: action.due,
      lines: lines([
        ("What", action.words), ("State", action.state.title), ("What came of it", outcome),
      ])
        + lines(
          said.map { ("Said \(London.day($0.saidAt).words)", "\($0.state.title) \($0.words)") }),
      isTheirs: false)
  }

  private static func lines(
    _ lines: [(String, String)]
  ) -> [(heading: String, words: Sensitive<String>)] {
    lines.map { (heading: $0.0, words: Sensitive($0.1)) }
  }
}
