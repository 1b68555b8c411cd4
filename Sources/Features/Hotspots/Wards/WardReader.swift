internal import Database
internal import Kernel
internal import Partnership

/// Reads the wards and counts their incidents, in one transaction.
struct WardReader {
  let services: Services

  /// The months counted where none were chosen: the latest twelve.
  static func usual(_ question: HotspotQuestion) -> ClosedRange<Month> {
    question.span.upperBound.adding(months: -11)...question.span.upperBound
  }

  func table(
    _ question: HotspotQuestion, _ months: ClosedRange<Month>, _ category: String?, _ read: Read
  ) throws -> WardTable {
    let query = EventQuery(months: months, category: category)
    let shapes = try shapes(read)
    let edition = shapes.first?.area.edition
    let people = try edition.map {
      try services.areas.people(.ward, $0, months.upperBound.year, read)
    }
    return WardTable(
      months: months, category: category, edition: edition,
      scale: try HarmStore.current(on: services.clock.today, read),
      counts: WardCounts(
        try HotspotReader.spots(question.source, months, category, read), in: shapes),
      people: people ?? [:],
      gaps: try question.source.gaps(query, read))
  }

  /// The latest wards there are.
  func shapes(_ read: Read) throws -> [ShapedArea] {
    guard let edition = try services.areas.latest(.ward, read) else { return [] }
    return try services.areas.shapes(.ward, edition.year, read)
  }
}
