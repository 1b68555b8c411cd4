public import Geography

/// An area of the demonstration's borough.
public struct WorldArea: Sendable, Hashable {
  /// A code that no real area has, such as `E05T00001`.
  public let code: String
  /// Its name.
  public let name: String
  /// Its shape; neighbours share their corners.
  public let shape: MultiPolygon
}

/// A made-up street.
public struct WorldStreet: Sendable, Hashable {
  /// Its name, which no other street of the borough has.
  public let name: String
  /// Its middle, in whole metres.
  public let centre: GridPoint
  /// The small area it lies in, by its place in ``Thornmere/smallAreas``.
  public let smallArea: Int
  /// The ward it lies in, by its place in ``Thornmere/wards``.
  public let ward: Int
}

/// A made-up postcode.
public struct WorldPostcode: Sendable, Hashable {
  /// The postcode, such as `TM1 1AA`; no real one begins so.
  public let code: String
  /// The middle of its addresses, in whole metres.
  public let centre: GridPoint
  /// Its street, by its place in ``Thornmere/streets``.
  public let street: Int
}

/// How many people and households an area had in the middle of a year, all made up.
public struct WorldPopulation: Sendable, Hashable {
  /// The area's code.
  public let code: String
  /// The year of the estimate.
  public let year: Int
  /// People.
  public let people: Int
  /// Households.
  public let households: Int
}
