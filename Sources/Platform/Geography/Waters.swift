/// Says of points that should lie in Great Britain where else they lie.
///
/// The coast is drawn by hand with some forty corners, up to about 15 km out to sea: it finds files
/// with swapped axes or of another system, not a point on the wrong side of a beach.
public enum Waters {
  /// Where a point off the coast of Great Britain lies, such as `the North Sea`; `nil` for one on
  /// land, near it or on an island, and for one that is not finite.
  public static func name(at point: GridPoint) -> String? {
    guard point.easting.isFinite, point.northing.isFinite else { return nil }
    guard extent.contains(point) else { return "a place off Great Britain" }
    if coasts.contains(where: { $0.contains(point) }) { return nil }
    let (east, north) = (point.easting / 1000, point.northing / 1000)
    let sea = seas.first { sea in
      (sea.west...sea.east).contains(east) && (sea.south...sea.north).contains(north)
    }
    return sea?.name ?? "the North Sea"
  }

  /// What a batch of points shows, when most of them lie at sea.
  ///
  /// - Parameter points: at least one; those not finite count as lying off Great Britain.
  /// - Returns: `nil` where at least half lie on land.
  public static func finding(_ points: [GridPoint]) -> Finding? {
    let names = points.map { point in
      point.easting.isFinite && point.northing.isFinite
        ? name(at: point) : "a place off Great Britain"
    }
    guard let place = names.lazy.compactMap(\.self).first,
      names.count(where: { $0 != nil }) * 2 > names.count
    else { return nil }
    let turned = points.map { GridPoint(easting: $0.northing, northing: $0.easting) }
    let isTurned = turned.count { extent.contains($0) && name(at: $0) == nil } * 2 > points.count
    return Finding(place: place, isSwapped: isTurned)
  }

  /// What is wrong with points that lie at sea.
  public struct Finding: Sendable, Equatable {
    /// Where the first of them lies, such as `the North Sea`.
    public let place: String
    /// Whether most would lie on land with easting and northing exchanged.
    public let isSwapped: Bool
  }

  /// The grid, with what little of Great Britain's waters lies beyond it.
  private static let extent = BoundingBox(
    from: GridPoint(easting: -50_000, northing: -50_000),
    to: GridPoint(easting: 750_000, northing: 1_300_000))

  /// In kilometres; the first that holds a point names it.
  private static let seas:
    [(name: String, west: Double, south: Double, east: Double, north: Double)] =
      [
        ("Ireland", -50, 330, 155, 600), ("the Atlantic", -50, 600, 180, 1300),
        ("the Atlantic", 180, 985, 380, 1300), ("the Irish Sea", -50, 330, 330, 600),
        ("the Celtic Sea", -50, -50, 130, 330), ("the Bristol Channel", 130, 130, 330, 330),
        ("the English Channel", 130, -50, 640, 130),
      ]
  private static let coasts = [mainland, shape(orkney), shape(shetland), shape(scilly), shape(man)]
  private static let mainland = shape(outline)

  /// In kilometres of the grid, from Land's End eastwards along the coast.
  private static let outline: [(Double, Double)] = [
    (120, 20), (165, -5), (195, 10), (255, 25), (290, 25), (310, 70), (350, 60), (400, 60),
    (445, 65), (500, 85), (560, 85), (620, 105), (650, 145), (652, 175), (620, 190), (640, 230),
    (665, 290), (662, 320), (625, 350), (575, 352), (562, 370), (552, 420), (532, 470), (505, 520),
    (450, 580), (425, 640), (395, 680), (380, 700), (390, 760), (418, 810), (428, 860), (350, 880),
    (310, 880), (320, 900), (395, 960), (385, 990), (330, 985), (220, 990), (150, 970), (85, 930),
    (60, 860), (70, 770), (85, 720), (105, 690), (115, 640), (140, 620), (165, 600), (180, 590),
    (185, 560), (200, 540), (215, 522), (270, 535), (305, 540), (300, 515), (285, 495), (310, 455),
    (325, 410), (315, 395), (230, 400), (215, 375), (205, 320), (235, 330), (250, 290), (200, 255),
    (165, 235), (165, 200), (230, 185), (265, 170), (320, 160), (320, 155), (245, 152), (220, 135),
    (195, 90), (155, 60),
  ]
  private static let orkney: [(Double, Double)] = [
    (315, 980), (385, 980), (390, 1070), (315, 1060),
  ]
  private static let shetland: [(Double, Double)] = [
    (385, 1065), (430, 1065), (480, 1130), (475, 1230), (385, 1220), (385, 1130),
  ]
  private static let scilly: [(Double, Double)] = [(75, 0), (105, 0), (105, 25), (75, 25)]

  private static let man: [(Double, Double)] = [(213, 463), (255, 463), (255, 508), (213, 508)]

  private static func shape(_ kilometres: [(Double, Double)]) -> MultiPolygon {
    let corners = kilometres.map { GridPoint(easting: $0.0 * 1000, northing: $0.1 * 1000) }
    return MultiPolygon([Polygon(Ring(corners))])
  }
}
