internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Keeps a case of another system with what belongs to it; what was kept before is known.
struct CarriedStore {
  let services: Services
  let mapping: CaseMapping
  let account: ID<Account>?
  let wards: WardFinder
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var lines: CarriedLines {
    CarriedLines(keyring: services.keyring, system: mapping.system)
  }

  /// Keeps a group in the caller's transaction and notes what came of each line.
  func keep(
    _ group: CarriedGroup, _ files: [CarryTable: String], _ report: inout CarryReport,
    in write: Write
  ) throws {
    let known = try CarriedReferences.find(group.alias, of: mapping.system, write)
    var file = try known.flatMap { try cases.find($0, write) }
    func fault(_ table: CarryTable, _ line: Int, _ reason: String) -> CarryFault {
      CarryFault(file: files[table] ?? table.rawValue, line: line, column: nil, reason: reason)
    }
    if let carried = group.file {
      if let file {
        report.known += 1
        if try !isSaid(carried, of: file.id, write) {
          report.warnings.append(
            fault(.cases, carried.line, "It was brought along before. Change the case here instead")
          )
        }
      } else {
        file = try open(carried, &report, fault(.cases, carried.line, Self.unknownPlace), in: write)
        report.cases += 1
      }
    }
    var added = known == nil && file != nil
    for (part, identity) in group.identities() {
      guard let file else {
        report.left += 1
        report.faults.append(
          fault(part.table, part.line, "No case has this reference. Bring the case along first"))
        continue
      }
      if try lines.isKnown(identity, write) {
        report.known += 1
      } else if file.state == .closed {
        report.left += 1
        report.faults.append(
          fault(part.table, part.line, "Its case is closed here. Open it again first"))
      } else {
        if known != nil, try part.isNamed(in: file.title) {
          report.warnings.append(fault(part.table, part.line, Self.namedInTitle))
        }
        try add(part, to: file.id, &report, in: write)
        try lines.remember(identity, file.id, in: write)
        added = true
      }
    }
    if let file, added { try settle(file.id, isNew: known == nil, group, in: write) }
  }

  private static let unknownPlace =
    "Its place is not one street or postcode of the gazetteer, so it stands in the story and on no map"

  private static let namedInTitle =
    "The title of the case has a name of theirs, and lists show it. Change the title"

  /// Works out what is due now that everything is there, and writes the trail.
  private func settle(
    _ id: ID<CaseFile>, isNew: Bool, _ group: CarriedGroup, in write: Write
  ) throws {
    guard let file = try cases.find(id, write) else { throw CaseProblem.notFound }
    try cases.keep(file, CaseChange(), at: now, in: write)
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.case-carried", subject: file.subject,
        detail: ["case": isNew ? "new" : "known", "lines": String(group.parts.count)], at: now),
      in: write)
  }

  private func add(
    _ part: CarriedPart, to file: ID<CaseFile>, _ report: inout CarryReport, in write: Write
  ) throws {
    switch part.content {
    case .person(let role, let content):
      try cases.parts.add(
        content.reveal(for: "sealing"), as: role, to: file, at: now, in: write)
      try write.run(
        """
        UPDATE case_person SET is_carried = 1
        WHERE id = (SELECT MAX(p.id) FROM case_person p WHERE p.case_file = \(file))
        """)
      report.people += 1
    case .action(let task, let organisation, let due, let done):
      try cases.parts.add(task, of: organisation, due: due, to: file, in: write)
      let newest = try cases.parts.actions(of: file, write).map(\.id).max()
      if let done, let newest {
        _ = try cases.parts.finish(newest, of: file, at: done, in: write)
      }
      report.actions += 1
    case .note(let kind, let words, let at):
      try cases.parts.write(
        kind, about: file, words.reveal(for: "story of the case"), by: nil, at: at, in: write)
      report.notes += 1
    }
  }
}

extension CarriedStore {
  private func open(
    _ carried: CarriedCase, _ report: inout CarryReport, _ warning: CarryFault, in write: Write
  ) throws -> CaseFile {
    let place = try place(carried.place, write)
    let file = try insert(carried, place, in: write)
    try write.run(
      """
      INSERT INTO case_carried (case_file, system, origin, alias, written, carried_at, said)
      VALUES (\(file.id), \(mapping.system), \(CarriedReferences.origin(mapping.system)),
        \(CarriedReferences.plain(carried.reference)), \(carried.reference), \(now),
        \(said(carried)[0]))
      """)
    try cases.parts.write(
      .opened, about: file.id,
      "Brought along from \(mapping.system), where it was \(carried.reference)", by: account,
      at: now, in: write)
    if let place {
      _ = try CasePlaces(keyring: services.keyring).add(
        place, carried.place ?? "", to: file.id, at: now, in: write)
    } else if let words = carried.place {
      try cases.parts.write(
        .fact, about: file.id, "Place, as \(mapping.system) had it: \(words)", by: nil,
        at: carried.received, in: write)
      report.warnings.append(warning)
    }
    try SearchIndex(keyring: services.keyring).keepWords(of: file.id, in: write)
    try RiskStore(keyring: services.keyring).begin(file.id, at: now, in: write)
    return file
  }

  /// The clocks run from now, but for what the other system gave a day.
  private func insert(
    _ carried: CarriedCase, _ place: KnownPlace?, in write: Write
  ) throws -> CaseFile {
    var generator = SystemRandomNumberGenerator()
    let reference = try cases.unused(using: &generator, write)
    let title =
      carried.title
      ?? String(
        [carried.kind.title, place?.words].compactMap(\.self).joined(separator: ", ").prefix(120))
    let standard = try StandardStore.standard(at: now, write)
    let start = standard.begin(
      carried.priority, from: carried.started == nil ? now : carried.received)
    let update =
      carried.due.map { London.instant($0, minute: WorkingTime.endMinute) }
      ?? standard.update(from: carried.updated ?? now)
    let ward = try place.flatMap { try wards.ward(of: $0.point, services.areas, write) }
    try write.run(
      """
      INSERT INTO case_file (reference, title, kind, state, priority, place_name, ward, owner,
        received_at, opened_at, opened_by, start_due_at, started_at, update_due_at, act_due_at,
        due_at, touched_at)
      VALUES (\(reference.description), \(title), \(carried.kind.id), \(CaseState.open),
        \(carried.priority.rawValue), \(place?.words), \(ward), \(carried.owner),
        \(carried.received), \(now), \(account), \(start), \(carried.started), \(update),
        \(standard.act(on: carried.kind, from: now)),
        \(carried.started == nil ? start : update), \(now))
      """)
    guard let file = try cases.find(reference, write) else { throw CaseProblem.notFound }
    return file
  }

  /// The one place of the gazetteer that what was written means.
  private func place(_ words: String?, _ read: Read) throws -> KnownPlace? {
    guard let words else { return nil }
    let found = try services.places.find(words, 2, read)
    return found.count == 1 ? found[0] : nil
  }

  private func said(_ carried: CarriedCase) -> [[UInt8]] {
    services.keyring.tokens(carried.said, for: "casework.carried-case")
  }

  /// Whether a case that was brought along says what it said then.
  private func isSaid(
    _ carried: CarriedCase, of file: ID<CaseFile>, _ read: Read
  ) throws -> Bool {
    try read.count(
      """
      SELECT COUNT(*) FROM case_carried
      WHERE case_file = \(file) AND said IN (\(list: said(carried)))
      """) > 0
  }
}
