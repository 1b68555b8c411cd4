/// Which roles may do what to one kind of record: a table that tests read out whole.
public struct PolicyTable<Action: Hashable & Sendable>: Sendable {
  private let rows: [Action: Set<Role>]

  /// A table from action to the roles that may do it; an action left out is nobody's.
  public init(_ rows: [Action: Set<Role>]) { self.rows = rows }

  /// Whether a role may do it.
  public func allows(_ action: Action, _ role: Role) -> Bool {
    rows[action]?.contains(role) ?? false
  }
}
