internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows requests for data, takes them in and answers them.
struct RequestHandlers {
  static let crumb = Crumb("Requests", SharingRoute.requests(isOpen: true, page: 1).path)

  let visit: StaffVisit

  private var store: RequestStore { RequestStore(visit.services) }
  private var today: Day { London.day(visit.now) }
  private var mayShare: Bool { SharingPolicy.allows(.share, visit.actor) }
  private var crumbs: [Crumb] { [SharingHandlers.crumb, Self.crumb] }

  func list(isOpen: Bool, page: Int) throws -> Response {
    try visit.read { read in
      let (requests, hasMore) = try store.page(isOpen: isOpen, page: page, read)
      let model = RequestsModel(
        isOpen: isOpen, page: page, requests: requests, hasMore: hasMore,
        agencies: try visit.services.people.agencies(read), today: today, mayShare: mayShare)
      return visit.page("Requests for data", crumbs: [SharingHandlers.crumb]) {
        RequestsPage(model: model)
      }
    }
  }

  func blank() throws -> Response {
    try visit.read {
      try form(FormState(values: Fields(DateInput.fields("received", today))), $0)
    }
  }

  func add() throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let agencies = try visit.services.people.agencies(write)
      let time = try WorkingDays.time(write)
      let new: RequestForm
      do throws(Refusal) { new = try RequestForm(fields, agencies, today: today, in: time) } catch {
        return try form(FormState(values: fields, refusal: error), write)
      }
      let reference = try store.add(
        new, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "sharing.request-added", "share-request/\(reference)", ["kind": new.kind.rawValue],
        in: write)
      return visit.redirect(
        to: SharingRoute.request(reference).path,
        saying: "The request \(reference) is written down, due \(new.dueOn.words)")
    }
  }

  func show(_ reference: Reference) throws -> Response? {
    try visit.read { read in
      guard let request = try store.find(reference, read) else { return nil }
      visit.shows("sharing.request-read", "share-request/\(reference)")
      return try page(request, FormState(), read)
    }
  }

  func answer(_ reference: Reference) throws -> Response? {
    let fields = visit.request.form
    return try visit.write { write in
      guard let request = try store.find(reference, write) else { return nil }
      guard request.answeredOn == nil, fields["version"] == String(request.version) else {
        let refusal = Refusal(
          "outcome", "Somebody else answered this request meanwhile: see below what they wrote")
        return try page(request, FormState(values: fields, refusal: refusal), status: 409, write)
      }
      let shares = ShareStore(visit.services)
      let named = try Reference((fields["share"] ?? "").filter { !$0.isWhitespace })
        .flatMap { try shares.find($0, write)?.share }
      let form: AnswerForm
      do throws(Refusal) {
        form = try AnswerForm(fields, request, today: today, named: named)
      } catch { return try page(request, FormState(values: fields, refusal: error), write) }
      try store.answer(request, form, in: write)
      try visit.record(
        "sharing.request-answered", "share-request/\(reference)",
        ["outcome": form.outcome.rawValue], in: write)
      return visit.redirect(
        to: SharingRoute.request(reference).path, saying: "The answer is recorded")
    }
  }

  private func page(
    _ request: DataRequest, _ state: FormState, status: Int = 422, _ read: Read
  ) throws -> Response {
    let model = RequestModel(
      request: request, agencies: try visit.services.people.agencies(read), today: today,
      mayShare: mayShare, state: state, csrf: visit.frame.csrf)
    return visit.framed(
      "Request \(request.reference)", crumbs: crumbs, state.refusal, status: status
    ) { RequestPage(model: model) }
  }

  private func form(_ state: FormState, _ read: Read) throws -> Response {
    let agencies = try visit.services.people.agencies(read)
    return visit.framed("Write a request down", crumbs: crumbs, state.refusal) {
      RequestFormPage(agencies: agencies, state: state, csrf: visit.frame.csrf)
    }
  }
}
