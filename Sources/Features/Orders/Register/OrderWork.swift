internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What is done with orders, the same from a page and from the shell: each with its row of the trail.
struct OrderWork {
  let services: Services
  /// Who does it; `nil` for the command line.
  let account: ID<Account>?
  let now: Instant

  private var store: OrderStore { OrderStore(services) }
  private var today: Day { London.day(now) }
  private var breaches: BreachStore { BreachStore(keyring: services.keyring) }

  /// Writes an order down.
  ///
  /// - Throws: ``Refusal`` for what the form or the law of its day refuses.
  func issue(
    _ fields: Fields, _ power: Power, by issuer: Agency, in write: Write
  ) throws -> Reference {
    let lookups = try OrderLookups(fields, services, write)
    let book = try LawStore.book(write)
    let new = try OrderForm(fields, power, lookups, book, issuer: issuer, now: now).new
    let reference = try store.add(new, by: account, at: now, in: write)
    try record(
      "added", reference.description,
      [
        "power": power.rawValue, "rules": Set(new.rules.map(\.set)).sorted().joined(separator: " "),
      ],
      write)
    return reference
  }

  /// Serves, varies, discharges or concludes.
  ///
  /// - Throws: ``Refusal``, or ``OrdersProblem/notFound`` for what cannot be done to it as it stands.
  func change(
    _ act: OrderChange.Act, _ order: Order, _ fields: Fields, in write: Write
  ) throws {
    let words: String
    var (rules, detail): ([LawFinding], [String: String]) = ([], [:])
    switch act {
    case .served:
      guard order.power.isServed, order.servedAt == nil else { throw OrdersProblem.notFound }
      let form = try ServiceForm(fields, order, now: now)
      try store.serve(order, at: form.at, hearing: form.hearing, in: write)
      words = "\(London.words(form.at)): \(form.how)"
    case .varied:
      guard order.canVary(at: now) else { throw OrdersProblem.notFound }
      let form = try VariationForm(fields, order, LawStore.book(write).law(on: today))
      try store.vary(order, to: form.term, in: write)
      try store.restartReview(of: order, to: form.term, on: today, in: write)
      (words, rules) = (form.words, form.rules)
    case .extended:
      guard order.canExtend(at: now), try !store.isExtended(order, write) else {
        throw OrdersProblem.notFound
      }
      let form = try ExtensionForm(fields, order, LawStore.book(write).law(on: today))
      try store.vary(order, to: form.term, in: write)
      (words, rules) = (form.words, form.rules)
    case .discharged:
      guard order.dischargedOn == nil, order.power.kind != .legacy else {
        throw OrdersProblem.notFound
      }
      let form = try DischargeForm(fields, order, today: today)
      try store.discharge(order, on: form.day, in: write)
      words = "\(form.day.words): \(form.reason)"
    case .concluded:
      guard order.canConclude(at: now) else { throw OrdersProblem.notFound }
      let form = try ConclusionForm(fields)
      try store.conclude(order, form.outcome, in: write)
      words = "\(form.outcome.title): \(form.reason)"
    case .linked, .unlinked:
      guard order.power.kind != .legacy else { throw OrdersProblem.notFound }
      let form = try CaseLinkForm(act, fields, order, services, write)
      try store.name(form.named, instead: form.takenOff, order, in: write)
      (words, detail) = (form.words, ["cases": form.changed])
    case .settled, .described, .outcome: throw OrdersProblem.notFound
    }
    try store.keep(act, words, rules, of: order.id, by: account, at: now, in: write)
    detail["version"] = String(order.version + 1)
    try record(act.rawValue, order.reference, detail, write)
  }

  /// Writes a known breach down.
  func breach(_ order: Order, _ fields: Fields, in write: Write) throws {
    let form = try BreachForm(fields, order, today: today)
    try breaches.add(
      form.evidence, on: form.day, of: order.id, by: account, at: now, in: write)
    try record("breach-recorded", order.reference, [:], write)
  }

  /// Writes down what was decided about a breach, once.
  func decide(_ breach: Breach, of order: Order, _ fields: Fields, in write: Write) throws {
    if let day = breach.decidedOn {
      throw Refusal(
        BreachDecisionForm.Field.decision.name(breach),
        "It was decided on \(day.words): record what came of it since instead")
    }
    let form = try BreachDecisionForm(fields, order, breach, LawStore.book(write), today: today)
    try breaches.decide(breach, form.made, in: write)
    try record("breach-decided", order.reference, [:], write)
  }

  /// Writes down what came of a breach after it was decided on; what was said of it before is kept.
  func follow(_ breach: Breach, of order: Order, _ fields: Fields, in write: Write) throws {
    guard breach.decision != nil else {
      throw Refusal(
        BreachDecisionForm.Field.decision.name(breach), "Decide on the breach first")
    }
    let form = try BreachOutcomeForm(fields, order, breach, LawStore.book(write), today: today)
    try breaches.decide(breach, form.made, in: write)
    try store.keep(
      .outcome, form.words, form.rules, of: order.id, by: account, at: now, in: write)
    try record("breach-outcome", order.reference, [:], write)
  }

  /// Takes a day of an order out of the diary.
  ///
  /// With `due` only that day: a page that was opened before must not settle the one that came after.
  func settle(
    _ kind: OrderDue.Kind, of order: Order, due: Day? = nil, in write: Write
  ) throws {
    if let due, try store.openDue(kind, of: order, write) != due { return }
    try store.settle(kind, of: order, on: today, in: write)
    if kind == .youthReview { try store.continueReview(of: order, in: write) }
    try store.keep(.settled, kind.title, of: order.id, by: account, at: now, in: write)
    try record("date-settled", order.reference, ["date": kind.rawValue], write)
  }

  /// Keeps what is known of a subject; the words of it are in no trail.
  func describe(_ order: Order, _ fields: Fields, in write: Write) throws {
    let wards = try WardChoices.all(services.areas, write).map(\.value)
    var facts = try EqualityForm(fields, wards: wards).facts
    let store = EqualityStore(keyring: services.keyring)
    let known = try store.facts(of: order.id, write)?.reveal(for: "equality analysis")
    facts.age = known?.age ?? order.ageAtStart
    try store.describe(facts, order, in: write)
    try self.store.keep(
      .described, "For the equality analysis", of: order.id, by: account, at: now, in: write)
    try record("described", order.reference, [:], write)
  }

  private func record(
    _ action: String, _ reference: String, _ detail: [String: String], _ write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: "orders.\(action)", subject: "order/\(reference)", detail: detail,
        at: now), in: write)
  }
}

extension StaffVisit {
  /// What the person who has signed in does with orders.
  var orders: OrderWork {
    OrderWork(services: services, account: actor.account, now: now)
  }
}
