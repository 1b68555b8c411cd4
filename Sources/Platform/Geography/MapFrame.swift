/// Where land lies on a drawing: the scale and the view box of an SVG map.
///
/// North is up. Places on the drawing are kept to a tenth of its unit.
public struct MapFrame: Sendable, Equatable {
  /// The land that is drawn.
  public let box: BoundingBox
  /// The width of the drawing in its own units.
  public let width: Double
  /// Its height, by the shape of the land.
  public let height: Double
  /// Units of the drawing for a metre.
  public let scale: Double

  /// A drawing of some land.
  ///
  /// - Parameters:
  ///   - land: what is to be seen; at least a metre wide and high is drawn.
  ///   - width: of the drawing in its own units, above 0.
  ///   - margin: units left free on each side, under half the width.
  public init(_ land: BoundingBox, width: Double = 1000, margin: Double = 0) {
    let scale = (width - 2 * margin) / max(1, land.width)
    box = land.expanded(by: margin / scale)
    self.scale = scale
    self.width = width
    height = max(1, land.height) * scale + 2 * margin
  }

  /// The attribute `viewBox` of the drawing.
  public var viewBox: String {
    "0 0 \(Self.text(tenths: Int((width * 10).rounded()))) "
      + Self.text(tenths: Int((height * 10).rounded(.up)))
  }

  /// Where a point lies on the drawing: units from the left and from the top.
  public func place(_ point: GridPoint) -> (x: Double, y: Double) {
    (
      (point.easting - box.minimumEasting) * scale, (box.maximumNorthing - point.northing) * scale
    )
  }

  /// The attribute `d` of a path along all rings of a shape, to be filled by the even-odd rule.
  ///
  /// Corners that fall on the same tenth of a unit are drawn once; a ring that shrinks to fewer
  /// than three places is left out.
  public func path(_ shape: MultiPolygon) -> String {
    var path = ""
    for ring in shape.rings { append(ring, to: &path) }
    return path
  }

  private func append(_ ring: Ring, to path: inout String) {
    var places: [(x: Int, y: Int)] = []
    for point in ring.points {
      let place = place(point)
      let tenths = (x: Self.tenths(place.x), y: Self.tenths(place.y))
      if places.last.map({ $0 != tenths }) ?? true { places.append(tenths) }
    }
    while places.count > 1, let first = places.first, let last = places.last, first == last {
      places.removeLast()
    }
    guard places.count > 2, var here = places.first else { return }
    path += "M\(Self.text(tenths: here.x)) \(Self.text(tenths: here.y))l"
    for (index, next) in places.dropFirst().enumerated() {
      if index > 0 { path += " " }
      path += "\(Self.text(tenths: next.x - here.x)) \(Self.text(tenths: next.y - here.y))"
      here = next
    }
    path += "z"
  }

  /// Tenths of a unit; what lies far outside is moved to the edge of what drawings can say.
  private static func tenths(_ units: Double) -> Int {
    let bounded = max(-1e9, min(1e9, units * 10))
    return bounded.isNaN ? 0 : Int(bounded.rounded())
  }

  /// `12.3`, or `12` where nothing follows the point.
  private static func text(tenths: Int) -> String {
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
