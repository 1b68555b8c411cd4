internal import Access
internal import Kernel
internal import Translation

/// A report to be kept, however it came.
struct NewReport: Sendable {
  var kind: ReportKind
  var channel = ReportChannel.web
  var organisation: ID<Organisation>?
  var takenBy: ID<Account>?
  var identity: ReporterIdentity
  var place: ReportPlace?
  var course: ReportCourse?
  var occasions: [Occasion]
  var strands: Set<HateStrand> = []
  var story: Sensitive<ReportStory>
  var subject = Sensitive(ReportSubject())
  var reporter = Sensitive(Reporter())

  /// The priority it starts with.
  var priority: Priority {
    let story = story.reveal(for: "priority")
    return PriorityRule.priority(
      kind: kind, course: course, occasions: occasions.count, strands: strands,
      circumstances: story.circumstances, flags: story.flags)
  }
}

extension NewReport {
  /// Whether its words warn of something.
  var isFlagged: Bool { !story.reveal(for: "flags of a report").flags.isEmpty }

  /// Notes the language the pages were read in, so that whoever answers can use it; of those who stay
  /// anonymous not even that is kept.
  mutating func note(_ language: Language?) {
    guard let language, identity != .anonymous else { return }
    var reporter = reporter.reveal(for: "the language of the report")
    reporter.language = "\(language.name) (\(language.code))"
    self.reporter = Sensitive(reporter)
  }
}

/// What whoever made a report is told, once.
struct ReportReceipt: Codable, Equatable, Sendable {
  let reference: String
  /// Opens the report together with the reference; only its hash is kept.
  let secret: String
  let dueAt: String
}
