internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Secrets

/// One power used or step taken, as the register keeps it.
struct Order: Sendable {
  let id: ID<Order>
  let version: Int
  let reference: String
  let power: Power
  /// The organisation that issued it or brought it to court.
  let organisation: ID<Organisation>
  let organisationName: String
  let term: OrderTerm
  let servedAt: Instant?
  let hearingAt: Instant?
  /// The last day of one that was discharged or withdrawn.
  let dischargedOn: Day?
  /// What its place is found by again; `nil` where it is tied to none.
  let placeKey: String?
  /// Empty where it is tied to no place.
  let placeName: String
  /// The reference of the warning it follows; empty where there is none.
  let warning: String
  let isYouth: Bool
  /// The law it was made under; later rules do not change it.
  let rules: [LawFinding]
  let marks: OrderMarks
  /// Whether somebody entered the justice system; `nil` where nobody has said.
  let justice: JusticeOutcome?
  let madeBy: ID<Account>?
  let madeAt: Instant
  let content: Sensitive<OrderContent>

  /// The rule of the law it was made under on a limit.
  func rule(_ limit: LawLimit) -> LawFinding? { rules.first { $0.rule.limit == limit } }
}

extension Order {
  static let columns: SQL = """
    o.id, o.version, o.reference, o.power, o.organisation, o.organisation_name, o.starts_on,
    o.start_minute, o.ends_on, o.end_minute, o.served_at, o.hearing_at, o.discharged_on,
    o.place_key, o.place_name, o.warning, o.is_youth, o.rules,
    o.is_about_drugs, o.requires_treatment, o.justice, o.made_by, o.made_at, o.content
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<Order> = try row.id()
    self.id = id
    version = try row.int()
    reference = try row.text()
    power = try row.choice()
    organisation = try row.id()
    organisationName = try row.text()
    term = OrderTerm(
      starts: try row.parsed(), startMinute: try row.optionalInt(), ends: try row.optionalParsed(),
      endMinute: try row.optionalInt())
    servedAt = try row.optionalParsed()
    hearingAt = try row.optionalParsed()
    dischargedOn = try row.optionalParsed()
    placeKey = try row.optionalText()
    placeName = try row.text()
    warning = try row.text()
    isYouth = try row.bool()
    rules = try LawFinding.kept(try row.text())
    marks = OrderMarks(isAboutDrugs: try row.bool(), requiresTreatment: try row.bool())
    justice = try row.optionalChoice()
    madeBy = try row.optionalID()
    madeAt = try row.parsed()
    content = try OrderSealing(keyring: keyring).open(try row.bytes(), id)
  }
}

/// Seals what is about people in an order, and opens it again.
struct OrderSealing: Sendable {
  private static let table: StaticString = "orders_order"

  let keyring: Keyring

  func seal(_ content: OrderContent, _ id: ID<Order>) throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    return keyring.seal(Sensitive(text), table: Self.table, row: id, column: "content")
  }

  func open(_ sealed: [UInt8], _ id: ID<Order>) throws -> Sensitive<OrderContent> {
    let text = try keyring.open(sealed, table: Self.table, row: id, column: "content")
    let bytes = Data(text.reveal(for: "reading a sealed record").utf8)
    return Sensitive(try JSONDecoder().decode(OrderContent.self, from: bytes))
  }

  func sealWords(_ words: String, _ id: ID<OrderChange>) -> [UInt8] {
    keyring.seal(Sensitive(words), table: "orders_change", row: id, column: "words")
  }

  func openWords(_ sealed: [UInt8], _ id: ID<OrderChange>) throws -> Sensitive<String> {
    try keyring.open(sealed, table: "orders_change", row: id, column: "words")
  }
}
