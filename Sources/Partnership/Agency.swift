public import Access
public import Kernel

/// One body of the partnership.
public struct Agency: Sendable, Hashable {
  /// Its id.
  public let id: ID<Organisation>
  /// A short word for paths and the command line, such as `police`.
  public let key: String
  /// Its name, such as "Thornmere Constabulary".
  public let name: String
  /// What it is.
  public let kind: AgencyKind

  /// A body of the partnership.
  public init(id: ID<Organisation>, key: String, name: String, kind: AgencyKind) {
    self.id = id
    self.key = key
    self.name = name
    self.kind = kind
  }
}

/// What a body of the partnership is.
public enum AgencyKind: String, Sendable, Hashable, CaseIterable {
  /// The council of the borough.
  case council
  /// The police force.
  case police
  /// A landlord of social housing.
  case housing
  /// The health service.
  case health
  /// The probation service.
  case probation
  /// The fire and rescue service.
  case fire
  /// A voluntary or community body.
  case voluntary

  /// The kind in words, such as "Housing provider".
  public var title: String {
    switch self {
    case .council: "Council"
    case .police: "Police"
    case .housing: "Housing provider"
    case .health: "Health"
    case .probation: "Probation"
    case .fire: "Fire and rescue"
    case .voluntary: "Voluntary sector"
    }
  }
}
