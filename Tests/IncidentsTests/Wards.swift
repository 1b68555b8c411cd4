import Database
import Geography
import Kernel
import Partnership
import Testing

/// Wards, or areas of another kind, that a test changes as it goes.
final class Wards: Sendable {
  private let state = Guarded<(areas: [ShapedArea], stamp: Int)>(([], 0))
  private let people: [String: AreaPeople]
  private let kind: AreaKind

  init(people: [String: AreaPeople] = [:], kind: AreaKind = .ward) {
    (self.people, self.kind) = (people, kind)
  }

  func set(_ areas: [ShapedArea]) { state.withLock { $0 = (areas, $0.stamp + 1) } }

  var directory: AreaDirectory {
    AreaDirectory(
      editions: { _ in
        self.state.withLock { state in
          state.areas.isEmpty
            ? []
            : [
              AreaEdition(kind: self.kind, year: 2022, count: state.areas.count, stamp: state.stamp)
            ]
        }
      },
      areas: { _, _, _ in self.state.withLock { $0.areas.map(\.area) } },
      shapes: { _, _, _ in self.state.withLock(\.areas) },
      people: { _, _, _, _ in self.people }, changed: { _ in })
  }

  /// A square of four kilometres around a place.
  static func around(
    _ code: String, _ longitude: Double, _ latitude: Double, name: String? = nil,
    kind: AreaKind = .ward
  ) throws -> ShapedArea {
    let grid = try NationalGrid()
    let middle = try #require(
      grid.gridPoint(GeoPoint(latitude: latitude, longitude: longitude)))
    let box = BoundingBox(from: middle, to: middle).expanded(by: 2000)
    return ShapedArea(
      Area(id: ID(1), kind: kind, edition: 2022, code: code, name: name ?? code),
      MultiPolygon(box))
  }
}
