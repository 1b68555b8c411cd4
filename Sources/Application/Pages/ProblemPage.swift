import Design
import Markup

/// A page that says what went wrong and what to do.
struct ProblemPage: HTML {
  let frame: Frame
  let title: String
  let message: String
  /// What to quote when asking for help; only for faults of ours.
  var reference: String?

  var body: some HTML {
    Page(frame: frame, title: title) {
      div(.class("measure")) {
        h1 { title }
        p { message }
        if let reference {
          p {
            "If it happens again, tell the people who run this service and quote "
            span(.class("ref")) { reference }
            "."
          }
        }
        p { a(.href(frame.person == nil ? "/" : "/indicators")) { "Go to the start page" } }
      }
    }
  }

  /// The heading of a status.
  static func title(of status: Int) -> String {
    switch status {
    case 400: "We could not read that"
    case 403: "We could not accept that"
    case 404: "Page not found"
    case 405: "That cannot be done here"
    case 409: "This was not saved"
    case 413: "That is too large"
    case 422: "Something needs putting right"
    case 429: "Too many tries"
    case 503: "The service is busy"
    case 507: "There is no room for files"
    default: "Something went wrong"
    }
  }
}
