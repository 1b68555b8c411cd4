public import Database
public import Geography

/// The areas of the partnership, for features that count, draw or compare by area.
///
/// Each closure works inside the transaction it is handed. Application wires them.
public struct AreaDirectory: Sendable {
  /// The editions there are, by kind and then the latest first.
  public let editions: @Sendable (Read) throws -> [AreaEdition]
  /// The areas of a kind and year, by code.
  public let areas: @Sendable (AreaKind, _ edition: Int, Read) throws -> [Area]
  /// The same with their shapes.
  public let shapes: @Sendable (AreaKind, _ edition: Int, Read) throws -> [ShapedArea]
  /// The people of each area of a kind and edition by its code: the estimate of a year, or the
  /// nearest before it; areas without one are left out.
  public let people:
    @Sendable (AreaKind, _ edition: Int, _ year: Int, Read) throws -> [String: AreaPeople]
  /// Adds an area somebody drew, under a code of its own, and records it in the audit trail; an area
  /// of the same kind and name is another version.
  public let draw: @Sendable (DrawnArea, Services, Write) throws -> Area
  /// Tells every feature that areas were added or taken away; call it outside a transaction.
  public let changed: @Sendable (Services) throws -> Void

  /// A directory of its closures.
  public init(
    editions: @escaping @Sendable (Read) throws -> [AreaEdition],
    areas: @escaping @Sendable (AreaKind, Int, Read) throws -> [Area],
    shapes: @escaping @Sendable (AreaKind, Int, Read) throws -> [ShapedArea],
    people: @escaping @Sendable (AreaKind, Int, Int, Read) throws -> [String: AreaPeople],
    draw: @escaping @Sendable (DrawnArea, Services, Write) throws -> Area = { _, _, _ in
      throw DatabaseError.shape("areas cannot be drawn here")
    },
    changed: @escaping @Sendable (Services) throws -> Void
  ) {
    self.editions = editions
    self.areas = areas
    self.shapes = shapes
    self.people = people
    self.draw = draw
    self.changed = changed
  }

  /// The latest edition of a kind; `nil` where there is none.
  public func latest(_ kind: AreaKind, _ read: Read) throws -> AreaEdition? {
    try editions(read).filter { $0.kind == kind }.max { $0.year < $1.year }
  }

  /// The areas of the latest edition of a kind with their shapes; none where there is no edition.
  public func latestShapes(_ kind: AreaKind, _ read: Read) throws -> [ShapedArea] {
    try latest(kind, read).map { try shapes(kind, $0.year, read) } ?? []
  }

  /// What finds the area of points.
  ///
  /// - Complexity: reads and indexes every shape; keep it while there are points to be found.
  public func finder(_ kind: AreaKind, _ edition: Int, _ read: Read) throws -> AreaFinder {
    AreaFinder(try shapes(kind, edition, read))
  }

  /// No areas: for tests of features that do without.
  public static let empty = AreaDirectory(
    editions: { _ in [] }, areas: { _, _, _ in [] }, shapes: { _, _, _ in [] },
    people: { _, _, _, _ in [:] }, changed: { _ in })
}

/// An area with its shape.
public struct ShapedArea: Sendable, Hashable {
  /// The area.
  public let area: Area
  /// Its shape in metres of the British National Grid.
  public let shape: MultiPolygon

  /// An area with its shape.
  public init(_ area: Area, _ shape: MultiPolygon) {
    self.area = area
    self.shape = shape
  }
}

/// Finds the area of a point; of two that overlap, the one whose code comes first.
public struct AreaFinder: Sendable {
  /// The areas, in the order of the numbers ``numbers(of:)`` gives.
  public let areas: [Area]
  private let index: AreaIndex

  /// A finder over areas.
  public init(_ shaped: [ShapedArea]) {
    areas = shaped.map(\.area)
    index = AreaIndex(shaped.map(\.shape))
  }

  /// The area a point lies in; `nil` where it lies in none.
  public func area(of point: GridPoint) -> Area? { index.area(of: point).map { areas[$0] } }

  /// The places in ``areas`` of the areas of many points; -1 for points in none.
  public func numbers(of points: [GridPoint]) -> [Int32] { index.areas(of: points) }
}
