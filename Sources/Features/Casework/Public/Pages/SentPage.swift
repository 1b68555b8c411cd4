internal import Design
internal import Kernel
internal import Markup

/// That a report was kept: its reference, the secret shown once, and what happens by when.
struct SentPage: HTML {
  static let title = "Your report is sent"
  let receipt: ReportReceipt
  let csrf: String
  let lines: ServiceLines

  var body: some HTML {
    div(.class("journey")) {
      div {
        h1 { Self.title }
        Notice(.good) {
          p { "Your reference" }
          p { strong(.class("ref as-h1")) { receipt.reference } }
          p { "Your secret" }
          p { strong(.class("ref as-h1")) { receipt.secret } }
          p {
            "Write both down now, or take a picture of this page. We keep the secret in no form that "
            "we could show you again."
          }
        }
        p {
          "With both you can see what happened, add another time it happened, say that it is still "
          "going on, or withdraw the report: "
          a(.href(ReportRoute.track.path)) { "see or add to a report" }
          "."
        }
        NextSteps(due: Instant(receipt.dueAt), isSent: true)
        CaseReviewNote()
        PostForm(to: ReportRoute.step(.sent, isChange: false).path, csrf: csrf) {
          p { "This page can be opened again in this browser for 30 minutes." }
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
      "Everybody who reports anti-social behaviour is told this. If it goes on and you think too "
      "little was done, you can ask the council, the police, health and landlords to review together "
      "what they did. It used to be called the Community Trigger. "
      a(.href("/case-review")) { "What a case review is, and how to ask for one" }
      "."
    }
  }
}
