import CGDAL

/// Looks up a coordinate reference system by its number and says what PROJ takes it for.
struct SystemReader {
  private let frames: Frames
  private let gdal: GDAL
  private let shapes: GDALShapes

  /// Loads what is needed; to be made before the walls are up.
  init(_ frames: Frames) throws(Unreadable) {
    self.frames = frames
    gdal = try GDAL()
    shapes = try GDALShapes(gdal)
  }

  /// Writes the definition of a system such as `EPSG:26971`.
  func read(_ name: String) throws(Unreadable) {
    _ = unsafe gdal.setHandler(gdal.quiet)
    unsafe gdal.set("PROJ_NETWORK", "OFF")
    let parts = name.split(separator: ":")
    guard parts.count == 2, parts[0] == "EPSG", let number = Int32(parts[1]),
      let system = unsafe shapes.newReference(nil),
      unsafe shapes.setNumber(system, number) == OGRERR_NONE
    else { throw Unreadable(reason: .unknownReference) }
    // Without it the definition would leave out by how much its datum differs from WGS 84; there is
    // none where it does not, or no one shift is known.
    _ = unsafe shapes.addDatumShift(system)
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe shapes.definition(system, &text) == OGRERR_NONE, let text = unsafe text else {
      throw Unreadable(reason: .unknownReference)
    }
    frames.definition(unsafe String(cString: text))
  }
}
