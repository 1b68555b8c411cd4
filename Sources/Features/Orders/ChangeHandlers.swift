internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows one order and takes in what was done with it.
struct ChangeHandlers {
  let visit: StaffVisit
  private var store: OrderStore { OrderStore(visit.services) }

  func show(_ reference: Reference) throws -> Response? {
    try visit.read { read in
      guard let order = try open(reference, read) else { return nil }
      visit.shows("orders.read", "order/\(order.reference)")
      return page(try model(order, read))
    }
  }

  /// Serves, varies or discharges; a form that was opened before somebody else's change is sent
  /// back with both texts.
  func change(_ reference: Reference) throws -> Response? {
    try OrdersPolicy.require(.issue, visit.actor)
    let fields = visit.request.form
    guard let act = OrderChange.Act(rawValue: fields["act"] ?? ""), act.isForm else {
      return nil
    }
    return try visit.write { write in
      guard let order = try open(reference, write) else { return nil }
      var model = try model(order, write)
      model.act = act
      model.state = FormState(values: fields)
      guard fields["version"] == String(order.version) else {
        model.isConflict = true
        return page(model, status: 409)
      }
      do {
        try visit.orders.change(act, order, fields, in: write)
        return visit.redirect(to: order.path, saying: "\(act.title): recorded")
      } catch let refusal as Refusal {
        model.state = FormState(values: fields, refusal: refusal)
        return page(model, status: 422)
      }
    }
  }

  /// The order, where the visitor may see it.
  func open(_ reference: Reference, _ read: Read) throws -> Order? {
    guard let order = try store.find(reference, read) else { return nil }
    let scope = OrdersPolicy.scope(of: visit.actor)
    return scope.map { $0 == order.organisation } ?? true ? order : nil
  }

  func model(_ order: Order, _ read: Read) throws -> OrderModel {
    let changes = try store.changes(of: order.id, read)
    var names: [ID<Account>: String] = [:]
    for account in Set(changes.compactMap(\.account) + [order.madeBy].compactMap(\.self)) {
      names[account] = try visit.services.people.name(of: account, in: read)?
        .reveal(for: "who changed an order")
    }
    return OrderModel(
      order: order, changes: changes,
      breaches: try BreachStore(keyring: visit.services.keyring).all(of: order.id, read),
      names: names, now: visit.now, facts: try facts(order, read),
      wards: try WardChoices.all(visit.services.areas, read),
      places: try OrderPlaces(of: [order], visit.services, read),
      cases: try store.cases(of: order.id, read).map { reference in
        (reference, try visit.services.cases.path(reference, visit.actor, visit.services, read))
      },
      mayIssue: OrdersPolicy.allows(.issue, visit.actor),
      penalty: try LawStore.book(read).law(on: London.day(visit.now))[order.power, .penaltyPounds],
      canExtend: try order.canExtend(at: visit.now) && !store.isExtended(order, read),
      formats: OrdersPolicy.allows(.issue, visit.actor)
        && NoticeTemplate.powers.contains(order.power)
        ? LetterPress(visit.services.settings).formats : [],
      csrf: visit.frame.csrf)
  }

  /// What is known of its subject, for those who may write it down.
  private func facts(_ order: Order, _ read: Read) throws -> EqualityFacts? {
    guard OrdersPolicy.allows(.issue, visit.actor) else { return nil }
    return try EqualityStore(keyring: visit.services.keyring).facts(of: order.id, read)?
      .reveal(for: "page of an order")
  }

  func page(_ model: OrderModel, status: Int = 200) -> Response {
    let refusal = model.state.refusal ?? model.breachState.refusal
    return .html(
      Page(
        frame: visit.frame, title: "\(model.order.power.title) \(model.order.reference)",
        crumbs: [OrderHandlers.crumb], refusal: refusal
      ) {
        ErrorSummary(refusal)
        OrderPage(model: model)
      }, status: status)
  }
}

extension Order {
  /// The path of its page.
  var path: String { Reference(reference).map { OrdersRoute.show($0).path } ?? "" }

  /// Whether its last day can be changed: it is in force or to begin, and runs by the day.
  func canVary(at now: Instant) -> Bool {
    let standing = standing(at: now)
    return (standing == .inForce || standing == .toStart) && !power.runsByTheHour
  }

  /// Whether it can be said what came of it: a contract that is over.
  func canConclude(at now: Instant) -> Bool {
    let standing = standing(at: now)
    return power == .acceptableBehaviour && (standing == .ended || standing == .discharged)
  }
}
