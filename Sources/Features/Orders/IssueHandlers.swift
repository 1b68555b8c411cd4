internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Writes orders down.
struct IssueHandlers {
  let visit: StaffVisit

  func choose() throws -> Response {
    try OrdersPolicy.require(.issue, visit.actor)
    return try visit.read { read in
      let law = try LawStore.book(read).law(on: London.day(visit.now))
      return visit.page("What was issued?", crumbs: [OrderHandlers.crumb]) { ChoosePage(law: law) }
    }
  }

  func blank(_ power: Power) throws -> Response {
    try OrdersPolicy.require(.issue, visit.actor)
    return try visit.read { read in try form(power, FormState(), read) }
  }

  func add(_ power: Power) throws -> Response {
    try OrdersPolicy.require(.issue, visit.actor)
    let fields = visit.request.form
    return try visit.write { write in
      let agencies = try visit.services.people.agencies(write)
      guard let issuer = agencies.first(where: { $0.id == visit.actor.organisation }) else {
        throw OrdersProblem.notFound
      }
      let reference: Reference
      do { reference = try visit.orders.issue(fields, power, by: issuer, in: write) } catch let
        refusal as Refusal
      { return try form(power, FormState(values: fields, refusal: refusal), write) }
      return visit.redirect(
        to: OrdersRoute.show(reference).path, saying: "\(power.title) \(reference) is written down")
    }
  }

  private func form(_ power: Power, _ state: FormState, _ read: Read) throws -> Response {
    let wards = try WardChoices.all(visit.services.areas, read)
    let areas =
      power.coversArea
      ? try visit.services.areas.choices(of: [.hotspot, .neighbourhood, .ward, .borough], read) : []
    return .html(
      Page(
        frame: visit.frame, title: power.title,
        crumbs: [OrderHandlers.crumb, Crumb("What was issued?", OrdersRoute.choose.path)],
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        PageHead(power.title, lede: "It is held against the rules in force on its day.")
        Sheet {
          PostForm(to: OrdersRoute.new(power).path, csrf: visit.frame.csrf) {
            OrderFields(power: power, areas: areas, state: state)
            if Power.personal.contains(power) { EqualityFields(wards: wards, state: state) }
            SubmitButton("Check it and write it down")
          }
        }
      }, status: state.refusal == nil ? 200 : 422)
  }
}

extension OrderLookups {
  /// Finds what a form names: the place of the gazetteer, and the warning a notice follows.
  init(_ fields: Fields, _ services: Services, _ read: Read) throws {
    let typed = (fields["place"] ?? "").trimmed
    if !typed.isEmpty { place = try services.places.find(typed, 1, read).first }
    area = try AreaKey(fields["area"] ?? "")?.find(services.areas, read)
    cases = try services.cases.known(CaseNames(fields).references, services, read)
    wards = try WardChoices.all(services.areas, read).map(\.value)
    let store = OrderStore(services)
    guard let reference = Reference(fields["warning"] ?? ""),
      let order = try store.find(reference, read)
    else { return }
    let warned = order.content.reveal(for: "comparing subjects")
    warning = PrecedingWarning(
      reference: order.reference,
      isProtectionWarning: order.power == .protectionWarning && order.dischargedOn == nil,
      servedAt: order.servedAt,
      isOfSameSubject: warned.isOfSameSubject(as: Self.subject(fields)))
  }

  /// Whom the notice of a form is to.
  private static func subject(_ fields: Fields) -> OrderContent {
    var subject = OrderContent()
    subject.name = fields["name"] ?? ""
    let isBody = fields["body"] != nil
    subject.isBody = isBody
    if !isBody, let born = try? DateInput.day("born", "Date of birth", in: fields) {
      subject.born = born.description
    }
    return subject
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
