public import Commands

/// Writes areas and points as GeoJSON (RFC 7946), in degrees with seven decimals.
///
/// A feature collection that QGIS and others open: outsides run anticlockwise, holes clockwise, and
/// longitude comes first. Seven decimals are a centimetre; the transformation is that of
/// ``NationalGrid``.
public struct GeoJSONWriter {
  private let grid: NationalGrid
  private var bytes: [UInt8] = []
  private var isFirst = true

  /// A collection.
  ///
  /// - Parameters:
  ///   - grid: turns metres into degrees.
  ///   - members: what is said of the collection as a whole, such as its parameters and its
  ///     coordinate reference system; not `type` or `features`.
  public init(grid: NationalGrid, members: [JSON.Member] = []) {
    self.grid = grid
    bytes = Array("{\"type\":\"FeatureCollection\"".utf8)
    // An object without its braces, so that the features can stand beside its members.
    let said = JSON.object(members).description.dropFirst().dropLast()
    if !said.isEmpty { bytes += ",\(said)".utf8 }
    bytes += ",\"features\":[".utf8
  }

  /// Adds an area with what is said of it.
  public mutating func append(_ shape: MultiPolygon, _ properties: [JSON.Member]) {
    begin("MultiPolygon")
    list(shape.polygons) { writer, polygon in
      writer.list(Array(polygon.rings.enumerated())) { writer, item in
        writer.append(item.element, isAnticlockwise: item.offset == 0)
      }
    }
    end(properties)
  }

  /// Adds a point with what is said of it.
  public mutating func append(_ point: GridPoint, _ properties: [JSON.Member]) {
    begin("Point")
    append(grid.geoPoints([point])[0])
    end(properties)
  }

  /// The whole collection; nothing can be added after.
  public consuming func finish() -> [UInt8] {
    bytes += "\n]}\n".utf8
    return bytes
  }

  private mutating func begin(_ type: String) {
    if !isFirst { append(byte: ",") }
    isFirst = false
    bytes += "\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"\(type)\",\"coordinates\":".utf8
  }

  private mutating func end(_ properties: [JSON.Member]) {
    bytes += "},\"properties\":\(JSON.object(properties))}".utf8
  }

  private mutating func append(_ ring: Ring, isAnticlockwise: Bool) {
    let isTurned = (ring.signedArea > 0) != isAnticlockwise
    var points = isTurned ? ring.points.reversed() : ring.points
    points += points.prefix(1)
    list(grid.geoPoints(points)) { writer, place in writer.append(place) }
  }

  private mutating func append(_ place: GeoPoint) {
    append(byte: "[")
    append(degrees: place.longitude)
    append(byte: ",")
    append(degrees: place.latitude)
    append(byte: "]")
  }

  private mutating func list<Item>(
    _ items: [Item], _ body: (inout GeoJSONWriter, Item) -> Void
  ) {
    append(byte: "[")
    for (index, item) in items.enumerated() {
      if index > 0 { append(byte: ",") }
      body(&self, item)
    }
    append(byte: "]")
  }

  /// Degrees with at most seven decimals and no noughts at the end.
  private mutating func append(degrees: Double) {
    guard abs(degrees) <= 360 else {
      bytes += "null".utf8
      return
    }
    let units = Int((degrees * 1e7).rounded())
    if units < 0 { append(byte: "-") }
    bytes += String(abs(units) / 10_000_000).utf8
    var rest = abs(units) % 10_000_000
    guard rest > 0 else { return }
    append(byte: ".")
    var size = 1_000_000
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / size))
      rest %= size
      size /= 10
    }
  }

  private mutating func append(byte: Unicode.Scalar) { bytes.append(UInt8(ascii: byte)) }
}
