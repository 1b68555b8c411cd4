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

  func respond(_ route: NoticeRoute) throws -> Response? {
    let isForm = visit.request.method == .post
    switch route {
    case .all:
      try OrdersPolicy.require(.readLaw, visit.actor)
      return isForm ? nil : try list()
    case .wording(let power):
      try OrdersPolicy.require(isForm ? .changeLaw : .readLaw, visit.actor)
      return try isForm ? desk.add(one(power)) : desk.show(one(power))
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
      heading: template.wording.heading, words: try template.words(of: order, in: context))
    let response = try LetterPress(visit.services.settings)
      .print(letter, as: format, name: "notice-\(reference)")
    visit.shows(
      "orders.printed", "order/\(reference)",
      ["format": format.rawValue, "version": String(template.wording.version)])
    return response
  }

  private func list() throws -> Response {
    try visit.read { read in
      let wordings = try NoticeTemplate.powers.map { power in
        (
          power.title, NoticeRoute.wording(power).path,
          try NoticeStore.template(of: power, on: today, read)?.wording
        )
      }
      return visit.page("Wordings of notices", crumbs: OrderHandlers.crumbs(for: visit.actor)) {
        NoticesPage(wordings: wordings)
      }
    }
  }

  /// Keeps the wordings; those of the law word them.
  private var desk: WordingDesk {
    WordingDesk(
      visit, NoticeStore.table, naming: NoticeField.fields,
      WordingDesk.Words(
        kicker: "Wording of a notice",
        caution: "This wording came with the program. Have your lawyers read it before you use it.",
        action: "orders.wording-added", subject: "orders-wording"),
      mayWord: OrdersPolicy.allows(.changeLaw, visit.actor))
  }

  private func one(_ power: Power) -> WordingDesk.One {
    WordingDesk.One(
      power.rawValue, power.title, path: NoticeRoute.wording(power).path,
      crumbs: OrderHandlers.crumbs(for: visit.actor) + [Self.crumb])
  }
}
