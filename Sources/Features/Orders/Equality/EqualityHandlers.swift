internal import Access
internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows who receives orders by group, and keeps what is known of a subject.
struct EqualityHandlers {
  let visit: StaffVisit

  func show(_ power: Power?) throws -> Response {
    let reading = try reading(power)
    return visit.page("Who receives orders", crumbs: OrderHandlers.crumbs(for: visit.actor)) {
      EqualityPage(reading: reading)
    }
  }

  func file(_ power: Power?) throws -> Response {
    let reading = try reading(power)
    return .download(
      reading.csv, type: "text/csv; charset=utf-8",
      name: "orders-by-group\(power.map { "-\($0.rawValue)" } ?? "").csv")
  }

  private func reading(_ power: Power?) throws -> EqualityReading {
    try OrdersPolicy.require(.compare, visit.actor)
    let reading = try visit.read { read in
      try EqualityReading(power, visit.services, on: London.day(visit.now), read)
    }
    let keyring = visit.services.keyring
    if !reading.isKept { visit.keeps { write in try reading.keep(keyring, in: write) } }
    visit.shows("orders.compared", "orders", ["power": power?.rawValue ?? "all"])
    return reading
  }

  /// Keeps what is known of the subject of an order; the words of it are in no trail.
  func describe(_ reference: Reference) throws -> Response? {
    try OrdersPolicy.require(.issue, visit.actor)
    let fields = visit.request.form
    let handlers = ChangeHandlers(visit: visit)
    return try visit.write { write in
      guard let order = try handlers.open(reference, write), Power.personal.contains(order.power)
      else { return nil }
      var model = try handlers.model(order, write)
      guard fields["version"] == String(order.version) else {
        model.factsState = FormState(values: fields)
        model.isConflict = true
        return handlers.page(model, status: 409)
      }
      do { try visit.orders.describe(order, fields, in: write) } catch let refusal as Refusal {
        model.factsState = FormState(values: fields, refusal: refusal)
        return handlers.page(model, status: 422)
      }
      return visit.redirect(to: order.path, saying: "Kept")
    }
  }
}

extension Order {
  /// The age of the subject on its first day; `nil` of a body.
  var ageAtStart: Int? {
    Day(content.reveal(for: "age of a subject").born)?.years(to: term.starts)
  }
}
