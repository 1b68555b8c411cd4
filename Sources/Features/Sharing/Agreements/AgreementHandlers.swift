internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows agreements, takes them in, reviews and ends them, and keeps the rule on them.
struct AgreementHandlers {
  static let crumb = Crumb("Agreements", SharingRoute.agreements.path)

  let visit: StaffVisit

  private var today: Day { London.day(visit.now) }
  private var mayAgree: Bool { SharingPolicy.allows(.agree, visit.actor) }
  private var crumbs: [Crumb] { [SharingHandlers.crumb, Self.crumb] }

  func list() throws -> Response { try visit.read { try list(nil, $0) } }

  private func list(_ refused: FormState?, _ read: Read) throws -> Response {
    let needed = try GroundStore.agreementsNeeded(read)
    let model = AgreementsModel(
      agreements: try AgreementStore.all(read), agencies: try visit.services.people.agencies(read),
      needed: needed, today: today, mayAgree: mayAgree,
      state: refused
        ?? FormState(values: Fields(needed.map { DateInput.fields("needed", $0) } ?? [])),
      csrf: visit.frame.csrf)
    return visit.framed("Agreements to share", refused?.refusal) { AgreementsPage(model: model) }
  }

  /// Says from which day each share with an organisation of the partnership needs an agreement.
  func rule() throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      var form = FormReader(fields)
      let day = form.optionalDay("needed", "First day", fields)
      do throws(Refusal) { try form.finish() } catch {
        return try list(FormState(values: fields, refusal: error), write)
      }
      try GroundStore.needAgreements(
        from: day, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "sharing.rule-changed", "sharing", ["from": day?.description ?? "never"], in: write)
      return visit.redirect(to: SharingRoute.agreements.path, saying: "The rule is saved")
    }
  }

  func blank() throws -> Response { try visit.read { try form(FormState(), $0) } }

  func add() throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let agencies = try visit.services.people.agencies(write)
      let new: AgreementForm
      do throws(Refusal) { new = try AgreementForm(fields, agencies, today: today) } catch {
        return try form(FormState(values: fields, refusal: error), write)
      }
      let id = try AgreementStore.add(
        new, by: visit.actor.account, at: visit.now, in: write)
      try visit.record("sharing.agreement-added", "share-agreement/\(id)", in: write)
      return visit.redirect(
        to: SharingRoute.agreement(id).path, saying: "The agreement is written down")
    }
  }

  func show(_ id: ID<ShareAgreement>) throws -> Response? {
    try visit.read { read in
      try AgreementStore.find(id, read).map { try page($0, nil, FormState(), read) }
    }
  }

  /// Reviews or ends it; a form that was opened before somebody else's change is sent back.
  func change(_ id: ID<ShareAgreement>) throws -> Response? {
    let fields = visit.request.form
    guard let act = AgreementAct(rawValue: fields["act"] ?? "") else { return nil }
    return try visit.write { write in
      guard let agreement = try AgreementStore.find(id, write), agreement.endedOn == nil else {
        return nil
      }
      guard fields["version"] == String(agreement.version) else {
        let refusal = Refusal(
          act == .review ? "review-day" : "ended-day",
          "Somebody else changed this agreement meanwhile: see how it stands, then send it again")
        return try page(
          agreement, act, FormState(values: fields, refusal: refusal), status: 409, write)
      }
      do { try keep(act, agreement, fields, write) } catch let refusal as Refusal {
        return try page(agreement, act, FormState(values: fields, refusal: refusal), write)
      }
      return visit.redirect(to: SharingRoute.agreement(id).path, saying: act.done)
    }
  }

  private func keep(
    _ act: AgreementAct, _ agreement: Agreement, _ fields: Fields, _ write: Write
  ) throws {
    switch act {
    case .review:
      let form = try ReviewForm(fields, today: today)
      try AgreementStore.review(agreement, next: form.next, in: write)
      try visit.record(
        "sharing.agreement-reviewed", "share-agreement/\(agreement.id)",
        ["next": form.next.description], in: write)
    case .end:
      let form = try AgreementEndForm(fields, agreement, today: today)
      try AgreementStore.end(agreement, on: form.last, because: form.reason, in: write)
      try visit.record(
        "sharing.agreement-ended", "share-agreement/\(agreement.id)",
        ["last": form.last.description], in: write)
    }
  }

  private func page(
    _ agreement: Agreement, _ act: AgreementAct?, _ state: FormState, status: Int = 422,
    _ read: Read
  ) throws -> Response {
    let model = AgreementModel(
      agreement: agreement, agencies: try visit.services.people.agencies(read), today: today,
      mayAgree: mayAgree, act: act, state: state, csrf: visit.frame.csrf)
    return visit.framed(agreement.title, crumbs: crumbs, state.refusal, status: status) {
      AgreementPage(model: model)
    }
  }

  private func form(_ state: FormState, _ read: Read) throws -> Response {
    let agencies = try visit.services.people.agencies(read)
    return visit.framed("Write an agreement down", crumbs: crumbs, state.refusal) {
      AgreementFormPage(agencies: agencies, state: state, csrf: visit.frame.csrf)
    }
  }
}

/// What is done with an agreement.
enum AgreementAct: String, CaseIterable, Sendable {
  case review
  case end

  var done: String {
    switch self {
    case .review: "The next review is set"
    case .end: "The agreement has its end"
    }
  }
}
