/// What a share may name on a day: the grounds that are law, and the agreements in force.
public struct ShareChoices: Sendable {
  /// The grounds in force.
  public let grounds: [ShareGround]
  /// The agreements in force.
  public let agreements: [OfferedAgreement]
  /// Whether a share with an organisation of the partnership must fall under one of them.
  public let needsAgreement: Bool

  /// What a share may name.
  public init(grounds: [ShareGround], agreements: [OfferedAgreement], needsAgreement: Bool) {
    self.grounds = grounds
    self.agreements = agreements
    self.needsAgreement = needsAgreement
  }

  /// The grounds of a part.
  public func grounds(_ part: ShareGround.Part) -> [ShareGround] {
    grounds.filter { $0.part == part }
  }

  /// The ground of a part and a key; `nil` where it is no law on the day.
  public func ground(_ part: ShareGround.Part, _ key: String) -> ShareGround? {
    grounds.first { $0.part == part && $0.key == key }
  }

  /// The same without what rests on somebody's consent, for what is done whether or not they agree.
  public var withoutConsent: ShareChoices {
    ShareChoices(
      grounds: grounds.filter { !$0.isConsent }, agreements: agreements,
      needsAgreement: needsAgreement)
  }

  /// Nothing: for tests of what shares nothing.
  public static let empty = ShareChoices(grounds: [], agreements: [], needsAgreement: false)
}
