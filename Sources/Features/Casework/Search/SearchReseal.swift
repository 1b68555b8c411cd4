internal import Database
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Works out anew what people, cases and reports are found by: after a rotation of the key, and after
/// the rules or the table of variants changed.
enum SearchReseal {
  private static let batch = 200

  static let job = JobKind<Services>.resealing(
    "search", "records to be found", [people, reports, cases])

  static let people: JobKind<Services>.Sealing = { services, last, write in
    let index = SearchIndex(keyring: services.keyring)
    let rows = try write.all(
      "SELECT id, content FROM case_person WHERE id > \(last) ORDER BY id LIMIT \(batch)"
    ) { row in (try row.id(CasePerson.self), try row.bytes()) }
    for (id, sealed) in rows {
      let content: Sensitive<CasePerson.Content> = try ReportSealing.value(
        services.keyring.open(sealed, table: "case_person", row: id, column: "content"))
      try index.keep(id, content.reveal(for: "look-up"), in: write)
    }
    return rows.map(\.0.rawValue)
  }

  static let reports: JobKind<Services>.Sealing = { services, last, write in
    let (index, store) = (SearchIndex(keyring: services.keyring), ReportStore(services))
    let rows = try write.all(
      "SELECT \(Report.columns) FROM report r WHERE r.id > \(last) ORDER BY r.id LIMIT \(batch)"
    ) { row in try Report(row: &row) }
    for report in rows {
      let details = try store.details(report, write)
      let reporter = details.reporter.reveal(for: "look-up")
      let subject = details.subject.reveal(for: "look-up")
      try index.keep(report.id, reporter, subject, in: write)
      try ContactToken.renew(report.id, reporter, subject, store.keyring, in: write)
      try SubjectTokens.keep(
        report.id, subject, near: report.place?.key, store.keyring, in: write)
      try index.keepWords(of: report.id, place: report.place?.name, kind: report.kind, in: write)
    }
    return rows.map(\.id.rawValue)
  }

  static let cases: JobKind<Services>.Sealing = { services, last, write in
    let index = SearchIndex(keyring: services.keyring)
    let ids = try write.all(
      "SELECT id FROM case_file WHERE id > \(last) ORDER BY id LIMIT \(batch)"
    ) { row in try row.id(CaseFile.self) }
    for id in ids { try index.keepWords(of: id, in: write) }
    return ids.map(\.rawValue)
  }
}
