internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// The register in the database.
struct OrderStore: Sendable {
  static let onPage = 25
  /// What names are found by.
  static let tokens = NameTokens("orders.name")

  let keyring: Keyring
  let letters: String

  init(_ services: Services) {
    keyring = services.keyring
    letters = services.settings.letters
  }

  var sealing: OrderSealing { OrderSealing(keyring: keyring) }

  func find(_ reference: Reference, _ read: Read) throws -> Order? {
    try read.first(
      "SELECT \(Order.columns) FROM orders_order o WHERE o.reference = \(reference.description)"
    ) { row in try Order(row: &row, keyring) }
  }

  @discardableResult
  func add(
    _ new: NewOrder, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> Reference {
    var generator = SystemRandom()
    return try add(new, by: account, at: now, using: &generator, in: write)
  }

  /// The same with a source of references of its own, for the demonstration.
  @discardableResult
  func add(
    _ new: NewOrder, by account: ID<Account>?, at now: Instant,
    using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> Reference {
    let reference = try unused(using: &generator, write)
    let id = try insert(new, reference, by: account, at: now, in: write)
    let content = try sealing.seal(new.draft.content, id)
    try write.run("UPDATE orders_order SET content = \(content) WHERE id = \(id)")
    try keepTokens(new.draft.content, of: id, in: write)
    try mark(new, id, in: write)
    try keep(new.cases, of: id, in: write)
    if let area = new.area { try keep(area, of: id, in: write) }
    if let age = new.draft.age {
      var facts = new.facts
      facts.age = age
      try EqualityStore(keyring: keyring).keep(
        facts, of: id, from: new.draft.term.starts, in: write)
    }
    for due in OrderDue.all(of: new.draft, rules: new.rules) {
      try write.run(
        "INSERT INTO orders_due (order_id, kind, due_on) VALUES (\(id), \(due.kind.rawValue), \(due.day))"
      )
    }
    return reference
  }

  private func insert(
    _ new: NewOrder, _ reference: Reference, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws -> ID<Order> {
    let (draft, term, empty) = (new.draft, new.draft.term, [UInt8]())
    let rules = try LawFinding.text(of: new.rules)
    let id: ID<Order>? = try write.first(
      """
      INSERT INTO orders_order (reference, power, kind, organisation, organisation_name, starts_on,
        start_minute, ends_on, end_minute, ends_at, served_at, hearing_at, place_key, place_name,
        warning, is_youth, rules, made_by, made_at, content)
      VALUES (\(reference.description), \(draft.power.rawValue), \(draft.power.kind.rawValue),
        \(new.organisation), \(new.organisationName), \(term.starts), \(term.startMinute),
        \(term.ends), \(term.endMinute), \(term.endsAt), \(draft.servedAt), \(draft.hearingAt),
        \(new.placeKey), \(new.placeName),
        \(draft.warning?.reference ?? ""), \(draft.isYouth), \(rules), \(account), \(now),
        \(empty))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the order was given no id") }
    return id
  }

  private func unused(
    using generator: inout some RandomNumberGenerator, _ read: Read
  ) throws -> Reference {
    while true {
      let reference = Reference(letters: letters, using: &generator)
      if try find(reference, read) == nil { return reference }
    }
  }

  private func keepTokens(_ content: OrderContent, of id: ID<Order>, in write: Write) throws {
    for token in Self.tokens.kept(Sensitive(content.name), keyring) {
      try write.run("INSERT INTO orders_token (order_id, token) VALUES (\(id), \(token))")
    }
  }
}

extension OrderStore {
  /// Seals the next orders after an id anew, with their tokens, breaches and changes; their ids.
  func sealAnew(after last: Int64, in write: Write) throws -> [Int64] {
    let orders = try write.all(
      "SELECT \(Order.columns) FROM orders_order o WHERE o.id > \(last) ORDER BY o.id LIMIT 100"
    ) { row in try Order(row: &row, keyring) }
    for order in orders {
      let content = order.content.reveal(for: "sealing")
      let sealed = try sealing.seal(content, order.id)
      try write.run(
        """
        UPDATE orders_order SET content = \(sealed), subject = \(subject(content))
        WHERE id = \(order.id)
        """)
      try write.run("DELETE FROM orders_token WHERE order_id = \(order.id)")
      try keepTokens(content, of: order.id, in: write)
      let equality = EqualityStore(keyring: keyring)
      if let facts = try equality.facts(of: order.id, write) {
        try equality.keep(
          facts.reveal(for: "sealing"), of: order.id, from: order.term.starts, in: write)
      }
      try BreachStore(keyring: keyring).sealAnew(of: order.id, in: write)
      for change in try changes(of: order.id, write) {
        let words = sealing.sealWords(change.words.reveal(for: "sealing"), change.id)
        try write.run("UPDATE orders_change SET words = \(words) WHERE id = \(change.id)")
      }
    }
    return orders.map(\.id.rawValue)
  }
}

/// An order that the law of its day allows.
struct NewOrder: Sendable {
  let draft: OrderDraft
  let rules: [LawFinding]
  let organisation: ID<Organisation>
  let organisationName: String
  var placeKey: String?
  var placeName = ""
  var area: StatedArea?
  /// The cases and reports it names.
  var cases: [Reference] = []
  /// What is known of the subject beside their age.
  var facts = EqualityFacts()
  var marks = OrderMarks()
}
