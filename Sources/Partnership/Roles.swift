public import Access

extension Role {
  /// Runs the system: accounts, settings, keys; sees no case by right of it.
  public static let administrator = Role(rawValue: "administrator")
  /// Answers for a service or the partnership: signs off, publishes.
  public static let manager = Role(rawValue: "manager")
  /// Works cases.
  public static let officer = Role(rawValue: "officer")
  /// Works figures and files.
  public static let analyst = Role(rawValue: "analyst")
  /// Runs meetings and plans for the partnership.
  public static let coordinator = Role(rawValue: "coordinator")
  /// Belongs to a partner agency and sends its figures.
  public static let partner = Role(rawValue: "partner")
  /// Is elected, and holds the partnership to account.
  public static let councillor = Role(rawValue: "councillor")
  /// Reads what was done, and changes nothing.
  public static let auditor = Role(rawValue: "auditor")

  /// Every role, in the order in which they are offered.
  public static let all: [Role] = [
    .administrator, .manager, .officer, .analyst, .coordinator, .partner, .councillor, .auditor,
  ]

  /// The role in words, such as "Analyst".
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
