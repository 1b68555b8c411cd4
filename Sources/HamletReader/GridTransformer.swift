import CGDAL

/// Finds the way from a file's coordinate reference system to the British National Grid.
struct GridTransformer {
  /// The Helmert transformation of EPSG:1314 between WGS 84 and OSGB36, and the grid's projection.
  ///
  /// Named here and not left to PROJ's choice, so that each machine gives the same metres: within
  /// 4.5 m of OSTN15, 1.9 m in the median. The order of axes is that of EPSG:4326, latitude first.
  private static let operation = """
    +proj=pipeline +step +proj=axisswap +order=2,1 +step +proj=unitconvert +xy_in=deg +xy_out=rad \
    +step +proj=push +v_3 +step +proj=cart +ellps=WGS84 +step +inv +proj=helmert +x=446.448 \
    +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489 +convention=position_vector \
    +step +inv +proj=cart +ellps=airy +step +proj=pop +v_3 +step +proj=tmerc +lat_0=49 +lon_0=-2 \
    +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy
    """
  private static let britishGrid: Int32 = 27700
  private static let worldDegrees: Int32 = 4326
  private let shapes: GDALShapes
  /// What the user says the file's system is.
  private let stated: String?

  init(_ shapes: GDALShapes, stated: String?) {
    self.shapes = shapes
    self.stated = stated
  }

  /// The way from the system a layer states, or what `isWorld` says of one that states none.
  ///
  /// Whatever is neither degrees of WGS 84 nor the grid is first turned into such degrees, and then
  /// goes the same way as they do.
  func transformation(
    from found: OGRSpatialReferenceH?, isWorld: Bool
  ) throws(Unreadable) -> GridTransformation {
    let source = try unsafe reference(found, isWorld: isWorld)
    let isDegrees = unsafe shapes.isGeographic(source) != 0
    guard unsafe isDegrees || shapes.isProjected(source) != 0 else {
      throw Unreadable(reason: .noReference)
    }
    let name = unsafe name(of: source)
    var steps: [OGRCoordinateTransformationH] = unsafe []
    if name != "EPSG:\(Self.britishGrid)" {
      // Made anew under its number: files state it with their axes in either order.
      let world = try unsafe reference(number: Self.worldDegrees)
      if !Self.isWorldDegrees(name) { unsafe steps.append(try unsafe way(from: source, to: world)) }
      let grid = try unsafe reference(number: Self.britishGrid)
      unsafe steps.append(try unsafe way(from: world, to: grid, by: Self.operation))
    }
    return unsafe GridTransformation(
      shapes: shapes, name: name, isDegrees: isDegrees, steps: steps)
  }

  private func way(
    from source: OGRSpatialReferenceH, to target: OGRSpatialReferenceH, by operation: String? = nil
  ) throws(Unreadable) -> OGRCoordinateTransformationH {
    unsafe shapes.setAxes(source, OAMS_TRADITIONAL_GIS_ORDER)
    unsafe shapes.setAxes(target, OAMS_TRADITIONAL_GIS_ORDER)
    let options = unsafe shapes.newOptions()
    if let operation { _ = unsafe shapes.setOperation(options, operation, 0) }
    guard let way = unsafe shapes.newTransformation(source, target, options) else {
      throw Unreadable(reason: .unknownReference)
    }
    return unsafe way
  }

  /// WGS 84 by any of its names, and ETRS89, which differs by less than a metre.
  private static func isWorldDegrees(_ name: String) -> Bool {
    ["EPSG:4326", "OGC:CRS84", "EPSG:4258", "WGS 84", "GCS_WGS_1984"].contains(name)
  }

  private func reference(
    _ found: OGRSpatialReferenceH?, isWorld: Bool
  ) throws(Unreadable) -> OGRSpatialReferenceH {
    if let stated {
      let parts = stated.split(separator: ":")
      guard parts.count == 2, parts[0].uppercased() == "EPSG", let number = Int32(parts[1]) else {
        throw Unreadable(reason: .unknownReference)
      }
      return try unsafe reference(number: number)
    }
    if let found = unsafe found { return unsafe found }
    guard isWorld else { throw Unreadable(reason: .noReference) }
    return try unsafe reference(number: Self.worldDegrees)
  }

  private func reference(number: Int32) throws(Unreadable) -> OGRSpatialReferenceH {
    guard let reference = unsafe shapes.newReference(nil),
      unsafe shapes.setNumber(reference, number) == OGRERR_NONE
    else { throw Unreadable(reason: .unknownReference) }
    return unsafe reference
  }

  /// `EPSG:27700`, or the system's name where it has no number.
  func name(of reference: OGRSpatialReferenceH?) -> String {
    guard let reference = unsafe reference else { return "" }
    if unsafe shapes.code(reference, nil) == nil { _ = unsafe shapes.identify(reference) }
    func text(_ pointer: UnsafePointer<CChar>?) -> String? {
      unsafe pointer.map { unsafe String(cString: $0) }
    }
    if let authority = unsafe text(shapes.authority(reference, nil)),
      let code = unsafe text(shapes.code(reference, nil))
    {
      return "\(authority):\(code)"
    }
    let name = unsafe text(shapes.referenceName(reference)) ?? ""
    return Self.isBritishGrid(name) ? "EPSG:\(Self.britishGrid)" : name
  }

  /// Whether a name without a number is one of those the grid goes by, as in most `.prj` files.
  private static func isBritishGrid(_ name: String) -> Bool {
    name.lowercased().filter(\.isLetter).hasSuffix("britishnationalgrid")
  }
}

/// The way of one layer to the grid.
@safe struct GridTransformation {
  /// The box shapes must lie in: the grid, with Northern Ireland and the sea to its west.
  private static let west = -100_000.0
  private static let east = 700_000.0
  private static let south = -20_000.0
  private static let north = 1_300_000.0
  let shapes: GDALShapes
  let name: String
  let isDegrees: Bool
  /// None where the layer is on the grid already.
  let steps: [OGRCoordinateTransformationH]

  /// Moves a shape onto the grid, once its numbers can be what the layer says they are.
  func apply(to shape: OGRGeometryH, _ number: Int) throws(Unreadable) {
    var box = OGREnvelope()
    unsafe shapes.envelope(shape, &box)
    if isDegrees {
      guard box.MinX >= -180, box.MaxX <= 180, box.MinY >= -90, box.MaxY <= 90 else {
        throw Unreadable(reason: .metresAsDegrees, feature: number)
      }
      if box.MinX > 49, box.MaxX < 62, box.MinY > -9, box.MaxY < 3 {
        throw Unreadable(reason: .axesSwapped, feature: number)
      }
    } else if box.MinX >= -180, box.MaxX <= 180, box.MinY >= -90, box.MaxY <= 90 {
      throw Unreadable(reason: .degreesAsMetres, feature: number)
    }
    let isMoved = unsafe steps.allSatisfy { unsafe shapes.transform(shape, $0) == OGRERR_NONE }
    guard isMoved else { throw Unreadable(reason: .offBritain, feature: number) }
    unsafe shapes.envelope(shape, &box)
    // Written so that "not a number" fails too.
    guard box.MinX >= Self.west, box.MaxX <= Self.east, box.MinY >= Self.south,
      box.MaxY <= Self.north
    else { throw Unreadable(reason: .offBritain, feature: number) }
  }
}
