internal import Geography
internal import Kernel

/// Reads where an event happened, in tenths of a metre.
struct PointDecoder: Sendable {
  private let mapping: Mapping
  private let way: CoordinateWay
  private let isDegrees: Bool

  init(_ mapping: Mapping, _ system: (String) throws -> ReferenceSystem) throws {
    self.mapping = mapping
    let source = try system(mapping.system)
    way = try CoordinateWay(from: source, to: try system(mapping.plane))
    isDegrees = source.isDegrees
  }

  /// The place of a row; `nil` where its columns are empty or both nought.
  func place(
    _ row: some ExtractRow, _ places: ColumnPlaces
  ) throws(ExtractRefusal) -> ExtractEvent.Place? {
    let (x, y) = (
      try number(row, places, .x), try number(row, places, .y)
    )
    switch (x, y) {
    case (nil, nil), (0, 0): return nil
    case (nil, _): throw ExtractRefusal(.halfPlace(column: places.heading(.x)))
    case (_, nil): throw ExtractRefusal(.halfPlace(column: places.heading(.y)))
    case (let x?, let y?):
      let point = try checked(x, y)
      return ExtractEvent.Place(
        x: Int((point.easting * 10).rounded()), y: Int((point.northing * 10).rounded()))
    }
  }

  private func number(
    _ row: some ExtractRow, _ places: ColumnPlaces, _ role: Mapping.Role
  ) throws(ExtractRefusal) -> Double? {
    guard let place = places[role].first else { return nil }
    let text = row.trimmed(place)
    if text.isEmpty { return nil }
    let isPlain =
      text.count <= 32
      && text.allSatisfy { $0 == 0x2B || (0x2D...0x39).contains($0) || $0 | 0x20 == 0x65 }
    guard isPlain, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      throw ExtractRefusal(.number(column: places.headings[place]))
    }
    return value
  }

  private func checked(_ x: Double, _ y: Double) throws(ExtractRefusal) -> GridPoint {
    let couldBeDegrees = abs(x) <= 180 && abs(y) <= 180
    if isDegrees, !couldBeDegrees { throw ExtractRefusal(.metresAsDegrees) }
    if !isDegrees, couldBeDegrees { throw ExtractRefusal(.degreesAsMetres) }
    guard let point = way.point(x: x, y: y), abs(point.easting) < 1e8, abs(point.northing) < 1e8
    else { throw fault(x, y, "no place of its system") }
    guard mapping.isOnGrid else { return point }
    if mapping.mayLieAtSea {
      guard Self.waters.contains(point) else { throw fault(x, y, "a place off Great Britain") }
      return point
    }
    if let sea = Waters.name(at: point) { throw fault(x, y, sea) }
    return point
  }

  /// What is wrong with a place that lies elsewhere: it may be that its columns are exchanged.
  private func fault(_ x: Double, _ y: Double, _ place: String) -> ExtractRefusal {
    let turned = mapping.isOnGrid ? way.point(x: y, y: x) : nil
    let isSwapped = turned.map { Waters.name(at: $0) == nil } ?? false
    return ExtractRefusal(isSwapped ? .swapped(place) : .off(place))
  }

  /// The grid with the sea around it.
  private static let waters = BoundingBox(
    from: GridPoint(easting: -50_000, northing: -50_000),
    to: GridPoint(easting: 750_000, northing: 1_300_000))
}
