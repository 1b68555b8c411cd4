public import Kernel

/// On what terms something is shared: why, on which grounds in law, what, and until when.
public struct ShareTerms: Hashable, Sendable {
  /// What is written about a share; it may name somebody.
  public struct Words: Codable, Hashable, Sendable {
    /// What the recipient needs it for.
    public var purpose: String
    /// Why it is needed, and why no less would do.
    public var necessity: String

    /// Both.
    public init(purpose: String, necessity: String) {
      self.purpose = purpose
      self.necessity = necessity
    }
  }

  /// Why.
  public var words: Sensitive<Words>
  /// The grounds in law, as they stood when it was shared.
  public var grounds: [ShareGround]
  /// What is shared.
  public var fields: [ShareField]
  /// The agreement it falls under; `nil` where there is none.
  public var agreement: ID<ShareAgreement>?
  /// The last day.
  public var lastDay: Day

  /// Terms of a share.
  public init(
    words: Sensitive<Words>, grounds: [ShareGround], fields: [ShareField],
    agreement: ID<ShareAgreement>?, lastDay: Day
  ) {
    self.words = words
    self.grounds = grounds
    self.fields = fields
    self.agreement = agreement
    self.lastDay = lastDay
  }

  /// The ground of a part; `nil` where none was needed.
  public func ground(_ part: ShareGround.Part) -> ShareGround? {
    grounds.first { $0.part == part }
  }

  /// Whether it is shared under Part 3 of the Data Protection Act 2018.
  public var isLawEnforcement: Bool { ground(.basis)?.regime == .lawEnforcement }
}
