internal import Database
internal import Kernel
internal import Partnership

/// Shares that are still open: what they are about is kept for as long as somebody has it.
enum ShareHolds {
  static func of(
    _ references: [Reference], at now: Instant, _ read: Read
  ) throws -> [RecordHold] {
    guard !references.isEmpty else { return [] }
    return try read.all(query(references, at: now)) { row in
      let (about, reference): (Reference, Reference) = (try row.parsed(), try row.parsed())
      return RecordHold(
        about, "Share \(reference) is open", path: SharingRoute.share(reference).path)
    }
  }

  static func query(_ references: [Reference], at now: Instant) -> SQL {
    """
    SELECT s.about, s.reference FROM sharing_share s
    WHERE s.about IN (\(list: references.map(\.description))) AND s.ends_at > \(now)
    ORDER BY s.id LIMIT 200
    """
  }
}
