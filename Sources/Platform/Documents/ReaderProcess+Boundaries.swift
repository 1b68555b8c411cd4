extension ReaderProcess {
  /// What to read of a boundary file.
  public struct BoundaryOptions: Sendable {
    /// The system of its coordinates, such as `EPSG:27700`, whatever the file says; `nil` leaves it
    /// to the file.
    public var reference: String?
    /// The one layer to read; `nil` reads all, in the order of their names.
    public var layer: String?

    /// All layers in the system the file states.
    public init(reference: String? = nil, layer: String? = nil) {
      self.reference = reference
      self.layer = layer
    }
  }

  /// Hands over each area of a boundary file, on the British National Grid.
  ///
  /// Reads GeoJSON, TopoJSON, GeoPackage, a shapefile with the files beside it, a folder of
  /// shapefiles, and any of these in a zip or gz. GeoJSON and TopoJSON are in degrees of WGS 84
  /// unless they say otherwise. From degrees the metres come by the transformation of EPSG:1314,
  /// within 4.5 m of Ordnance Survey's OSTN15 (1.9 m in the median over England). Rings that cross themselves are mended and said
  /// to be; areas without a shape come with an empty one.
  ///
  /// - Throws: ``ReaderProblem``, among them that the file does not say its system, or lies off
  ///   Great Britain; or what `each` throws. What was handed over before is to be thrown away.
  public func boundaries(
    of path: String, _ options: BoundaryOptions = BoundaryOptions(),
    _ each: (BoundaryFeature) throws -> Void
  ) throws {
    var words = ["boundaries", path]
    if let reference = options.reference { words += ["--crs", reference] }
    if let layer = options.layer { words += ["--layer", layer] }
    var layer = BoundaryLayer(name: "", reference: "", columns: [])
    try run(words) { frame in
      switch frame.kind {
      case .layer: layer = try frame.layer()
      case .feature: try each(frame.feature(layer))
      default: throw ReaderProblem.crashed
      }
    }
  }

  /// The layers of a boundary file, with the system each states; empty where it states none.
  ///
  /// - Throws: ``ReaderProblem``.
  public func boundaryLayers(of path: String) throws -> [BoundaryLayer] {
    var layers: [BoundaryLayer] = []
    try run(["layers", path]) { frame in
      guard frame.kind == .layer else { throw ReaderProblem.crashed }
      layers.append(try frame.layer())
    }
    return layers
  }
}
