import CGDAL
import Glibc

/// Reads the areas of a boundary file through GDAL, onto the British National Grid.
///
/// Rings that cross themselves are mended by GEOS and said to be. What lies off Great Britain, as
/// files with swapped axes or of another system do, is refused.
struct BoundaryReader {
  private static let maximumFeature = 12 << 20
  private let frames: Frames
  private let gdal: GDAL
  private let shapes: GDALShapes
  private let grid: GridTransformer
  private let wish: Wish

  /// What of a file is wanted.
  struct Wish {
    /// The system of the coordinates, whatever the file says.
    var reference: String?
    /// The one layer to read.
    var layer: String?
    /// Whether the layers alone are to be named.
    let isLayersOnly: Bool

    /// The words after the file; `nil` when they are not understood.
    init?(verb: String, _ words: ArraySlice<String>) {
      isLayersOnly = verb == "layers"
      var rest = words
      while let option = rest.popFirst() {
        guard !isLayersOnly, let value = rest.popFirst() else { return nil }
        switch option {
        case "--crs": reference = value
        case "--layer": layer = value
        default: return nil
        }
      }
    }
  }

  /// Loads what is needed; to be made before the walls are up.
  init(_ frames: Frames, _ wish: Wish) throws(Unreadable) {
    self.frames = frames
    self.wish = wish
    gdal = try GDAL()
    shapes = try GDALShapes(gdal)
    grid = GridTransformer(shapes, stated: wish.reference)
  }

  func read(_ path: String) throws(Unreadable) {
    configure()
    var files = try BoundaryFiles(path, ArchiveReader(frames))
    try files.mount(gdal)
    var isFound = false
    for name in files.datasets {
      guard let dataset = unsafe gdal.open(name, hamlet_vector_read_only(), nil, nil, nil) else {
        throw Unreadable(reason: .damaged)
      }
      gdal.reset()
      for index in 0..<(unsafe gdal.layerCount(dataset)) {
        guard let layer = unsafe gdal.layer(dataset, index) else {
          throw Unreadable(reason: .damaged)
        }
        let title = unsafe text(gdal.name(layer))
        if let wanted = wish.layer, wanted != title { continue }
        isFound = true
        // GeoJSON and TopoJSON are in degrees of WGS 84 unless they say otherwise.
        try unsafe read(layer, title, isWorld: name.hasSuffix(".json"))
      }
    }
    guard isFound else { throw Unreadable(reason: .noLayer) }
  }

  private func configure() {
    let settings = [
      ("GDAL_DRIVER_PATH", "disable"), ("GDAL_PAM_ENABLED", "NO"), ("PROJ_NETWORK", "OFF"),
      ("OGR_ORGANIZE_POLYGONS", "DEFAULT"), ("CPL_TMPDIR", "/vsimem"),
    ]
    _ = unsafe gdal.setHandler(gdal.quiet)
    for (key, value) in settings { unsafe gdal.set(key, value) }
    // No other driver is there: none that knows a network, none that writes.
    for register in shapes.registerAll { register() }
  }

  private func read(_ layer: OGRLayerH, _ name: String, isWorld: Bool) throws(Unreadable) {
    let stated = unsafe shapes.reference(layer)
    let definition = unsafe shapes.columns(layer)
    let columns = (0..<(unsafe shapes.columnCount(definition))).map {
      unsafe text(shapes.columnName(shapes.column(definition, $0)))
    }
    if wish.isLayersOnly {
      return frames.layer(name, reference: unsafe grid.name(of: stated), columns: columns)
    }
    let transformation = try unsafe grid.transformation(from: stated, isWorld: isWorld)
    frames.layer(name, reference: transformation.name, columns: columns)
    gdal.reset()
    var number = 0
    while let feature = unsafe gdal.next(layer) {
      defer { unsafe gdal.destroy(feature) }
      // What is cut short or broken leaves an error behind, and perhaps an area without a shape.
      guard isWell else { throw Unreadable(reason: .damaged) }
      number += 1
      try unsafe read(feature, number, columns.count, transformation)
    }
    guard isWell else { throw Unreadable(reason: .damaged) }
  }

  private var isWell: Bool {
    let error = gdal.errorType()
    return error != CE_Failure && error != CE_Fatal
  }

  private func read(
    _ feature: OGRFeatureH, _ number: Int, _ columns: Int, _ transformation: GridTransformation
  ) throws(Unreadable) {
    var payload = littleEndian(UInt32(truncatingIfNeeded: number))
    let land = try unsafe land(of: feature, number, transformation)
    payload += Frames.sized(land.mended ?? "")
    let values = (0..<Int32(columns)).map {
      unsafe gdal.isSet(feature, $0) != 0 ? text(gdal.text(feature, $0)) : ""
    }
    payload += littleEndian(UInt32(values.count { !$0.isEmpty }))
    for (column, value) in values.enumerated() where !value.isEmpty {
      payload += littleEndian(UInt32(column)) + Frames.sized(value)
    }
    payload += land.bytes
    guard payload.count <= Self.maximumFeature else { throw Unreadable(reason: .tooLarge) }
    frames.feature(payload)
    gdal.reset()
  }

  /// The area of a feature as well-known binary, in metres; nothing where it has none.
  private func land(
    of feature: OGRFeatureH, _ number: Int, _ transformation: GridTransformation
  ) throws(Unreadable) -> (bytes: [UInt8], mended: String?) {
    guard let shape = unsafe shapes.shape(feature), unsafe shapes.partCount(shape) > 0 else {
      return ([], nil)
    }
    guard let copy = unsafe shapes.straighten(shape, 0, nil) else {
      throw Unreadable(reason: .damaged)
    }
    var current = unsafe copy
    defer { unsafe shapes.destroy(current) }
    unsafe shapes.flatten(current)
    try unsafe transformation.apply(to: current, number)
    gdal.reset()
    var mended: String?
    if unsafe shapes.isValid(current) == 0 {
      mended = unsafe Self.reason(text(shapes.errorText()))
      unsafe shapes.close(current)
      guard let valid = unsafe shapes.mend(current) else { throw Unreadable(reason: .damaged) }
      unsafe shapes.destroy(current)
      unsafe current = valid
    }
    gdal.reset()
    guard let land = unsafe shapes.empty(wkbMultiPolygon) else {
      throw Unreadable(reason: .tooLarge)
    }
    defer { unsafe shapes.destroy(land) }
    unsafe gather(current, into: land)
    var bytes = [UInt8](repeating: 0, count: Int(unsafe shapes.size(land)))
    guard unsafe shapes.export(land, wkbNDR, &bytes) == OGRERR_NONE else {
      throw Unreadable(reason: .damaged)
    }
    return (bytes, mended)
  }

  /// Takes the polygons out of whatever mending or the file left: no lines, no points.
  private func gather(_ shape: OGRGeometryH, into land: OGRGeometryH) {
    switch unsafe shapes.type(shape) {
    case wkbPolygon: _ = unsafe shapes.add(land, shape)
    case wkbMultiPolygon, wkbGeometryCollection:
      for index in 0..<(unsafe shapes.partCount(shape)) {
        if let part = unsafe shapes.part(shape, index) { unsafe gather(part, into: land) }
      }
    default: break
    }
  }

  /// What GEOS says is wrong; never empty.
  private static func reason(_ text: String) -> String {
    // GEOS stumbles over an open ring before it can say so in its usual words.
    if text.contains("LinearRing") { return "Ring not closed" }
    return text.isEmpty ? "Invalid ring" : text
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }
}
