public import Access
public import Database
public import Kernel

/// What one feature holds on a case, which is another feature's: an order that names it.
///
/// Application hands the sources of all features to whoever shows a case.
public struct RelatedRecord: Sendable {
  /// What such records are called together, such as "Orders and warnings".
  public let group: String
  /// What it is, naming nobody it is about, such as "Closure order".
  public let title: String
  /// Its own reference.
  public let reference: Reference
  /// How it stands, such as "In force".
  public let state: String
  /// From when to when it runs, in words.
  public let dates: String
  /// Its page.
  public let path: String

  /// A record.
  public init(
    _ title: String, _ reference: Reference, in group: String, state: String, dates: String,
    path: String
  ) {
    (self.title, self.reference, self.group) = (title, reference, group)
    (self.state, self.dates, self.path) = (state, dates, path)
  }

  /// Finds what is held on a case and somebody may see, the latest first, at most a few hundred; read by
  /// indexes.
  public typealias Source =
    @Sendable (_ about: Reference, Actor, _ now: Instant, Services, Read) throws -> [RelatedRecord]
}

extension StaffVisit {
  /// What every feature holds on a case that whoever visits may see.
  public func related(to about: Reference, _ read: Read) throws -> [RelatedRecord] {
    try services.related(about, actor, now, services, read)
  }
}
