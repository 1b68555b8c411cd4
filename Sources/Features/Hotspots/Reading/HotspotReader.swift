internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Reads what a map is drawn from, in one transaction.
struct HotspotReader {
  let services: Services

  /// Everything a map is drawn from; drawing it needs no transaction.
  struct Drawing: Sendable {
    let parameters: HotspotParameters
    let source: EventSource
    let events: HotspotEvents
    let area: StudyArea
    let harm: HarmScale?

    /// Crimes and other incidents apart, of a map of every kind.
    var split: KindSplit? {
      guard parameters.category == nil else { return nil }
      return KindSplit(events.spots(in: parameters.months), of: source)
    }

    func map(progress: (Int, Int) throws -> Void = { _, _ in }) throws -> HotspotMap {
      try HotspotMap(
        parameters, events, in: area, precision: source.precision, harm: harm, progress: progress)
    }
  }

  /// The source of a key; the first where none is asked for.
  func source(_ key: String?, _ read: Read) throws -> EventSource? {
    try services.events(read).first { key == nil || $0.key == key }
  }

  /// What there is to ask of a source; `nil` where it has no events.
  func question(_ source: EventSource, _ read: Read) throws -> HotspotQuestion? {
    guard let span = try source.months(read) else { return nil }
    var usual = HotspotParameters(source, latest: span.upperBound)
    usual.harm = try HarmStore.current(on: services.clock.today, read).title
    return HotspotQuestion(
      sources: try services.events(read), source: source,
      categories: try source.categories(read), span: span, usual: usual)
  }

  /// Whether drawing takes so long that it is left to the background.
  func isSlow(_ parameters: HotspotParameters, _ read: Read) throws -> Bool {
    guard parameters.method == .gi else { return false }
    let land = try area(read).boroughs.reduce(0) { $0 + $1.shape.area }
    return land / (parameters.cell * parameters.cell) > Self.mostCellsAtOnce
  }

  /// Squares up to which a test is drawn while the page waits.
  private static let mostCellsAtOnce = 4_000.0

  /// A map.
  func map(_ parameters: HotspotParameters, _ source: EventSource, _ read: Read) throws
    -> HotspotMap
  { try drawing(parameters, source, read).map() }

  /// The events of a source in some months, of one kind or all.
  static func spots(
    _ source: EventSource, _ months: ClosedRange<Month>, _ category: String?, _ read: Read
  ) throws -> [EventSpot] {
    var spots: [EventSpot] = []
    try source.each(EventQuery(months: months, category: category), read) { spots.append($0) }
    return spots
  }

  /// What a map is drawn from, over the latest land where none is given.
  func drawing(
    _ parameters: HotspotParameters, _ source: EventSource, over area: StudyArea? = nil,
    _ read: Read
  ) throws -> Drawing {
    let spots = try Self.spots(
      source, parameters.earliest...parameters.months.upperBound, parameters.category, read)
    let own = EventQuery(months: parameters.months, category: parameters.category)
    let gaps = try source.gaps(own, read)
    return Drawing(
      parameters: parameters, source: source,
      events: HotspotEvents(spots: spots, unlocated: gaps.unlocated, missing: gaps.missing),
      area: try area ?? self.area(read),
      harm: try parameters.harm.flatMap { try HarmStore.find($0, read) })
  }

  /// The land: the latest boroughs and wards there are.
  func area(_ read: Read) throws -> StudyArea {
    StudyArea(boroughs: try latest(.borough, read), wards: try latest(.ward, read))
  }

  /// The land a kept map was drawn over; without lines that were taken away since.
  func area(of editions: StudyArea.Editions, _ read: Read) throws -> StudyArea {
    func shapes(_ kind: AreaKind, _ year: Int?) throws -> [ShapedArea] {
      try year.map { try services.areas.shapes(kind, $0, read) } ?? []
    }
    return StudyArea(
      boroughs: try shapes(.borough, editions.boroughs), wards: try shapes(.ward, editions.wards))
  }

  private func latest(_ kind: AreaKind, _ read: Read) throws -> [ShapedArea] {
    guard let edition = try services.areas.latest(kind, read) else { return [] }
    return try services.areas.shapes(kind, edition.year, read)
  }
}
