internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the sets of the floor of case reviews, and lets an administrator add one and date it.
struct ReviewLawHandlers {
  let visit: StaffVisit

  private var mayChange: Bool { CaseworkPolicy.allows(.changeLaw, visit.actor) }

  func respond() throws -> Response {
    try CaseworkPolicy.require(.readLaw, visit.actor)
    guard visit.request.method == .post else { return try page(FormState()) }
    try CaseworkPolicy.require(.changeLaw, visit.actor)
    let fields = visit.request.form
    do {
      let said = try visit.write { write in
        let work = ReviewLawWork(
          services: visit.services, account: visit.actor.account, now: visit.now)
        guard fields["act"] == "date" else {
          try work.add(fields, in: write)
          return "The set is added. Say when it is law"
        }
        try work.date(fields["set"] ?? "", fields, version: fields["version"], in: write)
        return "The dates are saved. What was decided stays as it was"
      }
      return visit.redirect(to: ReportsRoute.reviewLaw.path, saying: said)
    } catch let refusal as Refusal {
      return try page(FormState(values: fields, refusal: refusal))
    }
  }

  private func page(_ state: FormState) throws -> Response {
    let sets = try visit.read(ReviewLawStore.all)
    return .html(
      Page(
        frame: visit.frame, title: "Law of case reviews",
        crumbs: ReviewHandlers.crumbs(for: visit.actor),
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        ReviewLawPage(
          sets: sets, today: visit.services.clock.today, mayChange: mayChange, state: state,
          csrf: visit.frame.csrf)
      }, status: state.refusal == nil ? 200 : 422)
  }
}

/// What is done with the sets, the same from the page and from the shell: each with its row of the trail.
struct ReviewLawWork {
  static let changed = "Somebody else changed this set meanwhile: look at it again"

  let services: Services
  let account: ID<Account>?
  let now: Instant

  func add(_ fields: Fields, in write: Write) throws {
    let taken = Set(try ReviewLawStore.all(write).map(\.key))
    let new = try ReviewLawForm(fields, taken: taken).new
    try ReviewLawStore.add(new, by: account, at: now, in: write)
    try record("added", new.key, [:], write)
  }

  /// Dates a set; refused where its version is no longer the one that was seen.
  func date(_ key: String, _ fields: Fields, version: String?, in write: Write) throws {
    guard let law = try ReviewLawStore.all(write).first(where: { $0.key == key }) else {
      throw CaseworkProblem.notFound
    }
    if let version, version != String(law.version) { throw Refusal("", Self.changed) }
    let dates = try law.dates(fields)
    try ReviewLawStore.date(law, dates, in: write)
    try record("dated", key, dates.detail, write)
  }

  private func record(
    _ action: String, _ key: String, _ detail: [String: String], _ write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.review-law-\(action)", subject: "case-review-law/\(key)",
        detail: detail, at: now), in: write)
  }
}
