/// One ground in law on which something may be shared, with the days between which it is law.
public struct ShareGround: Hashable, Sendable, Codable {
  /// What it answers; each share names one gateway and one basis, and a condition where it needs one.
  public enum Part: String, CaseIterable, Sendable, Codable {
    /// The power or duty that lets it leave.
    case gateway
    /// The basis of Article 6 of the UK GDPR, or law enforcement under Part 3 of the Act.
    case basis
    /// The condition for special category data, or for sensitive processing under Part 3.
    case special
    /// The authority for allegations, offences and convictions.
    case criminal

    /// The part in words, such as "Gateway".
    public var title: String {
      switch self {
      case .gateway: "Gateway"
      case .basis: "Basis"
      case .special: "Condition for special category data"
      case .criminal: "Authority for allegations and offences"
      }
    }
  }

  /// With which regime it goes.
  public enum Regime: String, CaseIterable, Sendable, Codable {
    /// With either.
    case any
    /// With the UK GDPR alone.
    case general
    /// With the UK GDPR, and not for what a public authority does in its tasks.
    case notPublic = "not-public"
    /// With Part 3 of the Data Protection Act 2018 alone.
    case lawEnforcement = "law-enforcement"
  }

  /// A short word for forms and the shell, such as `cda-115`.
  public let key: String
  /// What it answers.
  public let part: Part
  /// What it says, such as "Crime and disorder, power to disclose".
  public let title: String
  /// The section, such as "Crime and Disorder Act 1998, section 115".
  public let section: String
  /// With which regime it goes.
  public let regime: Regime
  /// Of a gateway: whether whoever shares said that the recipient is one it names, or acts for one,
  /// where the program cannot know.
  public var isRecipientSaid: Bool?

  /// A ground in law.
  public init(key: String, part: Part, title: String, section: String, regime: Regime = .any) {
    self.key = key
    self.part = part
    self.title = title
    self.section = section
    self.regime = regime
  }

  /// Whether it rests on consent: the shipped ones by their key.
  public var isConsent: Bool { Self.ofConsent.contains(key) }

  private static let ofConsent: Set<String> = ["agreed", "consent", "explicit-consent"]
}
