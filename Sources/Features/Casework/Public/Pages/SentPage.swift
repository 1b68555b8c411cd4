internal import Design
internal import Kernel
internal import Markup

/// That a report was kept: its reference, the secret shown once, and what happens by when.
struct SentPage: HTML {
  static let title = "Your report is sent"
  static let once = "Write both down now: they show for 30 minutes only."
  let receipt: ReportReceipt
  let csrf: String
  let lines: ServiceLines

  var body: some HTML {
    div(.class("journey")) {
      div {
        h1 { Self.title }
        Notice(.good) {
          p { "Your reference" }
          p { strong(.class("ref as-h2"), .translate(false)) { receipt.reference } }
          p { "Your secret" }
          p { strong(.class("ref as-h2"), .translate(false)) { receipt.secret } }
          p { Self.once }
        }
        p {
          a(.href(ReportRoute.track.path)) { "See, add to or withdraw your report" }
          " with both."
        }
        NextSteps(due: Instant(receipt.dueAt), isSent: true)
        CaseReviewNote()
        PostForm(to: ReportRoute.step(.sent, isChange: false).path, csrf: csrf) {
          p(.class("row")) {
            SubmitButton("I have written them down: leave this page", style: .line)
          }
        }
      }
    }
  }
}

/// The right to a case review; the same for everybody, whatever they reported before.
struct CaseReviewNote: HTML {
  var body: some HTML {
    h2 { "You can ask for a case review" }
    p {
      "If too little was done, ask the agencies to look at it together. They must decide, and hold a "
      "review if it meets the threshold. Everybody is told this. "
      a(.href("/case-review")) { "What a case review is" }
      "."
    }
  }
}
