internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Deletes the files of a case before its own time is over; that they were there stays.
struct EvidenceEnd {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  /// Forgets their keys and names; the names under which they lie on disk, to be removed afterwards.
  func delete(of file: ID<CaseFile>, in write: Write) throws -> [String] {
    let store = EvidenceStore(services)
    let files = try store.of(file, write).filter { $0.state != .deleted }
    for one in files {
      var change = EvidenceChange(state: .deleted, content: EvidenceFile.Content())
      change.received = one.size
      try store.keep(one, change, in: write)
    }
    try CaseStore(services).parts.write(
      .fact, about: file, "Evidence deleted after its time: \(files.count) files", by: account,
      at: now, in: write)
    return files.map(\.name)
  }
}
