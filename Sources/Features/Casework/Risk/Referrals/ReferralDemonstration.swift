internal import Database
internal import Kernel
internal import Partnership

/// Made-up referrals, vehicles and young people of some cases: accepted, declined, waiting and late.
struct ReferralDemonstration {
  private let services: Services
  private let agencies: [Agency]
  private let today: Day

  static func make(_ world: World, _ services: Services) throws {
    try services.database.bulkWrite { write in
      let demonstration = ReferralDemonstration(
        services: services, agencies: try services.people.agencies(write), today: world.today)
      var generator = world.generator(for: "referrals")
      let files = try write.all(
        """
        SELECT \(CaseFile.columns) FROM case_file c WHERE c.state <> 'closed' ORDER BY c.id LIMIT 90
        """
      ) { row in try CaseFile(row: &row) }
      for (number, file) in files.enumerated() {
        if number % 5 == 1 { try demonstration.refer(file, &generator, in: write) }
        if number % 11 == 2 { try demonstration.park(number, file, in: write) }
        if number % 9 == 4 { try demonstration.offer(number, file, in: write) }
      }
    }
  }

  private func refer(
    _ file: CaseFile, _ generator: inout SeededGenerator, in write: Write
  ) throws {
    guard let agency = agencies.randomElement(using: &generator) else { return }
    let store = ReferralStore(keyring: services.keyring)
    let due = WorkingTime.statutory.day(
      1, after: today.adding(days: Int.random(in: -8...9, using: &generator)))
    let sent = London.instant(due.adding(days: -14), minute: 10 * 60)
    let purpose = "Look at what support is open to the household"
    let choices = try services.shares.choices(today, write)
    var gateway = choices.ground(.gateway, "cda-115")
    if agency.kind == .voluntary { gateway?.isRecipientSaid = true }
    let terms = ShareTerms(
      words: Sensitive(
        ShareTerms.Words(
          purpose: purpose,
          necessity: "They cannot offer it without. Made up for the demonstration")),
      grounds: [gateway, choices.ground(.basis, "public-task")]
        .compactMap(\.self), fields: [.identity, .contact, .household], agreement: nil, lastDay: due
    )
    let new = ReferralForm(agency: agency, person: nil, purpose: purpose, terms: terms, due: due)
    let share = try services.shares.record(
      NewShare(
        about: file.reference, with: .organisation(agency), terms, by: file.owner, at: sent), write)
    try store.add(new, recorded: share, to: file.id, at: sent, in: write)
    try note(.referral, "\(agency.name), to be answered by \(due.words)", file, sent, in: write)
    let chance = Int.random(in: 0..<100, using: &generator)
    if chance < 60, let referral = try store.referrals(of: file.id, write).first {
      let (answer, words): (ReferralAnswer, String) =
        chance < 45 ? (.accepted, "A worker has called them") : (.declined, "Outside their area")
      let answered = sent.adding(seconds: 4 * 86_400)
      try store.answer(referral, answer, words, at: answered, in: write)
      try services.shares.end(
        share, ShareEnd(answered, because: Sensitive("The referral is answered")), write)
      try note(
        .referralAnswer, "\(agency.name): \(answer.title.lowercased()). \(words)", file, answered,
        in: write
      )
    }
    try CaseStore(services).keep(file, CaseChange(), at: file.touchedAt, in: write)
  }

  /// A vehicle with a mark nobody has; every second case has the same.
  private func park(_ number: Int, _ file: CaseFile, in write: Write) throws {
    guard let token = ContactToken.vehicle(number % 2 == 0 ? "ZZ00 ZZZ" : "ZZ00 ZZ\(number % 10)")
    else { return }
    try VehicleStore(keyring: services.keyring).add(
      token, "White van, seen at night", to: file.id, at: file.openedAt, in: write)
  }

  /// Somebody young who is complained of; every second was offered support.
  private func offer(_ number: Int, _ file: CaseFile, in write: Write) throws {
    let parts = CaseStore(services).parts
    try parts.add(
      CasePerson.Content(name: "Person C"), as: .subject, to: file.id, at: file.openedAt, in: write)
    guard let person = try parts.people(of: file.id, as: [.subject], write).last else { return }
    let agency = number % 2 == 0 ? agencies.first : nil
    let form = SupportForm(
      person: person, age: 14 + number % 4, offeredOn: agency.map { _ in today.adding(days: -6) },
      agency: agency, answer: agency.map { _ in .accepted },
      content: CaseSupport.Content(offer: agency == nil ? "" : "A youth worker"))
    let moment = London.instant(today.adding(days: -6), minute: 14 * 60)
    try SupportStore(keyring: services.keyring).keep(form, of: file.id, at: moment, in: write)
    try note(.support, form.words, file, moment, in: write)
  }

  private func note(
    _ kind: CaseEntryKind, _ words: String, _ file: CaseFile, _ at: Instant, in write: Write
  ) throws {
    try CaseStore(services).parts.write(
      kind, about: file.id, words, by: file.owner, at: at, in: write)
  }
}
