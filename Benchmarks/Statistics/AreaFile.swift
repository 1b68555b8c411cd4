import Geography
import Glibc

/// The areas of a file beside the points: well-known binary, each after its length.
struct AreaFile {
  let shapes: [MultiPolygon]

  struct Unreadable: Error {}

  /// The areas that lie beside a file of points.
  init(beside points: String) throws {
    let folder = points.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard let file = fopen((folder + ["areas.wkb"]).joined(separator: "/"), "rb") else {
      throw Unreadable()
    }
    defer { fclose(file) }
    var shapes: [MultiPolygon] = []
    var size: UInt32 = 0
    while fread(&size, MemoryLayout<UInt32>.size, 1, file) == 1 {
      var bytes = [UInt8](repeating: 0, count: Int(size))
      guard fread(&bytes, 1, bytes.count, file) == bytes.count,
        let shape = MultiPolygon(wellKnownBinary: bytes)
      else { throw Unreadable() }
      shapes.append(shape)
    }
    self.shapes = shapes
  }

  /// How many points lie in an area, those on the outer edge left out as the peers do.
  func assigned(_ points: [GridPoint]) -> Double {
    let areas = AreaIndex(shapes).areas(of: points)
    return Double(
      zip(points, areas).count { point, area in
        area >= 0 && point.easting > 0 && point.northing > 0
      })
  }
}
