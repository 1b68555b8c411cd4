import Access
import Database
import Kernel
import Partnership

/// Keeps what an entry form changed, with its provenance, and withdraws what had been signed.
struct EntrySaving {
  let actor: Actor
  /// The office the person writes in.
  let office: String
  let period: Period
  let now: Instant

  /// What was kept, in counts for the notice and the audit trail.
  struct Outcome: Hashable, Sendable {
    var added = 0
    var corrected = 0
    var comments = 0
    var judgements = 0
    var withdrawn: [ID<Priority>] = []

    var words: String {
      let figures = added + corrected
      let parts = [
        figures == 0 ? nil : "\(figures) \(figures == 1 ? "figure" : "figures")",
        comments == 0 ? nil : "\(comments) \(comments == 1 ? "commentary" : "commentaries")",
        judgements == 0 ? nil : "\(judgements) \(judgements == 1 ? "state" : "states")",
      ].compactMap(\.self)
      let saved = parts.isEmpty ? "Nothing had changed" : "Saved: " + parts.joined(separator: ", ")
      return withdrawn.isEmpty
        ? saved : saved + ". The sign-off is withdrawn: it must be given again"
    }
  }

  func keep(_ reading: EntryReading, in write: Write) throws -> Outcome {
    var outcome = Outcome()
    var touched: Set<ID<Indicator>> = []
    for change in reading.figures {
      let kept = try ObservationStore.record(
        NewObservation(
          indicator: change.indicator.member.indicator, period: change.due.period,
          amount: change.amount, provenance: .typed(by: actor.account), reason: change.reason),
        at: now, in: write)
      switch kept {
      case .added: outcome.added += 1
      case .corrected: outcome.corrected += 1
      case .unchanged: continue
      }
      touched.insert(change.indicator.member.indicator)
    }
    for (indicator, words) in reading.comments {
      try StatementStore.comment(words, saying(indicator), in: write)
      outcome.comments += 1
      touched.insert(indicator.member.indicator)
    }
    for (indicator, state, reason) in reading.judgements {
      try StatementStore.judge(state, reason: reason, saying(indicator), in: write)
      outcome.judgements += 1
      touched.insert(indicator.member.indicator)
    }
    if !touched.isEmpty {
      outcome.withdrawn = try SignOffStore.withdraw(
        touched, period.months, reason: "Figures or words changed after the sign-off", at: now,
        in: write
      ).map(\.priority)
    }
    return outcome
  }

  private func saying(_ indicator: DueIndicator) -> Saying {
    Saying(
      member: indicator.member.id, period: period, author: office, account: actor.account, now: now)
  }
}
