/// A kind of data that is shared.
public enum ShareField: String, CaseIterable, Sendable, Codable {
  /// Names, dates of birth.
  case identity
  /// Addresses and ways of contact.
  case contact
  /// Reports and notes of what happened.
  case events
  /// Who lives with whom.
  case household
  /// The tenancy.
  case housing
  /// Assessments of risk and what keeps people safe.
  case risk
  /// Vehicles and places.
  case places
  /// Photographs, recordings and other files.
  case files
  /// Allegations, offences, orders and convictions.
  case allegations
  /// Health, disability, drink and drugs.
  case health
  /// Ethnic origin, religion, beliefs, sexual orientation.
  case characteristics

  /// What weighs on it in law.
  public enum Weight: Sendable {
    /// Nothing further.
    case ordinary
    /// Article 9 of the UK GDPR, or section 35(8) of the Data Protection Act 2018.
    case special
    /// Article 10 of the UK GDPR.
    case criminal
  }

  /// What weighs on it in law.
  public var weight: Weight {
    switch self {
    case .health, .characteristics: .special
    case .allegations: .criminal
    case .identity, .contact, .events, .household, .housing, .risk, .places, .files: .ordinary
    }
  }

  /// The kind in words, such as "Names and dates of birth".
  public var title: String {
    switch self {
    case .identity: "Names and dates of birth"
    case .contact: "Addresses, telephone numbers, email"
    case .events: "What happened: reports and notes"
    case .household: "Household and family"
    case .housing: "Tenancy and housing"
    case .risk: "Risk, and what keeps people safe"
    case .places: "Places and vehicles"
    case .files: "Photographs, recordings, other files"
    case .allegations: "Allegations, offences, orders, convictions"
    case .health: "Health, disability, drink and drugs"
    case .characteristics: "Ethnic origin, religion, beliefs, sexual orientation"
    }
  }
}
