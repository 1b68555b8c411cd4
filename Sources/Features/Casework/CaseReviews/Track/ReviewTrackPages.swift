internal import Design
internal import Kernel
internal import Markup

/// Opens a request by its reference and secret.
struct ReviewTrackPage: HTML {
  static let title = "See how your request stands"
  static let unknown =
    "The reference and the secret do not go together. Check both; the secret is shown once, when a "
    + "request is sent on this site"
  let state: FormState
  let csrf: String

  var body: some HTML {
    SecretPage(
      title: Self.title,
      lead: "If you asked by telephone or on paper, the point of contact tells you.",
      button: "Open the request", path: ReviewTrackRoute.track.path,
      back: ReviewTrackRoute.ask.path, state: state, csrf: csrf
    ) {}
  }
}

/// A request as its applicant sees it: what was done, and what is to come by when.
struct OwnReviewPage: HTML {
  let review: CaseReview
  let rule: ReviewRule?
  /// Shown until it was written down.
  let secret: String?
  let csrf: String

  var title: String { secret == nil ? "Your request for a case review" : "Your request is sent" }

  var body: some HTML {
    div(.class("journey")) {
      div {
        h1 { title }
        if let secret { Receipt(reference: review.reference, secret: secret, csrf: csrf) }
        if secret == nil {
          SummaryList(rows: [
            SummaryRow("Reference") { AsWritten(review.reference.description) }
          ])
        }
        h2(.class("mt5")) { "What happens" }
        Timeline(OwnReviewSteps(review: review, rule: rule).entries, style: .tight)
        if secret == nil {
          PostForm(to: ReviewTrackRoute.leave.path, csrf: csrf) {
            p(.class("mt5 small quiet")) {
              "In this browser the request closes by itself after 30 minutes."
            }
            SubmitButton("Close it now", style: .line)
          }
        }
      }
    }
  }
}

private struct Receipt: HTML {
  let reference: Reference
  let secret: String
  let csrf: String

  var body: some HTML {
    Notice(.good) {
      p { "Your reference" }
      p { strong(.class("ref as-h2"), .translate(false)) { reference.description } }
      p { "Your secret" }
      p { strong(.class("ref as-h2"), .translate(false)) { secret } }
      p { "Write both down now. With them you see here how your request stands." }
    }
    PostForm(to: ReviewTrackRoute.own.path, csrf: csrf) {
      SubmitButton("I have written them down", style: .line)
    }
  }
}
