public import Access
public import Database
import Kernel

/// What somebody is being shown that must be on record before it leaves the house.
///
/// A page is read in a transaction that cannot write. Its handler notes here what it shows;
/// Application records it once the page is read, and sends the page only then. What cannot be
/// recorded is not shown.
public final class Readings: Sendable {
  private let noted = Guarded<[AuditEvent]>([])

  /// Nothing noted yet.
  public init() {}

  /// Notes that something is shown.
  public func note(_ event: AuditEvent) { noted.withLock { $0.append(event) } }

  /// Records what was noted, in one transaction; does nothing where nothing was.
  ///
  /// Call it outside a transaction. Throws what keeps it from being recorded.
  public func record(in audit: Audit, _ database: Database) throws {
    let events = noted.withLock { events in
      defer { events = [] }
      return events
    }
    guard !events.isEmpty else { return }
    try database.write { write in try audit.record(events, in: write) }
  }
}
