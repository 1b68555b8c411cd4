internal import Database
internal import Kernel
internal import Partnership

/// What the register keeps about somebody who asks for it.
///
/// What was served on them or made against them they know. What it rests on, how it was weighed and what
/// came of breaches somebody reads first: witnesses are in it.
enum OrderPersonalData {
  static let source = PersonalData(
    kind: "order", find: find, record: record, ofCase: ofCase)

  @Sendable
  private static func find(
    _ name: Sensitive<String>, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    try OrderStore(services).named(name, of: nil, read).map { order in
      let content = order.content.reveal(for: "finding what is kept about somebody")
      return PersonalData.Found(
        id: order.id.rawValue, name: Sensitive(content.name),
        born: Sensitive(Day(content.born)), title: title(order),
        path: Reference(order.reference).map { OrdersRoute.show($0).path })
    }
  }

  @Sendable
  private static func record(
    _ id: Int64, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    let store = OrderStore(services)
    guard let order = try store.find(ID(id), read) else { return nil }
    let content = order.content.reveal(for: "a request for one's own data")
    let breaches = try BreachStore(keyring: services.keyring).all(of: order.id, read)
    return PersonalRecord(
      title: title(order), name: Sensitive(content.name), subject: "order/\(order.reference)",
      things: [
        head(order, content), grounds(order, content, try store.cases(of: order.id, read)),
      ]
        + (try equality(order, services, read)) + breaches.map(breach)
        + (try store.changes(of: order.id, read).map(change)))
  }

  @Sendable
  private static func ofCase(
    _ reference: Reference, _ services: Services, _ read: Read
  ) throws -> [Int64] {
    try read.all(caseQuery(reference)) { row in Int64(try row.int()) }
  }

  static func caseQuery(_ reference: Reference) -> SQL {
    """
    SELECT c.order_id FROM orders_case c WHERE c.reference = \(reference.description)
    ORDER BY c.order_id LIMIT 200
    """
  }

  private static func title(_ order: Order) -> String { "\(order.power.title) \(order.reference)" }

  private static func head(_ order: Order, _ content: OrderContent) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "head", "The order", day: order.term.starts,
      lines: lines([
        ("What", order.power.title), ("Name", content.name), ("Date of birth", content.born),
        ("From", order.term.startWords), ("To", order.term.endWords),
        ("Issued by", order.organisationName), ("Place", order.placeName),
        ("What it forbids", content.prohibitions), ("What it requires", content.requirements),
        ("Served", order.servedAt.map(London.words) ?? ""),
        ("Hearing", order.hearingAt.map(London.words) ?? ""), ("Court", content.court),
        (Removal.question, content.removal?.title ?? ""),
        ("Discharged or withdrawn", order.dischargedOn?.words ?? ""),
      ]), isTheirs: true)
  }

  private static func grounds(
    _ order: Order, _ content: OrderContent, _ cases: [Reference]
  ) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "grounds", "What it rests on",
      lines: lines([
        ("What it rests on", content.evidence), ("Expression and assembly", content.rights),
        ("Consulted", content.consultees), ("Legal lead", content.legalLead),
        ("Support", content.support?.title ?? ""), ("Why it could not wait", content.supportReason),
        ("Signed or authorised by", content.authoriser?.title ?? ""),
        ("Cases", cases.map(\.description).joined(separator: ", ")),
        ("Follows the warning", order.warning),
      ]), isTheirs: false)
  }

  /// What was noted of them: of it they may say that it is wrong.
  private static func equality(
    _ order: Order, _ services: Services, _ read: Read
  ) throws -> [PersonalRecord.Thing] {
    guard
      let facts = try EqualityStore(keyring: services.keyring).facts(of: order.id, read)?
        .reveal(for: "a request for one's own data"), !facts.isEmpty
    else { return [] }
    func words(_ title: String?, _ source: EqualityFacts.Source?) -> String {
      [title, source?.counted].compactMap(\.self).joined(separator: ", ")
    }
    return [
      PersonalRecord.Thing(
        "equality", "What was noted for the equality analysis",
        lines: lines([
          ("Sex", words(facts.sex?.title, facts.sexSource)),
          ("Ethnic group", words(facts.ethnicity?.title, facts.ethnicitySource)),
          ("Ward", facts.ward),
        ]), isTheirs: true)
    ]
  }

  private static func breach(_ breach: Breach) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "breach/\(breach.id)", "A breach", day: breach.happenedOn,
      lines: [
        ("What was seen", breach.evidence),
        ("Decided", Sensitive(breach.decision?.title ?? "")),
        ("Fixed penalty", Sensitive(breach.penalty.map { "£\($0)" } ?? "")),
        ("Why", breach.outcome),
      ], isTheirs: false)
  }

  private static func change(_ change: OrderChange) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "change/\(change.id)", change.act.title, day: London.day(change.madeAt),
      lines: [("What was written", change.words)], isTheirs: false)
  }

  private static func lines(
    _ lines: [(String, String)]
  ) -> [(heading: String, words: Sensitive<String>)] {
    lines.map { (heading: $0.0, words: Sensitive($0.1)) }
  }
}

extension OrderStore {
  /// The order of a row.
  func find(_ id: ID<Order>, _ read: Read) throws -> Order? {
    try read.first("SELECT \(Order.columns) FROM orders_order o WHERE o.id = \(id)") { row in
      try Order(row: &row, keyring)
    }
  }
}
