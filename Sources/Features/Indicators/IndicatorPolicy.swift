import Access
import Partnership

/// What can be done with indicators.
enum IndicatorAction: String, Hashable, Sendable, CaseIterable {
  /// See dashboards, indicators and plans.
  case see
  /// Take the dashboard out as a file.
  case export
  /// Type or import figures.
  case enter
  /// Send the return of one's own agency.
  case sendReturn
  /// Write commentary.
  case comment
  /// Give a rating beside the computed one.
  case judge
  /// Set targets, definitions, breaks and what a plan wants.
  case define
  /// Sign off a priority; its lead may too.
  case signOff
  /// Publish, and publish again with a correction.
  case publish
}

/// Who may do what with indicators.
enum IndicatorPolicy {
  static let table = PolicyTable<IndicatorAction>([
    .see: Set(Role.all),
    .export: Set(Role.all),
    .enter: [.administrator, .manager, .analyst, .coordinator],
    .sendReturn: [.administrator, .manager, .analyst, .coordinator, .partner],
    .comment: [.manager, .analyst, .coordinator],
    .judge: [.manager, .coordinator],
    .define: [.administrator, .manager, .analyst, .coordinator],
    .signOff: [.manager],
    .publish: [.manager, .coordinator],
  ])

  static func allows(_ action: IndicatorAction, _ actor: Actor) -> Bool {
    table.allows(action, actor.role)
  }
}
