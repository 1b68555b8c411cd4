public import Access
public import Kernel

/// An agreement under which organisations share.
public enum ShareAgreement {}

/// An agreement that a share may fall under, as forms offer it.
public struct OfferedAgreement: Hashable, Sendable {
  /// Its id.
  public let id: ID<ShareAgreement>
  /// Its title.
  public let title: String
  /// The organisations that signed it.
  public let parties: Set<ID<Organisation>>
  /// What may be shared under it.
  public let fields: Set<ShareField>

  /// An agreement that is offered.
  public init(
    id: ID<ShareAgreement>, title: String, parties: Set<ID<Organisation>>,
    fields: Set<ShareField>
  ) {
    self.id = id
    self.title = title
    self.parties = parties
    self.fields = fields
  }
}
