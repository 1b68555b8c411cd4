import Kernel

/// The way of single points from one coordinate reference system to the metres of another.
///
/// It leads through degrees of WGS 84. Between those and the British National Grid it is that of
/// ``NationalGrid``; between them and other systems that of PROJ's definition, which leaves out the
/// metre or so by which systems such as NAD83 differ from WGS 84. May be used from many threads.
public final class CoordinateWay: Sendable {
  private let source: ReferenceSystem
  private let target: ReferenceSystem
  private let grid: NationalGrid?
  private let plane: PlaneTransformation?
  private let world: PlaneTransformation?

  /// The way between two systems.
  ///
  /// - Throws: ``ProjectionProblem/unavailable`` where PROJ is not installed or does not understand
  ///   a definition.
  public init(
    from source: ReferenceSystem, to target: ReferenceSystem = .britishGrid
  ) throws(ProjectionProblem) {
    self.source = source
    self.target = target
    let needsGrid = source != target && (source == .britishGrid || target == .britishGrid)
    grid = needsGrid ? try NationalGrid() : nil
    let known: Set = [ReferenceSystem.degrees, .britishGrid]
    world = source == target || known.contains(source) ? nil : try PlaneTransformation(source)
    plane = source == target || known.contains(target) ? nil : try PlaneTransformation(target)
  }

  /// A point of the target, east first; `nil` where there is none.
  ///
  /// `x` is east or longitude and `y` north or latitude, in the units of the source.
  public func point(x: Double, y: Double) -> GridPoint? {
    guard x.isFinite, y.isFinite else { return nil }
    let given = GridPoint(easting: x, northing: y)
    if source == target { return given }
    guard let place = degrees(given) else { return nil }
    if let plane { return plane.point(place) }
    if let grid, target == .britishGrid { return grid.gridPoint(place) }
    return GridPoint(easting: place.longitude, northing: place.latitude)
  }

  private func degrees(_ point: GridPoint) -> GeoPoint? {
    if let world { return world.place(point) }
    if source == .britishGrid { return grid?.geoPoint(point) }
    guard abs(point.easting) <= 180, abs(point.northing) <= 90 else { return nil }
    return GeoPoint(latitude: point.northing, longitude: point.easting)
  }
}

/// The way between degrees and the coordinates of one system, by its definition.
private final class PlaneTransformation: Sendable {
  private let isDegrees: Bool
  private let idle: Guarded<ProjTransformation>

  init(_ system: ReferenceSystem) throws(ProjectionProblem) {
    guard let one = ProjTransformation(try ProjLibrary(), system.definition) else {
      throw .unavailable
    }
    isDegrees = system.isDegrees
    idle = Guarded(one)
  }

  /// The coordinates of a place; `nil` where there are none.
  func point(_ place: GeoPoint) -> GridPoint? {
    let radians = GridPoint(
      easting: place.longitude * .pi / 180, northing: place.latitude * .pi / 180)
    return transform(radians, isForward: true).map { isDegrees ? $0.times(180 / .pi) : $0 }
  }

  /// The place of coordinates; `nil` where there is none.
  func place(_ point: GridPoint) -> GeoPoint? {
    let given = isDegrees ? point.times(.pi / 180) : point
    return transform(given, isForward: false).map { found in
      GeoPoint(latitude: found.northing * 180 / .pi, longitude: found.easting * 180 / .pi)
    }
  }

  private func transform(_ point: GridPoint, isForward: Bool) -> GridPoint? {
    var points = [point]
    idle.withLock { $0.transform(&points, toGrid: isForward) }
    return points[0].easting.isFinite && points[0].northing.isFinite ? points[0] : nil
  }
}

extension GridPoint {
  fileprivate func times(_ factor: Double) -> GridPoint {
    GridPoint(easting: easting * factor, northing: northing * factor)
  }
}
