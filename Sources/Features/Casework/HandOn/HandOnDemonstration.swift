internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Made-up cases that were handed on: one that the police lead, one that a service outside took.
struct HandOnDemonstration {
  static func make(_ world: World, _ services: Services) throws {
    let now = London.instant(world.today, minute: 11 * 60 + 45)
    try services.database.bulkWrite { write in
      let facts = try HandOnFacts(services, by: nil, on: world.today, write)
      let account = try services.people.people([.officer], write).first?.id
      let handing = HandingOn(services: services, account: account, now: now)
      for (agency, file) in try led(services, facts.agencies, at: now, write) {
        _ = try handing.hand(
          file, form(agency.id.description, "Made up: the calls are all theirs", facts),
          in: write)
      }
      if let file = try passed(services, write) {
        _ = try handing.hand(
          file, form(HandOnForm.outside, "Made up: it is the landlord’s stairwell", facts),
          in: write)
      }
    }
  }

  private static func form(_ to: String, _ reason: String, _ facts: HandOnFacts) throws
    -> HandOnForm
  {
    try HandOnForm(
      Fields(
        [
          ("to", to), ("service", "Millwharf Housing Association"), ("hand-on-reason", reason),
          ("hand-on-told", "They call you within a week. Made up for the demonstration"),
          (HandOnForm.Tells.field, HandOnForm.Tells.something.rawValue),
          ("hand-on-necessity", "They cannot begin without. Made up for the demonstration"),
          ("hand-on-shared", ShareField.identity.rawValue),
          ("hand-on-shared", ShareField.contact.rawValue),
          ("hand-on-gateway", "cda-115"), ("hand-on-\(ShareTermsForm.said)", "yes"),
          ("hand-on-basis", "public-task"),
        ] + DateInput.fields("hand-on-until", facts.today.adding(days: 90))), facts)
  }

  /// Two cases whose reporters all gave their names, of a party that has accounts.
  private static func led(
    _ services: Services, _ agencies: [Agency], at now: Instant, _ write: Write
  ) throws -> [(Agency, CaseFile)] {
    let store = PartyStore(services)
    let withAccounts = try HandingOn.withAccounts(services, write)
    var found: [(Agency, CaseFile)] = []
    for agency in agencies where withAccounts.contains(agency.id) {
      for file in try store.cases(of: agency.id, page: 1, at: now, write).files
      where file.state == .open && found.count < 2 {
        if try !store.hidesReporters(of: file.id, write) { found.append((agency, file)) }
      }
    }
    return found
  }

  /// The newest open case that no other organisation has.
  private static func passed(_ services: Services, _ write: Write) throws -> CaseFile? {
    try write.first(
      """
      SELECT \(CaseFile.columns) FROM case_file c WHERE c.state = 'open' AND c.lead IS NULL
        AND NOT EXISTS (SELECT 1 FROM case_party p WHERE p.case_file = c.id)
      ORDER BY c.id DESC LIMIT 1
      """
    ) { row in try CaseFile(row: &row) }
  }
}
