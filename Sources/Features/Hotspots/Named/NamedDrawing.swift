internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Names a place of a kept map, which then is an area like any other.
struct NamedDrawing {
  let services: Services
  var account: ID<Account>?

  /// Draws a version of a named hotspot; one of the same name gets another version.
  func name(
    _ letter: String, of run: ID<HotspotRunTag>, as name: String
  ) throws -> Area {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { throw Refusal("name", "Enter the name people know the place by") }
    guard words.count <= 60 else {
      throw Refusal("name", "Use 60 characters or fewer: there are \(words.count)")
    }
    let area = try services.database.write { write -> Area in
      guard let kept = try RunStore.find(run, write) else { throw HotspotProblem.noRun }
      guard let spot = kept.map.hotspots.first(where: { $0.letter == letter }) else {
        throw Refusal("letter", "Choose an area of the map")
      }
      let now = services.clock.now()
      return try services.areas.draw(
        DrawnArea(
          kind: .hotspot, edition: London.day(now).month.year, name: words,
          shape: kept.map.shape(of: spot), account: account, at: now), services, write)
    }
    // The area stands whatever becomes of this: whoever counts by area goes on with it later.
    try? services.areas.changed(services)
    return area
  }
}
