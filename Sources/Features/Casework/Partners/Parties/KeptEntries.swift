internal import Database
internal import Kernel

/// Entries of a case that stay with the lead, whoever else is a party.
enum KeptEntries {
  static func keep(_ entry: ID<CaseEntry>, in write: Write) throws {
    try write.run("INSERT INTO case_entry_kept (entry) VALUES (\(entry))")
  }

  static func of(_ file: ID<CaseFile>, _ read: Read) throws -> Set<ID<CaseEntry>> {
    Set(
      try read.all(
        """
        SELECT e.id FROM case_entry e JOIN case_entry_kept k ON k.entry = e.id
        WHERE e.case_file = \(file) LIMIT \(CasePartStore.most)
        """
      ) { row in try row.id() })
  }
}
