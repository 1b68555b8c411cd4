internal import HTTP
internal import Design
internal import Kernel
internal import Markup
internal import Messages

/// A report as its reporter sees it.
struct OwnReportModel {
  let report: Report
  let occasions: [Occasion]
  let events: [ReportEvent]
  /// The letters and messages about it, newest first.
  let letters: [MessageRecord]
  let files: [EvidenceFile]
  /// Whether somebody may still say how satisfied they are.
  let isAsked: Bool
  /// Whether it was opened from the list of a proved contact.
  let hasOthers: Bool
  let state: FormState
  let csrf: String
  let notice: OwnReportNotice?
  let now: Instant
}

/// What happened to a report, dated and in plain words, and the ways to add to it.
struct OwnReportPage: HTML {
  static let title = "Your report"
  let model: OwnReportModel

  var body: some HTML {
    div(.class("journey")) {
      ErrorSummary(model.state.refusal)
      div {
        if let notice = model.notice { Notice(.good) { p(.role("status")) { notice.words } } }
        if model.hasOthers { p { a(.href(ReportRoute.mine.path)) { "All your reports" } } }
        h1 { Self.title }
        SummaryList(rows: [
          SummaryRow("Reference") { AsWritten(model.report.reference.description) },
          SummaryRow("What") { model.report.kind.title },
          SummaryRow("Where") {
            if let place = model.report.place {
              AsWritten(place.name)
            } else {
              "As you described it"
            }
          },
          SummaryRow("Times you told us of") {
            for occasion in model.occasions { div { occasion.words } }
          },
          SummaryRow("How it stands") { model.report.standing(at: model.now) },
        ])
        h2(.class("mt5")) { "What has happened" }
        Timeline(model.events.map(entry))
        if model.isAsked { OwnSurvey(state: model.state, csrf: model.csrf) }
        if model.isOpen {
          Adding(model: model)
        } else {
          Again(model: model)
        }
        Leaving(csrf: model.csrf)
      }
    }
  }

  private func entry(_ event: ReportEvent) -> TimelineEntry {
    let words = event.words.reveal(for: "the reporter's own page")
    let isOurs = event.kind == .update || event.kind == .outcome || event.kind == .received
    return TimelineEntry(
      event.kind.title, isOurs ? .done : .happened, meta: London.words(event.at)
    ) {
      if !words.isEmpty { p(.translate(false)) { words } }
      if model.isUnsent(event) { p(.class("small")) { OwnReportModel.unsent } }
    }
  }
}

extension OwnReportModel {
  static let unsent = "We have not sent it to you yet: you can read it here."

  var isOpen: Bool { report.state == .new || report.state == .triaged }

  /// Whether the letter that says the same, written at the same moment, still waits.
  func isUnsent(_ event: ReportEvent) -> Bool {
    let waits: Set<MessageState> = [.held, .waiting, .sending, .failed, .byHand]
    return letters.contains { $0.created == event.at && waits.contains($0.state) }
  }
}

extension Report {
  /// How it stands, in words for its reporter; a day that is over is not promised again.
  func standing(at now: Instant) -> String {
    switch state {
    case .new where dueAt < now:
      "An officer should have started on it by 5pm on \(London.day(dueAt).weekdayWords). We are late."
    case .new:
      "An officer starts on it by 5pm on \(London.day(dueAt).weekdayWords). This date is "
        + "provisional until they have read it."
    case .triaged: "An officer has read it and is working on it."
    case .closed: "The work on it has ended: see what has happened below."
    case .withdrawn:
      "You withdrew it. If somebody may be in danger we may still have to act on what it says."
    }
  }
}

extension ReportEventKind {
  /// In words for the reporter.
  fileprivate var title: String {
    switch self {
    case .received: "We received your report"
    case .diary: "You added to it"
    case .continues: "You told us that it is still going on"
    case .withdrawn: "You withdrew it"
    case .update: "An officer wrote this for you"
    case .outcome: "What came of it"
    }
  }
}

/// The diary, "it is still happening", and the way to withdraw.
private struct Adding: HTML {
  let model: OwnReportModel

  var body: some HTML {
    Sheet("Did it happen again?", mark: .river) {
      PostForm(to: ReportRoute.own.path, csrf: model.csrf) {
        OccasionFields(state: model.state, legend: "Which day?")
        TextArea("diary", label: "What happened", in: model.state, rows: 4)
        SubmitButton("Add it to my report", name: "act", value: "diary")
      }
    }
    Sheet("Is it still going on?") {
      PostForm(to: ReportRoute.own.path, csrf: model.csrf) {
        p { "Tell us, even if you have no day to add." }
        SubmitButton("It is still happening", style: .line, name: "act", value: "continues")
      }
    }
    Sheet("Photos, video or documents") {
      if !model.files.isEmpty {
        ul {
          for file in model.files {
            li { "\(file.words), added \(London.day(file.addedAt).words)" }
          }
        }
      }
      UploadForm(
        to: ReportRoute.own.path, csrf: model.csrf, pieces: ReportRoute.ownPieces.path,
        after: OwnReportNotice.file.path
      ) {
        EvidenceField(state: model.state)
        SubmitButton("Add the file", style: .line, name: "act", value: "file")
      }
    }
    Disclosure("Withdraw the report", isOpen: model.state.refusal?.message(for: "sure") != nil) {
      PostForm(to: ReportRoute.own.path, csrf: model.csrf) {
        CheckboxField(
          "sure", label: "I want to withdraw it",
          hint:
            "We stop work on it, unless somebody may be in danger. What you told us is kept for as "
            + "long as the law says.", in: model.state)
        SubmitButton("Withdraw it", style: .bad, name: "act", value: "withdraw")
      }
    }
  }
}

/// Closes what was opened in this browser.
struct Leaving: HTML {
  let csrf: String

  var body: some HTML {
    PostForm(to: ReportRoute.leave.path, csrf: csrf) {
      p(.class("mt5 small quiet")) {
        "In this browser the report closes by itself after 30 minutes."
      }
      SubmitButton("Close it now", style: .line)
    }
  }
}
