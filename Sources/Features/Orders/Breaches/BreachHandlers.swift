internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

extension ChangeHandlers {
  /// Writes a breach down, what was decided about one, or what came of it since.
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
        if fields["act"] == "breach" {
          try visit.orders.breach(order, fields, in: write)
          return visit.redirect(to: order.path, saying: "The breach is written down")
        }
        guard let breach else { return nil }
        let isLater = fields["act"] == "outcome"
        guard fields["version"] == String(breach.version) else {
          let what = isLater ? "recorded what came of" : "decided on"
          throw Refusal(
            BreachDecisionForm.Field.decision.name(breach),
            "Somebody else \(what) this breach meanwhile: see below")
        }
        if isLater {
          try visit.orders.follow(breach, of: order, fields, in: write)
          return visit.redirect(to: order.path, saying: "The outcome is recorded")
        }
        try visit.orders.decide(breach, of: order, fields, in: write)
        return visit.redirect(to: order.path, saying: "The decision is recorded")
      } catch let refusal as Refusal {
        model.breachState = FormState(values: fields, refusal: refusal)
        return page(model, status: 422)
      }
    }
  }
}
