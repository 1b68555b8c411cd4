internal import Database
internal import Kernel
internal import Names
internal import Secrets

/// Somebody whose name was opened, not yet compared.
struct OpenedPerson {
  let kind: FoundKind
  let record: Int64
  let names: [String]
  let born: Day?
  let part: String
  let place: FoundPlace

  /// The person where the name, or without one the date of birth, fits.
  func compared(with query: SearchQuery) -> FoundPerson? {
    let isBornThen = query.born != nil && born == query.born
    let score = (try? NameWords(names)).flatMap { NameScore($0, for: query.name) }
    guard score != nil || isBornThen else { return nil }
    return FoundPerson(
      kind: kind, record: record, name: Sensitive(names.first ?? ""),
      otherNames: Sensitive(names.dropFirst().filter { !$0.isEmpty }.joined(separator: ", ")),
      born: Sensitive(born), part: part, place: place, score: score, isBornThen: isBornThen)
  }
}

/// Opens the names of records that were found.
struct FoundPeople {
  let keyring: Keyring

  func open(
    _ found: [(kind: FoundKind, record: Int64)], _ read: Read
  ) throws -> [OpenedPerson] {
    let people = found.filter { $0.kind == .person }.map(\.record)
    let reports = Set(found.filter { $0.kind != .person }.map(\.record))
    let kinds = Set(found.map { "\($0.kind.rawValue)/\($0.record)" })
    let told = try self.reports(reports.sorted(), read)
    return try self.people(people, read)
      + told.filter { kinds.contains("\($0.kind.rawValue)/\($0.record)") }
  }

  private func people(_ ids: [Int64], _ read: Read) throws -> [OpenedPerson] {
    guard !ids.isEmpty else { return [] }
    return try read.all(
      """
      SELECT p.id, p.part, p.content, c.reference, c.title, c.state, c.place_name
      FROM case_person p JOIN case_file c ON c.id = p.case_file WHERE p.id IN (\(list: ids))
      LIMIT \(PeopleSearch.compared)
      """
    ) { row in
      let id: ID<CasePerson> = try row.id()
      let part: CasePart = try row.choice()
      let content: Sensitive<CasePerson.Content> = try ReportSealing.value(
        keyring.open(try row.bytes(), table: "case_person", row: id, column: "content"))
      let known = content.reveal(for: "comparing a name that is looked for")
      let place = FoundPlace(
        isCase: true, reference: try row.parsed(), title: try row.text(),
        state: try row.choice(CaseState.self).title, placeName: try row.optionalText())
      return OpenedPerson(
        kind: .person, record: id.rawValue, names: [known.name, known.otherNames ?? ""],
        born: known.born.flatMap { Day($0) }, part: part.title, place: place)
    }
  }

  private func reports(_ ids: [Int64], _ read: Read) throws -> [OpenedPerson] {
    guard !ids.isEmpty else { return [] }
    let sealing = ReportSealing(keyring: keyring)
    return try read.all(
      """
      SELECT \(Report.columns), r.reporter, r.subject FROM report r WHERE r.id IN (\(list: ids))
      LIMIT \(PeopleSearch.compared)
      """
    ) { row in
      let report = try Report(row: &row)
      let reporter: Sensitive<Reporter> = try sealing.open(try row.bytes(), report.id, "reporter")
      let subject: Sensitive<ReportSubject> = try sealing.open(
        try row.bytes(), report.id, "subject")
      let place = FoundPlace(
        isCase: false, reference: report.reference, title: report.kind.title,
        state: report.state.title, placeName: report.place?.name)
      func person(_ kind: FoundKind, _ name: String, _ part: String) -> OpenedPerson {
        OpenedPerson(
          kind: kind, record: report.id.rawValue, names: [name], born: nil, part: part,
          place: place)
      }
      let confidential = report.identity == .confidential ? ", in confidence" : ""
      return [
        person(
          .reporter, reporter.reveal(for: "comparing a name that is looked for").name,
          "Reporter\(confidential)"),
        person(
          .subject, subject.reveal(for: "comparing a name that is looked for").name,
          "Complained of"),
      ]
    }.flatMap(\.self)
  }
}
