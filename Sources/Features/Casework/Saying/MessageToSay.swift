internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// A message that somebody has to say, since nothing here takes it to its reader, and what it is about.
struct MessageToSay {
  /// Working hours within which it is said, from when it may be.
  static let hours = 8

  let message: MessageRecord
  let about: About
  /// Which days are working days: those that were known when it was written.
  let calendar: WorkingCalendar

  /// What a message is about.
  enum About {
    /// A report with its case; or a case alone.
    case work(report: Reference?, file: Reference?, owner: ID<Account>?)
    case review(Reference)
  }

  /// When it is late: the clock begins when it may be said, within hours that are safe.
  var due: Instant {
    calendar.time(at: message.created).due(afterHours: Self.hours, from: message.due)
  }

  /// What the audit trail calls it.
  var subject: String {
    switch about {
    case .work(_, let file?, _): "case/\(file)"
    case .work(let report, _, _): report.map { "report/\($0)" } ?? message.topic
    case .review(let reference): "case-review/\(reference)"
    }
  }

  /// What it is about, in words.
  var from: String {
    switch about {
    case .work(_, let file?, _): "Case \(file)"
    case .work(let report, _, _): report.map { "Report \($0)" } ?? "A report"
    case .review(let reference): "Case review \(reference)"
    }
  }

  /// The page of what it is about.
  var path: String {
    switch about {
    case .work(_, let file?, _): WorkRoute.file(file).path
    case .work(let report, _, _):
      report.map { ReportsRoute.report($0).path } ?? WorkRoute.work(WorkFilter()).path
    case .review(let reference): ReportsRoute.review(reference).path
    }
  }

  /// What has to be done, naming nobody.
  var task: String { message.route == .phone ? "Call" : "Text or call" }

  /// All there are, or one, with what each is about; those of other features are not among them.
  static func all(
    _ messages: [MessageRecord], _ read: Read
  ) throws -> [MessageToSay] {
    let topics = messages.map { ($0, Topic($0.topic)) }
    let reports = topics.compactMap { $0.1?.kind == .report ? $0.1?.reference.description : nil }
    let files = topics.compactMap { $0.1?.kind == .file ? $0.1?.reference.description : nil }
    var found: [String: About] = [:]
    if !reports.isEmpty {
      try read.each(reportsQuery(reports)) { row in
        let report: Reference = try row.parsed()
        found["report/\(report)"] = .work(
          report: report, file: try row.optionalParsed(), owner: try row.optionalID())
      }
    }
    if !files.isEmpty {
      try read.each(filesQuery(files)) { row in
        let file: Reference = try row.parsed()
        found["case/\(file)"] = .work(report: nil, file: file, owner: try row.optionalID())
      }
    }
    let calendar = try WorkingDays.calendar(read)
    return topics.compactMap { message, topic in
      guard let topic else { return nil }
      let about = topic.kind == .review ? About.review(topic.reference) : found[message.topic]
      return about.map { MessageToSay(message: message, about: $0, calendar: calendar) }
    }
  }

  static func reportsQuery(_ references: [String]) -> SQL {
    """
    SELECT r.reference, c.reference, c.owner FROM report r
    LEFT JOIN report_decision d ON d.report = r.id LEFT JOIN case_file c ON c.id = d.case_file
    WHERE r.reference IN (\(list: references))
    """
  }

  static func filesQuery(_ references: [String]) -> SQL {
    "SELECT c.reference, c.owner FROM case_file c WHERE c.reference IN (\(list: references))"
  }

  /// The topic of a message, such as `report/TM-7K42-0931`.
  private struct Topic {
    let kind: RetentionKind
    let reference: Reference

    init?(_ text: String) {
      let parts = text.split(separator: "/").map(String.init)
      let kinds: [RetentionKind] = [.report, .file, .review]
      guard parts.count == 2, let reference = Reference(parts[1]),
        let kind = kinds.first(where: { $0.subject(parts[1]) == text })
      else { return nil }
      (self.kind, self.reference) = (kind, reference)
    }
  }
}
