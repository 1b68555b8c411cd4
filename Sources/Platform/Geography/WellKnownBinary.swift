extension MultiPolygon {
  /// The shape as little-endian well-known binary (OGC 06-103r4), always a multipolygon.
  ///
  /// For a column of a database: 16 bytes a corner, read back exactly.
  public var wellKnownBinary: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(9 + polygons.count * 9 + (cornerCount + rings.count) * 16)
    Self.head(.multiPolygon, count: polygons.count, &bytes)
    for polygon in polygons {
      Self.head(.polygon, count: polygon.rings.count, &bytes)
      for ring in polygon.rings {
        Self.append(UInt32(ring.points.count + 1), &bytes)
        for point in ring.points + ring.points.prefix(1) {
          Self.append(point.easting.bitPattern, &bytes)
          Self.append(point.northing.bitPattern, &bytes)
        }
      }
    }
    return bytes
  }

  /// Reads a polygon or multipolygon of two dimensions; `nil` for anything else.
  ///
  /// Safe with bytes of strangers: no length in them is believed.
  public init?(wellKnownBinary bytes: some Collection<UInt8>) {
    var reader = WellKnownReader(bytes: Array(bytes))
    guard let polygons = reader.polygons(), reader.isAtEnd else { return nil }
    self.init(polygons)
  }

  private static func head(_ kind: WellKnownKind, count: Int, _ bytes: inout [UInt8]) {
    bytes.append(1)
    append(kind.rawValue, &bytes)
    append(UInt32(count), &bytes)
  }

  private static func append(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

private enum WellKnownKind: UInt32 {
  case polygon = 3
  case multiPolygon = 6
}

/// Takes shapes from the front of bytes; every taking is `nil` where they run out.
private struct WellKnownReader {
  let bytes: [UInt8]
  var place = 0
  var isLittle = true

  var isAtEnd: Bool { place == bytes.count }

  mutating func polygons() -> [Polygon]? {
    guard let kind = kind() else { return nil }
    guard kind == .multiPolygon else { return polygon().map { [$0] } }
    guard let count = count(atLeast: 9) else { return nil }
    var polygons: [Polygon] = []
    for _ in 0..<count {
      guard self.kind() == .polygon, let polygon = polygon() else { return nil }
      polygons.append(polygon)
    }
    return polygons
  }

  private mutating func polygon() -> Polygon? {
    guard let count = count(atLeast: 4) else { return nil }
    var rings: [Ring] = []
    for _ in 0..<count {
      guard let ring = ring() else { return nil }
      rings.append(ring)
    }
    return Polygon(rings.first ?? Ring([]), holes: Array(rings.dropFirst()))
  }

  private mutating func ring() -> Ring? {
    guard let count = count(atLeast: 16) else { return nil }
    var points: [GridPoint] = []
    points.reserveCapacity(count)
    for _ in 0..<count {
      guard let east = number(UInt64.self), let north = number(UInt64.self) else { return nil }
      points.append(
        GridPoint(easting: Double(bitPattern: east), northing: Double(bitPattern: north)))
    }
    return Ring(points)
  }

  private mutating func kind() -> WellKnownKind? {
    guard let order = number(UInt8.self), order <= 1 else { return nil }
    isLittle = order == 1
    return number(UInt32.self).flatMap(WellKnownKind.init)
  }

  /// A count of things of at least so many bytes, which must still be there.
  private mutating func count(atLeast size: Int) -> Int? {
    guard let count = number(UInt32.self), Int(count) * size <= bytes.count - place else {
      return nil
    }
    return Int(count)
  }

  private mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    let size = Number.bitWidth / 8
    guard bytes.count - place >= size else { return nil }
    var number: Number = 0
    for index in 0..<size {
      let shift = 8 * (isLittle ? index : size - 1 - index)
      number |= Number(truncatingIfNeeded: bytes[place + index]) << shift
    }
    place += size
    return number
  }
}
