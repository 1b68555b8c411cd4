internal import Access
internal import Database
internal import Kernel
package import Partnership
internal import Secrets

extension Casework {
  /// The cases and reports, for features that name them.
  package static let directory = CaseDirectory(
    known: { references, _, read in try CaseKnowing.known(references, read) },
    path: { reference, actor, services, read in
      try CaseKnowing.path(reference, actor, services, read)
    },
    samples: { most, services, read in
      try read.all(CaseKnowing.samplesQuery(most)) { row in
        let (reference, opened): (Reference, Instant) = (try row.parsed(), try row.parsed())
        let place = try row.optionalText()
        let person: ID<CasePerson> = try row.id()
        let sealed = try services.keyring.open(
          try row.bytes(), table: "case_person", row: person, column: "content")
        let content: Sensitive<CasePerson.Content> = try ReportSealing.value(sealed)
        let told = content.reveal(for: "a demonstration that fits its cases")
        return CaseDirectory.Sample(
          reference, opened: London.day(opened), place: Sensitive(place),
          name: Sensitive(told.name), born: Sensitive(told.born.flatMap { Day($0) }))
      }
    })
}

/// What is told of cases and reports by their references alone.
enum CaseKnowing {
  static func known(_ references: [Reference], _ read: Read) throws -> Set<Reference> {
    guard !references.isEmpty else { return [] }
    let found = try ["case_file", "report"].flatMap { table in
      try read.all(knownQuery(references, in: table)) { row in try row.parsed(Reference.self) }
    }
    return Set(found)
  }

  static func knownQuery(_ references: [Reference], in table: StaticString) -> SQL {
    var sql: SQL = "SELECT t.reference FROM "
    sql.append(SQL(table))
    sql.append(" t WHERE t.reference IN (\(list: references.map(\.description)))")
    return sql
  }

  /// A case for those who lead it or whose organisation is a party to it; a report for those who open
  /// reports.
  static func path(
    _ reference: Reference, _ actor: Actor, _ services: Services, _ read: Read
  ) throws -> String? {
    if try CaseStore(services).find(reference, read) != nil {
      if CasePolicy.allows(.open, actor) { return WorkRoute.file(reference).path }
      guard PartnerPolicy.allows(.read, actor) else { return nil }
      let shared = try PartyStore(services).find(
        reference, of: actor.organisation, at: services.clock.now(), read)
      return shared.map { _ in SharedRoute.file(reference).path }
    }
    guard CaseworkPolicy.allows(.open, actor), try !known([reference], read).isEmpty else {
      return nil
    }
    return ReportsRoute.report(reference).path
  }

  /// Cases with somebody complained of; one that was joined to another is left out.
  static func samplesQuery(_ most: Int) -> SQL {
    """
    SELECT c.reference, c.opened_at, c.place_name, p.id, p.content FROM case_person p
    JOIN case_file c ON c.id = p.case_file
    WHERE p.part = 'subject' AND c.joined_into IS NULL ORDER BY p.id DESC LIMIT \(most)
    """
  }
}
