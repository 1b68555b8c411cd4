public import Access
public import Kernel

/// Something that was shared, as its record says.
public struct Share: Sendable {
  /// Its reference, such as `TM-7K42-0931`.
  public let reference: Reference
  /// The record it is about; `nil` where it is about none.
  public let about: Reference?
  /// The organisation of the partnership it went to; `nil` where it went to another.
  public let organisation: ID<Organisation>?
  /// The name of another recipient; `nil` where it went to an organisation of the partnership.
  public let outside: Sensitive<String>?
  /// On what terms.
  public let terms: ShareTerms
  /// When it was shared.
  public let since: Instant
  /// The moment from which it is no more.
  public let endsAt: Instant
  /// Whether the record it is about ends it, so that it is ended there.
  public let isKeptByRecord: Bool
  /// The page of its record.
  public let path: String

  /// A share.
  public init(
    reference: Reference, about: Reference?, organisation: ID<Organisation>?,
    outside: Sensitive<String>?, terms: ShareTerms, since: Instant, endsAt: Instant,
    isKeptByRecord: Bool, path: String
  ) {
    self.reference = reference
    self.about = about
    self.organisation = organisation
    self.outside = outside
    self.terms = terms
    self.since = since
    self.endsAt = endsAt
    self.isKeptByRecord = isKeptByRecord
    self.path = path
  }

  /// Whether the recipient has it.
  public func isOpen(at now: Instant) -> Bool { endsAt > now }

  /// The last day on which the recipient has or had it.
  public var lastDay: Day { London.day(endsAt.adding(seconds: -0.001)) }
}

/// Something that is to be shared.
public struct NewShare: Sendable {
  /// The record it is about; `nil` where it is about none.
  public let about: Reference?
  /// With whom.
  public let recipient: ShareRecipient
  /// On what terms; they keep to ``ShareRules``.
  public let terms: ShareTerms
  /// Whether the record it is about ends it.
  public let isKeptByRecord: Bool
  /// Who shares; `nil` for the program itself.
  public let account: ID<Account>?
  /// When.
  public let at: Instant

  /// A share that is to be recorded.
  public init(
    about: Reference?, with recipient: ShareRecipient, _ terms: ShareTerms,
    isKeptByRecord: Bool = false, by account: ID<Account>?, at: Instant
  ) {
    self.about = about
    self.recipient = recipient
    self.terms = terms
    self.isKeptByRecord = isKeptByRecord
    self.account = account
    self.at = at
  }
}

/// The end of a share.
public struct ShareEnd: Sendable {
  /// The moment from which it is no more.
  public let endsAt: Instant
  /// Why.
  public let reason: Sensitive<String>

  /// The end of a share.
  public init(_ endsAt: Instant, because reason: Sensitive<String>) {
    self.endsAt = endsAt
    self.reason = reason
  }
}
