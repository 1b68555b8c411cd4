internal import Access
internal import Partnership

/// What may be done with cases that were given to an organisation.
enum PartnerRight: String, CaseIterable, Sendable {
  /// Give a case to an organisation, end that, read what it wrote.
  case share
  /// Open the cases of one's own organisation, write notes into them and answer its actions.
  case read
}

/// Who may do it.
///
/// A partner's account has no other way to a case: whoever works cases opens them all, and reads
/// them in full elsewhere.
enum PartnerPolicy {
  static let table = PolicyTable<PartnerRight>([
    .share: [.manager, .officer],
    .read: [.partner],
  ])

  static func roles(_ right: PartnerRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: PartnerRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }
}
