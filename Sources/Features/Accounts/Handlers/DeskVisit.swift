import Access
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// What the handlers of the signed-in share.
struct DeskVisit {
  let visit: StaffVisit
  let accounts: AccountServices
  let policy: AccountsPolicy

  init(_ visit: StaffVisit) {
    self.visit = visit
    accounts = AccountServices(visit.services)
    policy = AccountsPolicy(visit.actor)
  }

  var request: Request { visit.request }
  var now: Instant { visit.now }
  var actor: Actor { visit.actor }
  var csrf: String { visit.frame.csrf }
  var isPost: Bool { request.method == .post }
  /// The token of the session the request came with.
  var token: String? { SessionCookie(visit.services.settings).token(of: request) }

  /// A page, with the sentence of what was just done where the address names it.
  func page(
    _ title: String, crumbs: [Crumb] = [], state: FormState = FormState(), status: Int? = nil,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    var frame = visit.frame
    if let done = request.query["done"].flatMap({ Done(rawValue: $0) }) {
      frame.notice = done.words
    }
    let page = Page(frame: frame, title: title, crumbs: crumbs, refusal: state.refusal) {
      ErrorSummary(state.refusal)
      content()
    }
    return Response.html(page, status: status ?? (state.refusal == nil ? 200 : 422)).unkept
  }

  /// Back to a page, which then says what was done.
  func done(_ done: Done, at path: String) -> Response {
    .redirect(to: "\(path)?done=\(done.rawValue)")
  }

  /// Notes in the audit trail that the person looked at something.
  func viewed(_ action: String, _ subject: String) throws {
    try accounts.audit.viewed(
      AuditEvent(actor: actor.account, action: action, subject: subject, at: now))
  }
}

/// What was just done, in the words of the page that follows.
enum Done: String, CaseIterable, Sendable {
  case changed
  case disabled
  case enabled
  case secondFactorRemoved = "second-factor-removed"
  case organisationAdded = "organisation-added"
  case passwordChanged = "password-changed"
  case linkSent = "link-sent"
  case addedAndSent = "added"

  var words: String {
    switch self {
    case .changed: "The account was changed"
    case .disabled: "The account was disabled and signed out everywhere"
    case .enabled: "The account was enabled"
    case .secondFactorRemoved: "The second factor was removed"
    case .organisationAdded: "The organisation was added"
    case .linkSent: "A one-time link is on its way to the person’s email address"
    case .addedAndSent:
      "The account was added, and a one-time link is on its way to the person’s email address"
    case .passwordChanged: "Your password was changed, and your other sessions ended"
    }
  }
}
