public import Access
public import Kernel

/// With whom something is shared.
public enum ShareRecipient: Sendable {
  /// An organisation of the partnership.
  case organisation(Agency)
  /// Another organisation or a person, by name.
  case outside(Sensitive<String>)

  /// The organisation of the partnership it is; `nil` where it is none.
  public var agency: ID<Organisation>? {
    switch self {
    case .organisation(let agency): agency.id
    case .outside: nil
    }
  }

  /// Whether it may be a competent authority (Data Protection Act 2018, section 30 and Schedule 7):
  /// the police and probation are, a council where it may prosecute.
  public var isCompetent: Bool {
    switch self {
    case .organisation(let agency): agency.kind.mayBeCompetent
    case .outside: false
    }
  }
}

extension AgencyKind {
  /// Whether it may be a competent authority (Data Protection Act 2018, section 30 and Schedule 7).
  public var mayBeCompetent: Bool {
    switch self {
    case .police, .probation, .council: true
    case .health, .fire, .housing, .voluntary: false
    }
  }

  /// Whether it is a public authority (Data Protection Act 2018, section 7).
  ///
  /// Housing providers and voluntary bodies are none by their kind.
  public var isPublicAuthority: Bool {
    switch self {
    case .council, .police, .health, .probation, .fire: true
    case .housing, .voluntary: false
    }
  }
}
