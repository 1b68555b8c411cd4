internal import Database
internal import Kernel
internal import Partnership

/// Reads what a map is drawn from, in one transaction.
struct HotspotReader {
  let services: Services

  /// The source of a key; the first where none is asked for.
  func source(_ key: String?, _ read: Read) throws -> EventSource? {
    try services.events(read).first { key == nil || $0.key == key }
  }

  /// The parameters where none were chosen, and the months there are; `nil` without events.
  func usual(_ source: EventSource, _ read: Read) throws -> (HotspotParameters, ClosedRange<Month>)?
  {
    try source.months(read).map { months in
      (HotspotParameters(source, latest: months.upperBound), months)
    }
  }

  /// A map.
  func map(_ parameters: HotspotParameters, _ source: EventSource, _ read: Read) throws
    -> HotspotMap
  {
    let first = min(
      parameters.before.lowerBound, TrackRecord.reach(back: parameters.months.upperBound))
    var spots: [EventSpot] = []
    let query = EventQuery(
      months: first...parameters.months.upperBound, category: parameters.category)
    _ = try source.each(query, read) { spots.append($0) }
    let own = EventQuery(months: parameters.months, category: parameters.category)
    let gaps = try source.gaps(own, read)
    let events = HotspotEvents(spots: spots, unlocated: gaps.unlocated, missing: gaps.missing)
    return try HotspotMap(parameters, events, in: try area(read))
  }

  /// The land: the latest boroughs and wards there are.
  func area(_ read: Read) throws -> StudyArea {
    StudyArea(boroughs: try latest(.borough, read), wards: try latest(.ward, read))
  }

  private func latest(_ kind: AreaKind, _ read: Read) throws -> [ShapedArea] {
    guard let edition = try services.areas.latest(kind, read) else { return [] }
    return try services.areas.shapes(kind, edition.year, read)
  }
}
