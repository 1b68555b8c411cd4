internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Finds the ward of a point; the shapes of an edition are indexed once and kept until they change.
final class WardFinder: Sendable {
  private struct Kept: Sendable {
    let edition: AreaEdition
    let finder: AreaFinder
  }

  private let kept = Guarded<Kept?>(nil)

  /// The code of the ward of the latest edition; `nil` where the point lies in none.
  func ward(of point: GridPoint, _ areas: AreaDirectory, _ read: Read) throws -> String? {
    guard let edition = try areas.latest(.ward, read) else { return nil }
    if let kept = kept.withLock({ $0 }), kept.edition == edition {
      return kept.finder.area(of: point)?.code
    }
    let finder = try areas.finder(.ward, edition.year, read)
    kept.withLock { $0 = Kept(edition: edition, finder: finder) }
    return finder.area(of: point)?.code
  }
}
