internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// One line of what happened in a case: an entry of its own, or what stands beside its reports.
struct StoryLine: Sendable {
  let at: Instant
  let title: String
  /// Whether it happened, and was not our own doing.
  let isHappening: Bool
  let author: Author
  /// The reports it stands beside.
  let reports: [Reference]
  let words: Sensitive<String>

  /// The account that wrote it beside a report.
  var account: ID<Account>? {
    guard case .account(let account) = author else { return nil }
    return account
  }

  /// Who wrote it.
  enum Author: Sendable {
    /// Whoever wrote an entry of the case.
    case entry(CaseEntry)
    case account(ID<Account>)
    case reporter
    case program
  }

  init(_ entry: CaseEntry) {
    at = entry.at
    title = entry.kind.title
    isHappening = entry.kind.isHappening
    author = .entry(entry)
    reports = []
    words = entry.words
  }

  private init(_ event: ReportEvent, beside reports: [Reference]) {
    let isOurs = event.kind == .update || event.kind == .outcome
    at = event.at
    title = event.kind.staffTitle
    isHappening = !isOurs
    author = event.account.map(Author.account) ?? (isOurs ? .program : .reporter)
    self.reports = reports
    words = event.words
  }

  /// A case's own entries and what stands beside its reports, the latest first; what was told to
  /// several reporters at once is one line.
  static func all(
    _ entries: [CaseEntry], _ reports: [Report], _ events: ReportEvents, _ read: Read
  ) throws -> [StoryLine] {
    let beside = try reports.flatMap { report in
      try events.of(report.id, read).filter { $0.kind != .received }.map { (report.reference, $0) }
    }
    let together = Dictionary(grouping: beside) { "\($1.at) \($1.kind.rawValue)" }
    let lines = together.values.flatMap { told in
      Dictionary(grouping: told) { $1.words.reveal(for: "story of the case") }.values.compactMap {
        same in same.first.map { StoryLine($0.1, beside: same.map(\.0)) }
      }
    }
    // Of one moment, what was told stands above what it was told about.
    return (lines + entries.map(StoryLine.init)).enumerated().sorted {
      ($1.element.at, $0.offset) < ($0.element.at, $1.offset)
    }.map(\.element)
  }
}
