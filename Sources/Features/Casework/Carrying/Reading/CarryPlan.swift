internal import Access
internal import Database
internal import Kernel
internal import Names
internal import Partnership

/// The tables of one import; those that are not given are left out.
typealias CarryTables = [CarryTable: CarriedRows]

/// A case of another system with what belongs to it, in the order of the tables.
struct CarriedGroup: Sendable {
  let alias: String
  var file: CarriedCase?
  var parts: [CarriedPart] = []
}

/// The lines of all tables, checked and gathered by case.
struct CarryPlan {
  private(set) var groups: [CarriedGroup] = []
  private(set) var report = CarryReport()
  private var places: [String: Int] = [:]
  /// Cases whose line is left out, so that what belongs to them says why it is too.
  private var refused: Set<String> = []

  private let mapping: CaseMapping
  private let today: Day

  /// Reads and checks every line; one is left out with everything that is wrong with it.
  init(
    _ tables: CarryTables, _ mapping: CaseMapping, _ services: Services, at now: Instant,
    _ read: Read
  ) throws {
    self.mapping = mapping
    today = London.day(now)
    let directory = CarryDirectory(
      agencies: try services.people.agencies(read),
      officer: { address in
        let found = try services.people.signingIn(address, read)
        guard let found, found.isActive, CasePolicy.roles(.work).contains(found.role) else {
          return nil
        }
        return found.id
      })
    if let rows = tables[.cases] { try take(rows, directory) }
    for table in [CarryTable.people, .actions, .notes] {
      guard let rows = tables[table] else { continue }
      for row in rows.rows { take(row, of: rows, directory) }
    }
    if let rows = tables[.cases] { try refuseNames(in: rows) }
  }

  private mutating func take(_ rows: CarriedRows, _ directory: CarryDirectory) throws {
    for row in rows.rows {
      var line = CarryLine(row, mapping, today: today)
      let found = try line.carriedCase(directory)
      let alias = CarriedReferences.plain(row.values["reference"] ?? "")
      let isDouble = places[alias] != nil
      if isDouble {
        line.refuse("reference", "An earlier line has the same reference. Leave one of them out")
      }
      note(line, of: rows)
      if let found, !isDouble {
        group(alias) { $0.file = found }
      } else if !isDouble {
        refused.insert(alias)
      }
    }
  }

  private mutating func take(
    _ row: CarriedRow, of rows: CarriedRows, _ directory: CarryDirectory
  ) {
    var line = CarryLine(row, mapping, today: today)
    let reference = line.reference()
    let alias = CarriedReferences.plain(reference)
    let content =
      switch rows.table {
      case .people: line.person()
      case .actions: line.action(directory)
      case .cases, .notes: line.note()
      }
    if line.isWhole, refused.contains(alias), places[alias] == nil {
      line.refuse("reference", "The line of its case is left out. Mend that one first")
    }
    note(line, of: rows)
    guard line.isWhole, let content else { return }
    group(alias) { group in
      group.parts.append(
        CarriedPart(table: rows.table, line: row.line, reference: reference, content: content))
    }
  }

  private mutating func group(_ alias: String, _ change: (inout CarriedGroup) -> Void) {
    if places[alias] == nil {
      places[alias] = groups.count
      groups.append(CarriedGroup(alias: alias))
    }
    if let place = places[alias] { change(&groups[place]) }
  }

  private mutating func note(_ line: CarryLine, of rows: CarriedRows) {
    if !line.isWhole { report.left += 1 }
    for fault in line.faults { report.faults.append(fault.fault(of: rows, line: line.row.line)) }
    for word in line.unknown { report.add(unknown: word.word, of: word.list) }
  }

  /// Titles stand on lists, in the clear: one with a name of the case's people is refused.
  private mutating func refuseNames(in rows: CarriedRows) throws {
    var kept: [CarriedGroup] = []
    for group in groups {
      guard let file = group.file, let title = file.title, try names(group, title) else {
        kept.append(group)
        continue
      }
      report.left += 1 + group.parts.count
      let reason =
        "It has a name of the case’s people, and lists show it. Change it, or leave the column out of "
        + "the mapping"
      report.faults.append(
        CarryRefusal(field: "title", reason: reason).fault(of: rows, line: file.line))
    }
    groups = kept
  }

  private func names(_ group: CarriedGroup, _ title: String) throws -> Bool {
    try group.parts.contains { try $0.isNamed(in: title) }
  }
}

extension CarriedPart {
  /// Whether a title has a name of somebody: a word of three letters or more.
  func isNamed(in title: String) throws -> Bool {
    guard case .person(_, let sealed) = content else { return false }
    let person = sealed.reveal(for: "names in a title")
    let names = [person.name, person.otherNames ?? ""].joined(separator: " ")
    let words = Set(try NameWords.plain(title).filter { $0.count > 2 })
    return try NameWords.plain(names).contains { words.contains($0) }
  }
}
