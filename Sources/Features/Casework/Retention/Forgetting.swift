internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Forgets by itself what nobody needs to look at: words of old letters and answers, and data requests
/// that were answered.
///
/// Rows of letters and answers stay, for they are counted; that a request was answered stays in the trail.
struct Forgetting {
  static let batch = 500

  let services: Services
  let now: Instant

  /// Forgets all that is past its time, some at a time so that others can write meanwhile.
  func run() throws -> (letters: Int, answers: Int, requests: Int) {
    (
      try all(.letter, "casework.letters-forgotten") { before, write in
        try services.outbox.forget(before: before, limit: Self.batch, in: write)
      },
      try all(.survey, "casework.answers-forgotten") { before, write in
        try write.run(Self.answersQuery(before))
      },
      try all(.request, "casework.requests-forgotten") { before, write in
        try AccessStore(services: services).forget(before: before, limit: Self.batch, in: write)
      }
    )
  }

  static func answersQuery(_ before: Instant) -> SQL {
    """
    UPDATE report_survey SET words = \([UInt8]()) WHERE report IN (
      SELECT s.report FROM report_survey s
      WHERE s.answered_at IS NOT NULL AND length(s.words) > 0 AND s.answered_at <= \(before)
      ORDER BY s.answered_at LIMIT \(batch))
    """
  }

  private func all(
    _ kind: RetentionKind, _ action: String, _ forget: (Instant, Write) throws -> Int
  ) throws -> Int {
    var sum = 0
    while true {
      let count = try services.database.write { write in
        let rule = try RetentionRules(write).rule(kind, on: London.day(now))
        let count = try forget(RetentionPeriod.cutoff(rule.months, at: now), write)
        guard count > 0 else { return 0 }
        try services.audit.record(
          AuditEvent(
            actor: nil, action: action, subject: "retention/\(kind.rawValue)",
            detail: ["count": String(count), "rule": "\(kind.rawValue)/\(rule.version)"], at: now),
          in: write)
        return count
      }
      sum += count
      if count < Self.batch { return sum }
    }
  }
}
