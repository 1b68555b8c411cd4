internal import Access
internal import Kernel
internal import Partnership

/// What may be done with the register and the law it follows.
enum OrdersRight: String, CaseIterable, Sendable {
  /// Read the sets of rules.
  case readLaw
  /// Add a set of rules, or say when one is in force.
  case changeLaw
  /// See the register and open an order; a partner only those of its own organisation.
  case see
  /// Write down what was issued or made, served, varied or discharged.
  case issue
  /// See who receives orders by age, sex, ethnic group and ward, in figures without small counts.
  case compare
}

/// Who may do it.
///
/// The law is no secret among staff. An administrator keeps it and sees no order by right of it. A
/// councillor holds the partnership to account by figures, in which no small count is shown.
enum OrdersPolicy {
  static let table = PolicyTable<OrdersRight>([
    .readLaw: [
      .administrator, .manager, .officer, .analyst, .coordinator, .partner, .auditor,
    ],
    .changeLaw: [.administrator],
    .see: [.manager, .officer, .coordinator, .partner, .auditor],
    .issue: [.manager, .officer],
    .compare: [.manager, .analyst, .coordinator, .councillor, .auditor],
  ])

  static func roles(_ right: OrdersRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: OrdersRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Whose orders somebody sees: `nil` for every organisation's.
  static func scope(of actor: Actor) -> ID<Organisation>? {
    actor.role == .partner ? actor.organisation : nil
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: OrdersRight, _ actor: Actor) throws(OrdersProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
