internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// A referral that the rules of its kind allow.
struct NewReferral: Sendable {
  var criterion = ""
  var assessment = Assessment()
  var children = 0
  var isUrgent = false
  var organisation: ID<Organisation>
  var referredOn: Day
  var grounds = ReferralGrounds.Named()
  var content = ReferralContent()
  var repeatOf: ID<Referral>?
}

/// Referrals in the database.
struct ReferralStore: Sendable {
  static let tokens = NameTokens("conferences.name")
  static let onPage = 25

  let sealing: ConferenceSealing
  let letters: String

  init(_ services: Services) {
    sealing = ConferenceSealing(keyring: services.keyring)
    letters = services.settings.letters
  }

  /// One referral of a kind; another kind's is not found.
  func find(_ reference: Reference, in kind: String, _ read: Read) throws -> Referral? {
    try read.first(
      """
      SELECT \(Referral.columns) FROM conference_case c
      WHERE c.reference = \(reference.description) AND c.kind = \(kind)
      """
    ) { row in try Referral(row: &row, sealing) }
  }

  func find(_ id: ID<Referral>, _ read: Read) throws -> Referral? {
    try read.first("SELECT \(Referral.columns) FROM conference_case c WHERE c.id = \(id)") { row in
      try Referral(row: &row, sealing)
    }
  }

  /// The last referral of the same parties within the rule's time before a day.
  func earlier(
    than day: Day, of content: ReferralContent, in kind: ConferenceKind, _ read: Read
  ) throws -> Referral? {
    let rule = RepeatRule(months: kind.rules.repeatMonths)
    return try named(Sensitive(content.name), in: kind.key, sight: .all, read)
      .filter { $0.state != .declined && rule.isRepeat(day, after: $0.referredOn) }
      .filter { RepeatRule.areSame($0.content.reveal(for: "finding a repeat"), content) }
      .max { ($0.referredOn, $0.id) < ($1.referredOn, $1.id) }
  }

  func add(
    _ new: NewReferral, to kind: String, by account: ID<Account>?, at now: Instant,
    using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> Reference {
    let reference = try unused(using: &generator, write)
    let known = try person(of: new.content, in: kind, write)
    let id = try sealing.insert(new.content, .referral, in: write) { (id: ID<Referral>, sealed) in
      """
      INSERT INTO conference_case (id, kind, reference, state, criterion, instrument,
        instrument_version, score, children, is_urgent, repeat_of, organisation, referred_on, made_by,
        made_at, grounds, content)
      VALUES (\(id), \(kind), \(reference.description), \(Referral.State.referred.rawValue),
        \(new.criterion), \(new.assessment.instrument), \(new.assessment.version),
        \(new.assessment.score), \(new.children), \(new.isUrgent), \(new.repeatOf),
        \(new.organisation), \(new.referredOn), \(account), \(now), \(try new.grounds.stored),
        \(sealed))
      """
    }
    try keepTokens(of: id, in: write)
    try write.run(
      "UPDATE conference_case SET person = \(known ?? id.rawValue) WHERE id = \(id)")
    return reference
  }

  /// The number of somebody who was referred before, however long ago; `nil` where nobody was found.
  private func person(
    of content: ReferralContent, in kind: String, _ read: Read
  ) throws -> Int64? {
    let same = try named(Sensitive(content.name), in: kind, sight: .all, read).filter {
      RepeatRule.areSamePerson($0.content.reveal(for: "counting people"), content)
    }
    guard let last = same.map(\.id).max(by: { $0.rawValue < $1.rawValue }) else { return nil }
    return try read.first(
      "SELECT COALESCE(c.person, c.id) FROM conference_case c WHERE c.id = \(last)"
    ) { row in Int64(try row.int()) }
  }

  private func unused(
    using generator: inout some RandomNumberGenerator, _ read: Read
  ) throws -> Reference {
    while true {
      let reference = Reference(letters: letters, using: &generator)
      let taken = try read.count(
        "SELECT COUNT(*) FROM conference_case WHERE reference = \(reference.description)")
      if taken == 0 { return reference }
    }
  }

  /// Keeps the hashes of a referral's names anew, under the newest key.
  func keepTokens(of id: ID<Referral>, in write: Write) throws {
    guard let referral = try find(id, write) else { return }
    let content = referral.content.reveal(for: "finding it again")
    try write.run("DELETE FROM conference_token WHERE case_id = \(id)")
    let names = Sensitive("\(content.name) \(content.other)")
    for token in Self.tokens.kept(names, sealing.keyring) {
      try write.run("INSERT INTO conference_token (case_id, token) VALUES (\(id), \(token))")
    }
  }

  /// Takes a referral, or does not and so ends it on a day; ``DatabaseError/stale`` where somebody
  /// decided meanwhile.
  func move(
    _ referral: Referral, to state: Referral.State, ended: Day? = nil, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE conference_case SET state = \(state.rawValue), ended_on = \(ended),
        version = version + 1
      WHERE id = \(referral.id) AND version = \(referral.version)
      """)
  }

  func decline(
    _ referral: Referral, because reason: String, on day: Day, in write: Write
  ) throws {
    try move(referral, to: .declined, ended: day, in: write)
    var content = referral.content.reveal(for: "writing down why it was not taken")
    content.declined = reason
    try sealing.keep(content, .referral, referral.id, in: write)
  }
}
