internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Made-up parties: some open cases are given to the police, who have an action in each and wrote
/// into a few.
struct PartnerDemonstration {
  private let services: Services
  private let police: Agency
  private let partner: ID<Account>?
  private let lead: ID<Account>?
  private let now: Instant

  static func make(_ world: World, _ services: Services) throws {
    try services.database.bulkWrite { write in
      let agencies = try services.people.agencies(write)
      guard let police = agencies.first(where: { $0.kind == .police }) else { return }
      let demonstration = PartnerDemonstration(
        services: services, police: police,
        partner: try services.people.people([.partner], write).first?.id,
        lead: try services.people.people([.officer], write).first?.id,
        now: London.instant(world.today, minute: 11 * 60))
      var generator = world.generator(for: "parties")
      for file in try demonstration.openCases(write)
      where Int.random(in: 0..<100, using: &generator) < 20 {
        try demonstration.give(file, &generator, in: write)
      }
    }
  }

  private var cases: CaseStore { CaseStore(services) }

  private func openCases(_ write: Write) throws -> [CaseFile] {
    try write.all(
      "SELECT \(CaseFile.columns) FROM case_file c WHERE c.state = 'open' ORDER BY c.id"
    ) { row in try CaseFile(row: &row) }
  }

  private func give(
    _ file: CaseFile, _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let days = Int.random(in: 3...14, using: &generator)
    let due = WorkingTime.statutory.day(1, after: London.day(now).adding(days: days))
    try cases.parts.add(
      Sensitive("Send the calls to this place of the last four weeks"), of: police.id, due: due,
      to: file.id, in: write)
    let today = London.day(now)
    let choices = try services.shares.choices(today, write)
    let shared: [ShareField] = [.identity, .events, .places, .allegations]
    let agreement = choices.agreements.first {
      $0.parties.contains(police.id) && $0.fields.isSuperset(of: shared)
    }
    let form = try PartyForm(
      Fields(
        [
          ("party", police.id.description),
          ("purpose", "Patrols, and calls to the place. Made up for the demonstration"),
          ("necessity", "They cannot patrol for it without. Made up for the demonstration"),
          ("gateway", "cda-115"), ("basis", "public-task"), ("criminal", "unlawful-acts"),
          ("agreement", agreement?.id.description ?? ""),
          ("earlier", EarlierWords.read.rawValue),
        ] + shared.map { ("shared", $0.rawValue) }
          + DateInput.fields("until", today.adding(days: 180))), [police], by: nil, choices,
      today: today)
    try Giving(services: services, account: lead, now: now).give(file, form, in: write)
    guard let found = try cases.find(file.reference, write),
      Int.random(in: 0..<100, using: &generator) < 50
    else { return }
    let writing = PartnerWriting(
      services: services, file: found, organisation: police.id, account: partner, now: now)
    try writing.note(
      NoteForm(Fields([("kind", "fact"), ("note", "Two patrols passed the place, all quiet")])),
      in: write)
  }
}
