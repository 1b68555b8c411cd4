internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Prints notices, and keeps their wordings.
struct NoticeHandlers {
  private static let crumb = Crumb("Wordings of notices", NoticeRoute.all.path)

  let visit: StaffVisit

  private var today: Day { London.day(visit.now) }
  private var mayChange: Bool { OrdersPolicy.allows(.changeLaw, visit.actor) }

  func respond(_ route: NoticeRoute) throws -> Response? {
    let isForm = visit.request.method == .post
    switch route {
    case .all:
      try OrdersPolicy.require(.readLaw, visit.actor)
      return isForm ? nil : try list()
    case .wording(let power):
      try OrdersPolicy.require(isForm ? .changeLaw : .readLaw, visit.actor)
      return try isForm ? add(power) : show(power)
    case .file(let reference, let format):
      try OrdersPolicy.require(.issue, visit.actor)
      return isForm ? nil : try print(reference, format)
    }
  }

  /// The notice of an order as a file; that it was printed, and from which version, is on record before
  /// it is sent.
  private func print(_ reference: Reference, _ format: PrintFormat) throws -> Response? {
    let found = try visit.read { read -> (Order, NoticeTemplate)? in
      let handlers = ChangeHandlers(visit: visit)
      guard let order = try handlers.open(reference, read),
        let template = try NoticeStore.template(of: order.power, on: today, read)
      else { return nil }
      return (order, template)
    }
    guard let (order, template) = found else { return nil }
    let context = NoticeContext(partnership: visit.frame.partnership)
    let letter = PrintedLetter(
      from: order.organisationName, to: [], reference: order.reference, on: today,
      heading: template.heading, words: try template.words(of: order, in: context))
    let response = try LetterPress(visit.services.settings)
      .print(letter, as: format, name: "notice-\(reference)")
    visit.shows(
      "orders.printed", "order/\(reference)",
      ["format": format.rawValue, "version": String(template.version)])
    return response
  }

  private func list() throws -> Response {
    try visit.read { read in
      let wordings = try NoticeTemplate.powers.map { power in
        (power, try NoticeStore.template(of: power, on: today, read))
      }
      return visit.page("Wordings of notices", crumbs: [OrderHandlers.crumb]) {
        NoticesPage(wordings: wordings)
      }
    }
  }

  private func show(_ power: Power) throws -> Response {
    try visit.read { read in
      let versions = try NoticeStore.versions(of: power, read)
      let latest = versions.first
      let fields =
        [("heading", latest?.heading ?? power.title), ("body", latest?.body ?? "")]
        + DateInput.fields("from", today)
      return page(power, versions, FormState(values: Fields(fields)))
    }
  }

  private func add(_ power: Power) throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let versions = try NoticeStore.versions(of: power, write)
      let form: NoticeForm
      do throws(Refusal) { form = try NoticeForm(fields, power, versions, today: today) } catch {
        return page(power, versions, FormState(values: fields, refusal: error))
      }
      try NoticeStore.add(form.template, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "orders.wording-added", "orders-wording/\(power.rawValue)",
        ["version": String(form.template.version), "from": form.template.from.description],
        in: write)
      return visit.redirect(
        to: NoticeRoute.wording(power).path,
        saying: "Version \(form.template.version) is used from \(form.template.from.words)")
    }
  }

  private func page(
    _ power: Power, _ versions: [NoticeTemplate], _ state: FormState
  ) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Wording: \(power.title)",
        crumbs: [OrderHandlers.crumb, Self.crumb], refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        WordingPage(
          power: power, versions: versions, today: today, mayChange: mayChange, state: state,
          csrf: visit.frame.csrf)
      }, status: state.refusal == nil ? 200 : 422)
  }
}
