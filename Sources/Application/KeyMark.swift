import Access
import Accounts
import Database
import Kernel
import Secrets

/// Whether the keys are those a database was made with.
///
/// The database keeps a keyed hash of nothing secret. Another key would seal what the right one
/// cannot open, and its entries would break the audit trail; so it is refused before it is used.
struct KeyMark {
  let keyring: Keyring

  enum Verdict { case same, other, unmarked }

  /// What the mark of a database says of the keys.
  func verdict(_ read: Read) throws -> Verdict {
    guard let kept = try AccountsStore.keyMark(read) else { return .unmarked }
    guard let version = kept.split(separator: " ").first.flatMap({ Int($0) }),
      let made = try? mark(version: version)
    else { return .other }
    return equalInConstantTime(made, kept) ? .same : .other
  }

  /// Throws where the database is another key's; marks it where it has no mark yet.
  ///
  /// A database of an earlier release has a trail but no mark: it is marked where the keys prove
  /// the end of its trail.
  func settle(_ database: Database, path: String) throws {
    switch try database.read(verdict) {
    case .same: return
    case .other: throw HouseProblem.otherKey(path)
    case .unmarked:
      try database.write { write in
        guard try Audit(keyring).isEndProven(write) else { throw HouseProblem.otherKey(path) }
        try AccountsStore.setKeyMark(try mark(version: keyring.version), in: write)
      }
    }
  }

  private func mark(version: Int) throws -> String {
    let hash = try keyring.token(of: [Array("hamlet".utf8)], for: "house.mark", version: version)
    return "\(version) \(hash.hexadecimal)"
  }
}
