public import Database
public import Geography

/// An area as a record states it, kept with its outline: the record stands whatever becomes of the
/// boundaries it was taken from.
public struct StatedArea: Sendable, Hashable {
  /// Its name in words, such as "Millwharf (ward of 2022)".
  public let name: String
  /// Its outline in metres of the British National Grid.
  public let shape: MultiPolygon

  /// An area of a name and an outline.
  public init(name: String, shape: MultiPolygon) {
    self.name = name
    self.shape = shape
  }

  /// Reads it from the next two columns of a row, its name and its outline as well-known binary.
  ///
  /// - Throws: ``DatabaseError/shape(_:)`` where the outline is no multipolygon.
  public init(row: inout Row) throws {
    name = try row.text()
    guard let shape = MultiPolygon(wellKnownBinary: try row.bytes()) else {
      throw DatabaseError.shape("the outline of an area is not a multipolygon")
    }
    self.shape = shape
  }
}
