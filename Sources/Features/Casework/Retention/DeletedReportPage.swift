internal import Design
internal import Kernel
internal import Markup

/// What whoever made a report is told once it is deleted: shown to nobody who cannot prove it was theirs.
struct DeletedReportPage: HTML {
  static let title = "This report is deleted"
  let stone: Tombstone

  var body: some HTML {
    div(.class("journey")) {
      div {
        h1 { Self.title }
        p { "We deleted it on \(London.day(stone.deletedAt).words), because its time was over." }
        p { keptWords }
        p {
          "What you told us, your name and how to reach you, files, letters and what we wrote about it "
          "are gone. We keep its reference and these days, so that we can say what became of it."
        }
        p { "It may be in our backups until those are replaced." }
        p { "Is it happening again? Make a new report. In an emergency call 999." }
        p { a(.href(ReportRoute.start.path)) { "Make a report" } }
      }
    }
  }

  private var keptWords: String {
    let months = stone.months
    let time =
      months % 12 == 0 ? (months == 12 ? "1 year" : "\(months / 12) years") : "\(months) months"
    return stone.rule == .file
      ? "We keep a report for \(time) after the work on it has ended."
      : "We keep a report that we did not open a case for \(time) from the day we received it."
  }
}
