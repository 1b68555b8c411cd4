internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Opens every file that is kept and compares it with its SHA-256.
enum EvidenceCheck {
  private static let batch = 100

  static func run(
    _ services: Services, _ progress: (Int) -> Void
  ) throws -> (good: Int, bad: [ID<EvidenceFile>]) {
    let (store, vault) = (EvidenceStore(services), EvidenceVault(services.settings))
    var (good, bad) = (0, [ID<EvidenceFile>]())
    for state in EvidenceState.allCases where state != .arriving && state != .deleted {
      var before: ID<EvidenceFile>?
      repeat {
        let files = try services.database.read { read in
          try store.list(state, before: before, limit: batch, read)
        }
        for file in files {
          if isWhole(file, vault) { good += 1 } else { bad.append(file.id) }
        }
        before = files.last?.id
        if before != nil { progress(good + bad.count) }
      } while before != nil
    }
    return (good, bad)
  }

  private static func isWhole(_ file: EvidenceFile, _ vault: EvidenceVault) -> Bool {
    do {
      var hash = SHA256()
      let reader = try vault.original(file).reader()
      while let bytes = try reader.read() { hash.update(bytes) }
      let found = hash.finish().hexadecimal
      guard file.sha256 == nil || file.sha256 == found else { return false }
      guard file.copySize != nil else { return true }
      let copy = try vault.copy(file).reader()
      while try copy.read() != nil {}
      return true
    } catch {
      return false
    }
  }
}
