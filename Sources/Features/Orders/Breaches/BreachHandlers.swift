internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

extension ChangeHandlers {
  /// Writes a breach down, or what was decided about one.
  func breach(_ reference: Reference) throws -> Response? {
    try OrdersPolicy.require(.issue, visit.actor)
    let fields = visit.request.form
    return try visit.write { write in
      guard let order = try open(reference, write), order.power.canBeBreached else { return nil }
      var model = try model(order, write)
      let breach = model.breaches.first { $0.id.description == fields["breach"] }
      model.decided = breach?.id
      model.breachState = FormState(values: fields)
      do {
        if fields["act"] == "breach" { return try record(order, write) }
        guard let breach else { return nil }
        guard fields["version"] == String(breach.version) else {
          throw Refusal("decision", "Somebody else decided on this breach meanwhile: see below")
        }
        return try decide(breach, order, write)
      } catch let refusal as Refusal {
        model.breachState = FormState(values: fields, refusal: refusal)
        return page(model, status: 422)
      }
    }
  }

  private func record(_ order: Order, _ write: Write) throws -> Response {
    let form = try BreachForm(visit.request.form, order, today: London.day(visit.now))
    try BreachStore(keyring: visit.services.keyring).add(
      form.evidence, on: form.day, of: order.id, by: visit.actor.account, at: visit.now, in: write)
    return try done("orders.breach-recorded", "The breach is written down", order, write)
  }

  private func decide(_ breach: Breach, _ order: Order, _ write: Write) throws -> Response {
    let form = try BreachDecisionForm(visit.request.form, order)
    try BreachStore(keyring: visit.services.keyring).decide(
      breach, form.decision, on: London.day(visit.now), form.outcome, in: write)
    return try done("orders.breach-decided", "The decision is recorded", order, write)
  }

  private func done(
    _ action: String, _ words: String, _ order: Order, _ write: Write
  ) throws -> Response {
    try visit.record(action, "order/\(order.reference)", in: write)
    return visit.redirect(to: order.path, saying: words)
  }
}
