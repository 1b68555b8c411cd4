internal import Database
internal import Kernel
internal import Partnership

/// Keeps what somebody answered, and what follows from it.
struct SurveyKeeping {
  let services: Services
  let now: Instant

  /// Keeps the answers once; `false` where there were some already.
  func keep(
    _ answers: SurveyAnswers, about report: ID<Report>, by way: SurveyWay, in write: Write
  ) throws -> Bool {
    let store = SurveyStore(keyring: services.keyring)
    guard try store.answer(answers, about: report, by: way, at: now, in: write) else {
      return false
    }
    if answers.goesOn == .yes || answers.goesOn == .partly {
      let events = ReportEvents(sealing: ReportSealing(keyring: services.keyring))
      try events.add(.continues, to: report, at: now, in: write)
    }
    let words = answers.words.reveal(for: "flags of the answers")
    if !ReportFlag.found(in: [words]).isEmpty {
      try ReportStore(services).flag(report, in: write)
    }
    return true
  }
}

extension ReportStore {
  /// Brings a report before the duty officer, also after a flag was cleared.
  func flag(_ id: ID<Report>, in write: Write) throws {
    try write.run(
      """
      UPDATE report SET is_flagged = 1, cleared_at = NULL, cleared_by = NULL,
        version = version + 1 WHERE id = \(id)
      """)
  }
}
