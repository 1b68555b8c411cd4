public import Access
public import Database
import Kernel

/// What somebody is being shown that must be on record before it leaves the house.
///
/// A page is read in a transaction that cannot write. Its handler notes here what it shows, and what
/// it had to work out and the next page need not; Application writes that once the page is read, and
/// sends the page only then. What cannot be recorded is not shown.
public final class Readings: Sendable {
  private let noted = Guarded<[AuditEvent]>([])
  private let kept = Guarded<[@Sendable (Write) throws -> Void]>([])

  /// Nothing noted yet.
  public init() {}

  /// Notes that something is shown.
  public func note(_ event: AuditEvent) { noted.withLock { $0.append(event) } }

  /// Notes what is to be kept for later pages.
  ///
  /// Work it out again where it is written: the page may be of an earlier state.
  public func keep(_ writing: @escaping @Sendable (Write) throws -> Void) {
    kept.withLock { $0.append(writing) }
  }

  /// Records what was noted, in one transaction; does nothing where nothing was.
  ///
  /// Call it outside a transaction. Throws what keeps it from being recorded.
  public func record(in audit: Audit, _ database: Database) throws {
    let (events, writings) = (noted.taken(), kept.taken())
    guard !events.isEmpty || !writings.isEmpty else { return }
    try database.write { write in
      if !events.isEmpty { try audit.record(events, in: write) }
      for writing in writings { try writing(write) }
    }
  }
}

extension Guarded {
  /// What has gathered, which is taken out.
  fileprivate func taken<Element>() -> [Element] where Value == [Element] {
    withLock { value in
      defer { value = [] }
      return value
    }
  }
}
