/// A power or step of the register.
enum Power: String, CaseIterable, Codable, Sendable {
  case warning
  case acceptableBehaviour = "acceptable-behaviour"
  case communityRemedy = "community-remedy"
  case protectionWarning = "protection-warning"
  case protectionNotice = "protection-notice"
  case publicSpaces = "public-spaces"
  case expeditedPublicSpaces = "expedited-public-spaces"
  case closureNotice = "closure-notice"
  case closureOrder = "closure-order"
  case dispersal
  case injunction
  case criminalBehaviour = "criminal-behaviour"
  case possession
  case respectOrder = "respect-order"
  case antisocialBehaviourOrder = "asbo"
  case dispersal2003 = "dispersal-2003"
  case drinkingBanning = "drinking-banning"
  case crackHouse = "crack-house"

  /// What it is in law.
  enum Kind: String, CaseIterable, Sendable {
    /// Served or agreed; it has no life in law and no breach of its own.
    case step
    /// Made or issued under an Act, with a beginning and an end.
    case order
    /// Can no longer be made; records of it are kept.
    case legacy
  }

  /// Whom or what it is against.
  enum Target: Sendable {
    case person
    /// A person, or a body such as a company.
    case personOrBody
    case premises
    case area
  }

  var kind: Kind {
    switch self {
    case .warning, .acceptableBehaviour, .communityRemedy, .protectionWarning: .step
    case .antisocialBehaviourOrder, .dispersal2003, .drinkingBanning, .crackHouse: .legacy
    case .protectionNotice, .publicSpaces, .expeditedPublicSpaces, .closureNotice, .closureOrder,
      .dispersal, .injunction, .criminalBehaviour, .possession, .respectOrder:
      .order
    }
  }

  var target: Target {
    switch self {
    case .publicSpaces, .expeditedPublicSpaces: .area
    case .closureNotice, .closureOrder, .crackHouse: .premises
    case .protectionWarning, .protectionNotice: .personOrBody
    case .warning, .acceptableBehaviour, .communityRemedy, .dispersal, .injunction,
      .criminalBehaviour, .possession, .respectOrder, .antisocialBehaviourOrder, .dispersal2003,
      .drinkingBanning:
      .person
    }
  }

  /// Whether it is asked what support somebody under 18 was offered first.
  var asksSupport: Bool {
    kind != .legacy && (target == .person || target == .personOrBody)
  }

  /// What is said of the youth offending team where somebody is under 18: it is asked before an
  /// application or, of one for an injunction without notice, before the first hearing with notice
  /// (sections 14(1) and (2) of the Act of 2014; section 331(5) of the Sentencing Code).
  var youthTeamLabel: String {
    self == .injunction
      ? "The youth offending team was asked before the application or, where that was made without "
        + "notice, is asked before the first hearing with notice"
      : "The youth offending team was asked before the application"
  }

  var youthTeamMissing: String {
    self == .injunction
      ? "The youth offending team must be asked before the application or, where that was made "
        + "without notice, before the first hearing with notice"
      : "The youth offending team must be asked before the application"
  }

  /// Whether it is of an area or premises, so that it says which; a direction too (section 35(5)(b)).
  ///
  /// A record from before the register may not say.
  var needsPlace: Bool {
    kind != .legacy && (target == .area || target == .premises || self == .dispersal)
  }

  /// Whether it may say where it applies by an area: all that bind who is there.
  var coversArea: Bool { target == .area || self == .dispersal || self == .dispersal2003 }

  /// Whether it runs by the hour, so that times of day count.
  var runsByTheHour: Bool { self == .closureNotice || self == .dispersal }

  /// Whether it binds nobody before it was given to them.
  var isServed: Bool {
    switch self {
    case .warning, .protectionWarning, .protectionNotice, .closureNotice, .dispersal: true
    default: false
    }
  }

  /// Whether a court makes it.
  var isCourts: Bool {
    switch self {
    case .closureOrder, .injunction, .criminalBehaviour, .possession, .respectOrder: true
    default: false
    }
  }

  /// Whether it may have no end: until it is varied or discharged.
  func mayBeEndless(isYouth: Bool) -> Bool {
    switch self {
    case .protectionNotice, .possession, .communityRemedy, .respectOrder: true
    case .injunction, .criminalBehaviour: !isYouth
    default: kind == .step && self != .acceptableBehaviour
    }
  }

  var title: String {
    switch self {
    case .warning: "Warning letter"
    case .acceptableBehaviour: "Acceptable behaviour contract"
    case .communityRemedy: "Community remedy"
    case .protectionWarning: "Community protection warning"
    case .protectionNotice: "Community protection notice"
    case .publicSpaces: "Public spaces protection order"
    case .expeditedPublicSpaces: "Expedited public spaces protection order"
    case .closureNotice: "Closure notice"
    case .closureOrder: "Closure order"
    case .dispersal: "Dispersal direction"
    case .injunction: "Civil injunction"
    case .criminalBehaviour: "Criminal behaviour order"
    case .possession: "Absolute ground for possession"
    case .respectOrder: "Respect order"
    case .antisocialBehaviourOrder: "Anti-social behaviour order (until 2014)"
    case .dispersal2003: "Section 30 dispersal (until 2014)"
    case .drinkingBanning: "Drinking banning order (until 2014)"
    case .crackHouse: "Crack house closure (until 2014)"
    }
  }
}
