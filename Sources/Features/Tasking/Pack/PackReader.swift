internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Puts together what a meeting has before it.
struct PackReader {
  let services: Services

  private static let mostMaps = 12

  /// The stretch of a source that a meeting looks at: the last whole one before its week or month,
  /// or the latest there is where the source is behind; `nil` where it has none.
  func period(of source: EventSource, for meeting: Meeting, _ read: Read) throws -> CountPeriod? {
    let reader = ExceptionReader(services: services)
    guard let periods = try reader.periods(of: source, read) else { return nil }
    let before = CountPeriod(meeting.day, periods.upperBound.step).adding(-1)
    let period = min(before, periods.upperBound)
    return period >= periods.lowerBound ? period : nil
  }

  /// Whether every source was tested for the meeting.
  func isPrepared(_ meeting: Meeting, _ read: Read) throws -> Bool {
    try services.events(read).allSatisfy { source in
      guard let period = try period(of: source, for: meeting, read) else { return true }
      return try ReportStore.latest(source.key, period, read) != nil
    }
  }

  /// The pack as it is now.
  func pack(_ meeting: Meeting, on today: Day, _ read: Read) throws -> Pack {
    var sources: [Pack.Source] = []
    var exceptions: [Pack.Exceptions] = []
    var untested: [String] = []
    for source in try services.events(read) {
      guard let last = try source.lastDay(read) else { continue }
      sources.append(
        Pack.Source(
          key: source.key, title: source.title, lastDay: min(last, meeting.day).description,
          isBackground: last < meeting.oldest))
      guard let period = try period(of: source, for: meeting, read) else { continue }
      if let kept = try ReportStore.latest(source.key, period, read) {
        exceptions.append(Pack.Exceptions(report: kept.id.rawValue, found: kept.report))
      } else {
        untested.append(source.key)
      }
    }
    let store = VehicleStore(keyring: services.keyring)
    return Pack(
      version: Pack.version, week: meeting.week.description, day: meeting.day.description,
      sources: sources,
      carried: actions(try MeetingReader(services: services).carried(meeting, read)),
      maps: try services.hotspots.latest(Self.mostMaps, read).map(Pack.Map.init),
      exceptions: exceptions, untested: untested,
      decided: actions(try ActionStore.all(of: meeting.id, read)),
      vehicles: try store.current(on: today, read).filter(\.isInForce).map(\.id.rawValue))
  }

  private func actions(_ actions: [TaskedAction]) -> [Pack.Action] {
    actions.map { Pack.Action(id: $0.id.rawValue, content: $0.content) }
  }

  /// Tests every source for a meeting, each in a transaction of its own; the reports.
  func reports(for meeting: Meeting) throws -> [ExceptionReport] {
    let reader = ExceptionReader(services: services)
    let keys = try services.database.read { read in try services.events(read).map(\.key) }
    return try keys.compactMap { key in
      try services.database.read { read in
        guard let source = try reader.source(key, read),
          let period = try period(of: source, for: meeting, read)
        else { return nil }
        return try reader.report(source, period, read)
      }
    }
  }
}
