internal import Access
internal import Design
internal import Kernel
internal import Markup

/// What an opened report shows.
struct ReportModel {
  let details: ReportDetails
  let events: [ReportEvent]
  /// What the reporter answered once the work had ended.
  let answers: SurveyAnswers?
  let readers: [RecordReading]
  let hasOlderReaders: Bool
  let markers: MarkerModel
  let evidence: [EvidenceFile]
  /// What was decided; `nil` before.
  let decided: DecidedReport?
  /// What its reporter did that nobody has looked at.
  let notices: [ReporterNotice]
  let mayClear: Bool
  let state: FormState
  let csrf: String

  var report: Report { details.report }
  var findings: [FlagFinding] { FlagFinding.of(details, events, answers) }
}

/// One report with all that was told in it; each reading is on record.
struct ReportPage: HTML {
  let model: ReportModel

  private var report: Report { model.report }

  var body: some HTML {
    Handling(note: "That you opened this report is recorded with your name.")
    MarkerNotices(model: model.markers)
    PageHead(report.kind.title, kicker: report.reference.description) {
      LinkButton(
        report.state == .new ? "Decide about it" : "The decision and its case",
        to: WorkRoute.triage(report.reference).path)
    }
    if report.isFlagged { Warned(model: model) }
    Unseen(model: model)
    Facts(
      [
        Fact(
          "Begin by", London.words(report.dueAt),
          note: model.decided == nil ? "\(report.priority.code), provisional" : report.priority.code
        ),
        Fact("Received", London.words(report.receivedAt), note: "It came \(report.channel.words)"),
      ] + report.acknowledgedFact + [
        Fact("Reporter", report.identity.title),
        Fact("State", report.state.title),
      ])
    if report.isDoubtful { Doubted(model: model) }
    SafetyNotice(details: model.details)
    if let decided = model.decided { DecidedSheet(decided: decided) }
    Sheet("What happened", mark: .river) { SummaryList(ReportRows.story(model.details)) }
    Sheet("Who is said to do it") { SummaryList(ReportRows.subject(model.details)) }
    Sheet("Who reported it") { SummaryList(ReportRows.reporter(model.details)) }
    EvidenceSheet(files: model.evidence, add: nil)
    Sheet("What was told and done") { Timeline(model.events.map(entry)) }
    if let answers = model.answers {
      Sheet("How satisfied the reporter is") { SummaryList(answers.rows) }
    }
    Sheet("Who opened it") {
      RecordReadings(readings: model.readers, empty: "Nobody before you.")
      if model.hasOlderReaders {
        p {
          "Only the latest are shown. Those before are in the audit trail, which administrators read."
        }
      }
    }
  }

  private func entry(_ event: ReportEvent) -> TimelineEntry {
    let words = event.words.reveal(for: "the page of the report")
    return TimelineEntry(
      event.kind.staffTitle, event.account == nil ? .happened : .done, meta: London.words(event.at),
      text: words.isEmpty ? nil : words)
  }
}

extension ReportEventKind {
  /// In words for staff.
  var staffTitle: String {
    switch self {
    case .received: "Received"
    case .diary: "The reporter added"
    case .continues: "The reporter says that it goes on"
    case .withdrawn: "The reporter withdrew it"
    case .update: "Told to the reporter"
    case .outcome: "Outcome told to the reporter"
    }
  }
}
