internal import Database
internal import Kernel
internal import Partnership

/// Reads what steps look for, for many cases at once: four queries a hundred cases.
enum CaseRecords {
  private static let batch = 100

  /// The cases of a list under their procedures; one that falls under none is left out.
  static func checked(
    _ files: [CaseFile], at now: Instant, _ read: Read
  ) throws -> [CheckedCase] {
    let procedures = try ProcedureStore.all(read)
    return try records(files, read).compactMap { record in
      Procedure.of(
        record.file.kind, opened: London.day(record.file.openedAt), among: procedures
      ).map { CheckedCase(record, $0, at: now) }
    }
  }

  /// The records of cases, in their order.
  static func records(_ files: [CaseFile], _ read: Read) throws -> [CaseRecord] {
    var records: [CaseRecord] = []
    for start in stride(from: 0, to: files.count, by: batch) {
      records += try some(Array(files[start..<min(start + batch, files.count)]), read)
    }
    return records
  }

  private static func some(_ files: [CaseFile], _ read: Read) throws -> [CaseRecord] {
    let ids = files.map(\.id)
    let entries: [ID<CaseFile>: [CaseRecord.Entry]] = try read.lists(entries(ids)) { row in
      CaseRecord.Entry(kind: try row.choice(), at: try row.parsed())
    }
    let assessed: [ID<CaseFile>: [Instant]] = try read.lists(assessed(ids)) { row in
      try row.parsed()
    }
    let reports: [ID<CaseFile>: [CaseRecord.Told]] = try read.lists(reports(ids)) { row in
      CaseRecord.Told(
        receivedAt: try row.parsed(), decidedAt: try row.parsed(),
        isWithdrawn: try row.choice(ReportState.self) == .withdrawn,
        toldAt: try row.optionalParsed())
    }
    let young: [ID<CaseFile>: [Bool]] = try read.lists(young(ids)) { row in
      try row.optionalText() != nil
    }
    let calendar = try WorkingDays.calendar(read)
    return files.map { file in
      CaseRecord(
        file: file, calendar: calendar, entries: entries[file.id] ?? [],
        firstAssessed: assessed[file.id]?.first,
        reports: reports[file.id] ?? [], young: young[file.id] ?? [])
    }
  }

  static func entries(_ ids: [ID<CaseFile>]) -> SQL {
    """
    SELECT e.case_file, e.kind, e.at FROM case_entry e
    WHERE e.case_file IN (\(list: ids)) AND e.kind IN (\(list: CaseRecord.Entry.kinds))
    ORDER BY e.case_file, e.at, e.id
    """
  }

  static func assessed(_ ids: [ID<CaseFile>]) -> SQL {
    """
    SELECT a.case_file, MIN(a.at) FROM risk_assessment a WHERE a.case_file IN (\(list: ids))
    GROUP BY a.case_file ORDER BY a.case_file
    """
  }

  static func reports(_ ids: [ID<CaseFile>]) -> SQL {
    """
    SELECT d.case_file, r.received_at, d.decided_at, r.state,
      (SELECT MIN(e.at) FROM report_event e WHERE e.report = r.id AND e.kind = 'outcome')
    FROM report_decision d JOIN report r ON r.id = d.report
    WHERE d.case_file IN (\(list: ids)) ORDER BY d.case_file, d.report
    """
  }

  static func young(_ ids: [ID<CaseFile>]) -> SQL {
    """
    SELECT s.case_file, s.offered_on FROM case_support s JOIN case_person p ON p.id = s.person
    WHERE s.case_file IN (\(list: ids)) AND p.part = 'subject' ORDER BY s.case_file, s.person
    """
  }
}
