internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What a reporter adds to a report of their own.
struct ReportDiary {
  private let services: Services
  private let store: ReportStore
  private let events: ReportEvents
  private let telling: ReporterTelling
  private let audit: Audit
  private let now: Instant

  init(_ services: Services, at now: Instant) {
    self.services = services
    store = ReportStore(services)
    events = ReportEvents(sealing: store.sealing)
    telling = ReporterTelling(services: services, now: now)
    audit = services.audit
    self.now = now
  }

  /// Does what the form asks for.
  ///
  /// Throws ``Refusal`` where something is missing.
  func add(_ fields: Fields, to report: Report, in write: Write) throws -> OwnReportNotice {
    switch fields["act"] {
    case "continues":
      try events.add(.continues, to: report.id, at: now, in: write)
      return try telling.goesOn(report, in: write) ? .afterEnd : .continues
    case "withdraw":
      guard fields["sure"] != nil else {
        throw Refusal("sure", "Tick the box if you want to withdraw the report")
      }
      return try withdraw(report, in: write)
    case "survey":
      let isKept = try SurveyKeeping(services: services, now: now).keep(
        try SurveyAnswers(fields), about: report.id, by: .own, in: write)
      return isKept ? .answered : .wasAnswered
    default:
      try add(try DiaryForm(fields, at: now), to: report, in: write)
      return try telling.goesOn(report, in: write) ? .afterEnd : .added
    }
  }

  private func add(_ form: DiaryForm, to report: Report, in write: Write) throws {
    let words = [form.occasion?.words ?? "", form.words].filter { !$0.isEmpty }
    let event = try events.add(
      .diary, to: report.id, words: Sensitive(words.joined(separator: ". ")), at: now, in: write)
    if let occasion = form.occasion {
      try store.add(occasion, to: report.id, event: event, at: now, in: write)
    }
    guard !ReportFlag.found(in: [form.words]).isEmpty else { return }
    // What the diary warns of goes to the duty officer as what the report warns of does.
    try FlagRaising(services: services, now: now).raise(report.id, in: write)
  }

  private func withdraw(_ report: Report, in write: Write) throws -> OwnReportNotice {
    guard report.state == .new || report.state == .triaged else {
      return report.state == .withdrawn ? .withdrawn : .ended
    }
    try store.move(report.id, to: .withdrawn, in: write)
    try events.add(.withdrawn, to: report.id, at: now, in: write)
    try audit.record(
      AuditEvent(
        actor: nil, action: "casework.report-withdrawn", subject: "report/\(report.reference)",
        at: now), in: write)
    try telling.withdrew(report, in: write)
    return .withdrawn
  }
}
