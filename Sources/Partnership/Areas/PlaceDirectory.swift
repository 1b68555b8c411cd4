public import Database
public import Geography

/// Streets and postcodes, for features that ask people where something is.
///
/// Each closure works inside the transaction it is handed and asks nothing outside. Application
/// wires them.
public struct PlaceDirectory: Sendable {
  /// The streets and postcodes that begin with what somebody typed or stand within it, the best
  /// first, at most `limit`.
  ///
  /// "the bandstand in Millwharf Park" finds what begins with "Millwharf Park".
  public let find: @Sendable (_ typed: String, _ limit: Int, Read) throws -> [KnownPlace]
  /// The place of a key; `nil` where it is no longer there.
  public let place: @Sendable (_ key: String, Read) throws -> KnownPlace?

  /// A directory of its closures.
  public init(
    find: @escaping @Sendable (String, Int, Read) throws -> [KnownPlace],
    place: @escaping @Sendable (String, Read) throws -> KnownPlace?
  ) {
    self.find = find
    self.place = place
  }

  /// No places: for tests of features that do without.
  public static let empty = PlaceDirectory(find: { _, _, _ in [] }, place: { _, _ in nil })
}

/// A street or a postcode of the gazetteer.
public struct KnownPlace: Sendable, Hashable {
  /// What it is found by again, such as `postcode/TM1 0AA` or `street/12`.
  public let key: String
  /// Its name, such as "Ropewalk" or "TM1 0AA".
  public let name: String
  /// Where it lies in words, such as a ward; may be empty.
  public let detail: String
  /// Its middle.
  public let point: GridPoint

  /// A place.
  public init(key: String, name: String, detail: String, point: GridPoint) {
    self.key = key
    self.name = name
    self.detail = detail
    self.point = point
  }

  /// Name and whereabouts, such as "Ropewalk, Millwharf".
  public var words: String { detail.isEmpty ? name : "\(name), \(detail)" }
}
