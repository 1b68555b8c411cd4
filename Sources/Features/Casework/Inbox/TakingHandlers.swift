internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Answers the page on which a report is taken for somebody.
struct TakingHandlers {
  let visit: StaffVisit
  let desk: ReportDesk

  private var drafts: DraftStore { DraftStore(keyring: visit.services.keyring) }

  /// How what an actor takes may have come: a partner's staff take it at their own centre.
  static func channels(_ actor: Actor) -> [ReportChannel] {
    actor.role == .partner
      ? [.hateCentre, .housing] : [.phone, .letter, .inPerson, .housing, .hateCentre]
  }

  func respond() throws -> Response {
    try CaseworkPolicy.require(.take, visit.actor)
    guard visit.request.method == .post else { return try form(FormState()) }
    let fields = visit.request.form
    do {
      let form = try TakingForm(
        fields, channels: Self.channels(visit.actor), at: visit.now)
      return taken(try keep(form, once: fields["once"] ?? ""))
    } catch let refusal as Refusal {
      return try self.form(FormState(values: fields, refusal: refusal))
    }
  }

  /// Keeps it once, however often the form is sent.
  private func keep(_ form: TakingForm, once: String) throws -> ReportReceipt {
    guard once.utf8.count == 43 else {
      throw Refusal("", "The page was open for too long. Send it again")
    }
    let taking = ReportTaking(services: visit.services, wards: desk.wards, now: visit.now)
    let taker = ReportTaking.Taker(
      account: visit.actor.account, organisation: visit.actor.organisation)
    return try visit.write { write in
      let draft = try drafts.change(once, at: visit.now, in: write) { _ in }
      if let receipt = draft.content.receipt { return receipt }
      let (id, receipt) = try taking.keep(form, by: taker, in: write)
      try drafts.complete(draft, report: id, receipt, at: visit.now, in: write)
      try visit.services.jobs.enqueueDaily(DraftPurge.name, in: write)
      return receipt
    }
  }

  private func form(_ state: FormState) throws -> Response {
    let once = visit.request.form["once"] ?? SecretToken.random()
    let model = TakingModel(
      state: state, csrf: visit.frame.csrf, once: once, channels: Self.channels(visit.actor),
      strands: try visit.read(ServiceLines.init).strands)
    return .html(
      Page(
        frame: visit.frame, title: "Take a report",
        crumbs: ReportsHandlers.crumbs(for: visit.actor),
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        TakingPage(model: model)
      }, status: state.refusal == nil ? 200 : 422)
  }

  private func taken(_ receipt: ReportReceipt) -> Response {
    visit.page("The report is taken", crumbs: ReportsHandlers.crumbs(for: visit.actor)) {
      TakenPage(receipt: receipt, now: visit.now)
    }
  }
}
