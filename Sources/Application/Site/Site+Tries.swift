import Access
import HTTP
import Kernel
import Partnership

/// Tries at records that are not shown to whoever asks.
extension Site {
  /// What the audit trail notes of them, in words.
  static let actions = [tried: "Asked for a record and was not shown it"]
  private static let tried = "record.refused"
  private static let refusals: Set<Int> = [403, 404]

  /// Notes that somebody asked for a record and was shown nothing; it is in the trail within a second.
  ///
  /// It is noted whether or not there is such a record, so that nobody learns of one by it.
  func noteTry(_ visit: StaffVisit, _ response: Response) throws {
    guard Self.refusals.contains(response.status), let section = visit.request.path.first else {
      return
    }
    for feature in features where feature.staffSections.contains(section) {
      let subject = try visit.read { read in
        try feature.record(visit.request.path, services, read)
      }
      guard let subject else { continue }
      try services.audit.viewed(
        AuditEvent(
          actor: visit.actor.account, action: Self.tried, subject: subject,
          detail: visit.request.method == .post ? ["by": "form"] : [:], at: visit.now))
    }
  }
}
