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
      let reports = ReportStore(services)
      try ReportEvents(sealing: reports.sealing).add(.continues, to: report, at: now, in: write)
      if let found = try reports.find(report, write) {
        try ReporterTelling(services: services, now: now).goesOn(found, in: write)
      }
    }
    let words = answers.words.reveal(for: "flags of the answers")
    if !ReportFlag.found(in: [words]).isEmpty {
      try FlagRaising(services: services, now: now).raise(report, in: write)
    }
    return true
  }
}
