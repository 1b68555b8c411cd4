internal import Database
internal import Kernel
internal import Partnership

/// Gathers what of a case may go before a court.
///
/// Never what would show who told it or whom the partnership weighed: reporters, opinions, risks,
/// warnings to visitors, support, referrals, and what other organisations were asked or wrote.
struct BundleGathering {
  let services: Services
  let file: CaseFile

  /// What of the story is seen or done, and no thought of anybody's.
  private static let told: Set<CaseEntryKind> = [
    .fact, .contact, .interview, .action, .actionDone,
  ]

  private var store: CaseStore { CaseStore(services) }

  /// The papers of the case, by section and day.
  func papers(_ read: Read) throws -> [BundlePaper] {
    var items = try AccessCaseItems(
      services: services, file: file, people: [], told: [], named: []
    ).items(read)
    for report in try store.reports(of: file.id, read) {
      items += try AccessReportItems(services: services, report: report).items(
        isReporter: false, isSubject: false, read)
    }
    let kept = try store.parts.entries(of: file.id, read).filter { !Self.told.contains($0.kind) }
    let left = Set(kept.map { "case/\(file.reference)/entry/\($0.id)" })
    let papers =
      try items.filter { !left.contains($0.key) }.compactMap(Self.paper) + others(read)
    return papers.sorted { one, other in
      (one.section, one.day?.description ?? "", one.key)
        < (other.section, other.day?.description ?? "", other.key)
    }
  }

  /// Those in the case, who are named or struck out.
  func people(_ read: Read) throws -> [CasePerson] {
    try store.parts.people(of: file.id, as: CasePart.allCases, read)
  }

  /// The names of those who are named, and of everybody else in the case and its reports.
  func names(
    _ named: Set<Int64>, _ read: Read
  ) throws -> (named: [String], others: [String]) {
    let own = try people(read).filter { named.contains($0.id.rawValue) }.flatMap { person in
      let content = person.content.reveal(for: "striking others out of a bundle")
      return [content.name, content.otherNames ?? ""].filter { !$0.isEmpty }
    }
    let others = try AccessCaseItems(
      services: services, file: file, people: named, told: [], named: []
    ).otherNames(read)
    return (own, others.filter { !own.contains($0) })
  }

  private static func paper(_ item: AccessItem) -> BundlePaper? {
    let parts = item.key.split(separator: "/").map(String.init)
    guard parts.count >= 3, let place = place(of: parts[2], inCase: parts[0] == "case"),
      !item.lines.isEmpty
    else { return nil }
    return BundlePaper(
      key: item.key, section: place.section, source: item.source,
      title: place.title ?? item.title, day: item.day, lines: item.lines, file: item.file)
  }

  /// Where a kind of item stands, and what it is called before a court.
  private static func place(
    of part: String, inCase: Bool
  ) -> (section: BundleSection, title: String?)? {
    switch (part, inCase) {
    case ("head", true): (.summary, nil)
    case ("story", false): (.reports, "What was reported")
    case ("subject", false): (.reports, "Who was said to do it")
    case ("event", false): (.reports, nil)
    case ("letter", _): (.letters, nil)
    case ("entry", true), ("place", true), ("vehicle", true): (.record, nil)
    case ("file", _): (.files, nil)
    default: nil
    }
  }

  /// What other features keep under the case, such as orders.
  private func others(_ read: Read) throws -> [BundlePaper] {
    try services.personalData.flatMap { source in
      try source.ofCase(file.reference, services, read).flatMap { id in
        try source.record(id, services, read).map { record in
          Self.papers(record, "\(source.kind)/\(id)")
        } ?? []
      }
    }
  }

  private static func papers(_ record: PersonalRecord, _ key: String) -> [BundlePaper] {
    record.things.map { thing in
      BundlePaper(
        key: "\(key)/\(thing.key)", section: .orders, source: record.title,
        title: thing.title, day: thing.day,
        lines: thing.lines.map { line in
          .init(heading: line.heading, words: line.words.reveal(for: "a bundle for a court"))
        }.filter { !$0.words.isEmpty }, file: nil, subject: record.subject)
    }.filter { !$0.lines.isEmpty }
  }
}
