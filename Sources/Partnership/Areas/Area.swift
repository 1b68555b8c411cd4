public import Kernel

/// Tag of ids of areas.
public enum AreaTag {}

/// One area of an edition of boundaries.
public struct Area: Sendable, Hashable {
  /// Its id; the same area of another edition has another.
  public let id: ID<AreaTag>
  /// Its kind.
  public let kind: AreaKind
  /// The year of its edition.
  public let edition: Int
  /// Its code, such as `E05000573`.
  public let code: String
  /// Its name.
  public let name: String

  /// An area of an edition.
  public init(id: ID<AreaTag>, kind: AreaKind, edition: Int, code: String, name: String) {
    self.id = id
    self.kind = kind
    self.edition = edition
    self.code = code
    self.name = name
  }
}

/// The areas of one kind as they were in one year.
public struct AreaEdition: Sendable, Hashable {
  /// Their kind.
  public let kind: AreaKind
  /// The year.
  public let year: Int
  /// How many areas are there.
  public let count: Int
  /// A number that is another whenever areas were added to or taken from it.
  public let stamp: Int

  /// The areas of a kind and a year.
  public init(kind: AreaKind, year: Int, count: Int, stamp: Int) {
    self.kind = kind
    self.year = year
    self.count = count
    self.stamp = stamp
  }
}

/// How many people and households an area has.
public struct AreaPeople: Sendable, Hashable {
  /// The year of the estimate.
  public let year: Int
  /// People.
  public let people: Int
  /// Households; `nil` where the source does not give them.
  public let households: Int?

  /// An estimate of a year.
  public init(year: Int, people: Int, households: Int?) {
    self.year = year
    self.people = people
    self.households = households
  }
}
