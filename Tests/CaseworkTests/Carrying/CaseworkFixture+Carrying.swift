import Access
import Database
import Design
import FeatureKit
import FoundationEssentials
import HTTP
import Jobs
import Kernel
import Partnership
import TestKit

@testable import Casework

/// A made-up system with dirt of every kind in its tables.
enum OldRegister {
  static let mapping = """
    row,ours,theirs
    system,,Old Register
    dates,day-first,
    cases,reference,Case No
    cases,title,Summary
    cases,received,Opened
    cases,priority,Prio
    cases,officer,Officer
    cases,started,First visit
    cases,kind,Type
    cases,place,Street
    cases,due,Next letter
    people,reference,Case No
    people,name,Name
    people,role,Role
    people,born,DOB
    people,contact,Phone
    actions,reference,Case No
    actions,task,Task
    actions,organisation,Who
    actions,due,By
    actions,done,Done
    notes,reference,Case No
    notes,at,When
    notes,text,Words
    notes,kind,Sort
    kind,night-noise,Noise
    priority,1,High
    priority,3,Low
    officer,officer@thornmere.example,PB
    role,complainant,Caller
    role,subject,Alleged
    organisation,council,LA
    note,contact,Call

    """

  static let cases = """
    Case No,Summary,Opened,Prio,Officer,First visit,Type,Street,Next letter
    ASB/2025-17,Noise above,20/10/2025 09:30,High,PB,21/10/2025,Noise,TM1 0AA,
    ASB/2026-02,,02/11/2026,Low,,,,12 Nowhere Row,
    ASB/2026-03,No day,,Low,,,,,
    ASB/2026-04,Bad priority,02/11/2026,Urgent,,,Fires,,
    ASB/2026-05,Unknown officer,02/11/2026,Low,XX,,,,30/11/2026
    ASB/2026-06,Future,02/11/2027,low,,,,,
    ASB/2026-07,Impossible,31/02/2026,Low,,,,,
    asb 2025 17,Twice,01/11/2026,Low,,,,,
    ASB/2026-09,Planted against all,01/11/2026,Low,,,,,
    nameless,No figure,,Urgent,,,,,

    """

  static let people = """
    Case No,Name,Role,DOB,Phone
    asb 2025-17,Quentin Planted,Alleged,12/03/80,
    ASB/2025-17,Zebedee Planted,Caller,,07700 900 123
    ASB/1999-01,Nobody Planted,Caller,,
    ASB/2025-17,Rosa Planted,Wizard,,
    ASB/2026-03,Ada Planted,Caller,,
    ASB/2026-09,Ada Planted,Caller,,

    """

  static let actions = """
    Case No,Task,Who,By,Done
    ASB/2026-02,Move the bins,LA,24/11/2026,
    ASB/2026-02,Look at the bins,Thornmere Constabulary,10/11/2026,9/11/2026
    ASB/2026-02,Move the moon,NASA,30/11/2026,

    """

  static let notes = """
    Case No,When,Words,Sort
    ASB/2025-17,22 October 2025 2.15pm,Heard it on the landing,
    ASB/2025-17,23/10/2025,They cannot sleep,call

    """

  static let tables: [CarryTable: String] = [
    .cases: cases, .people: people, .actions: actions, .notes: notes,
  ]
}

extension CaseworkFixture {
  func kept(_ sheet: String = OldRegister.mapping) throws -> KeptMapping {
    KeptMapping(
      key: "old", version: 1, sheet: sheet,
      mapping: try CaseMappingSheet.read(sheet, name: "mapping.csv"))
  }

  /// Tables of text on disk, read.
  func tables(
    _ kept: KeptMapping, _ texts: [CarryTable: String] = OldRegister.tables
  ) throws -> CarryTables {
    let folder = try TemporaryFolder.ofCase().path
    var tables: CarryTables = [:]
    for (table, text) in texts {
      let name = "\(table.rawValue).csv"
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      tables[table] = try CarriedRows.read(
        "\(folder)/\(name)", name: name, table, kept.mapping, services.settings)
    }
    return tables
  }

  func carrying(_ kept: KeptMapping) -> CaseCarrying {
    CaseCarrying(services: services, kept: kept, account: Self.actor(.manager).account)
  }

  /// Brings the tables along; what came of it.
  @discardableResult
  func carry(_ texts: [CarryTable: String] = OldRegister.tables) throws -> CarryReport {
    let kept = try kept()
    return try carrying(kept).bring(tables(kept, texts))
  }

  /// The case that had a reference in the old system.
  func carried(_ old: String) throws -> CaseFile {
    let found = try database.read { read in
      try CarriedReferences.all(old, read).first.flatMap { try CaseStore(services).find($0, read) }
    }
    guard let found else { throw CaseProblem.notFound }
    return found
  }

  func count(_ table: StaticString) throws -> Int {
    try database.read { try $0.count("SELECT COUNT(*) FROM \(SQL(trusted: "\(table)"))") }
  }

  /// The answer to somebody who brings cases along.
  func carryPage(
    _ path: String = "/carry", as role: Role = .manager, form: [(String, String)]? = nil,
    files: [UploadedFile] = []
  ) throws -> Response? {
    let visit = StaffVisit(
      request: try Request(path, form: form, files: files), actor: Self.actor(role), now: now,
      frame: .sample, services: services)
    return try CarryHandlers(visit: visit).respond()
  }

  /// A table as a file of a form.
  static func table(_ table: CarryTable, _ text: String) throws -> UploadedFile {
    let path = try TemporaryFolder.ofCase().path + "/\(table.rawValue)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return UploadedFile(
      field: table.rawValue, name: "planted.csv", path: path, size: text.utf8.count)
  }

  /// Does the work that waits.
  func runJobs() throws {
    let runner = JobRunner(
      queue: services.jobs, kinds: [CarryJob.job, CarryForgetting.job], context: services)
    while try runner.runNext() {}
  }
}
