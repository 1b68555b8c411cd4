internal import Commands
internal import Documents
internal import Partnership

/// A CSV file of events with a place in metres and a day each.
struct EventFile {
  let path: String
  /// Headings of columns, where they are named.
  let names: [EventColumn: String]
  let order: DateOrder?

  /// Reads the events; throws ``InputRefused`` for a file a near-repeat test cannot be done of.
  func read() throws -> DatedEvents {
    var rows = EventRows(file: path, names: names, order: order)
    var reader = CSVReader()
    do {
      try FileBytes.read(path) { piece in try reader.read(piece) { try rows.take($0) } }
      try reader.finish { try rows.take($0) }
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: path, line: problem.line, column: problem.column, reason: problem.reason)
    } catch let problem as FileProblem {
      throw UsageError("FILE: \(problem.message)", argument: "FILE")
    }
    let events = try rows.finished()
    guard events.count >= NearRepeatFinding.fewest else {
      throw refused(
        "it holds \(events.count) events; a near-repeat test needs \(NearRepeatFinding.fewest).")
    }
    guard !events.areMonths else {
      throw refused("every day is the first of its month. \(Self.months)")
    }
    guard !events.areDegrees else { throw refused(Self.degrees) }
    return events
  }

  private func refused(_ reason: String) -> InputRefused {
    InputRefused(file: path, reason: reason)
  }

  /// Why a file of months is refused.
  static let months = reason(SourcePrecision(place: .exact, time: .month)) ?? ""
  /// Why a file of longitudes and latitudes is.
  static let degrees = "the places are degrees. A near-repeat test needs metres."

  /// Why a source of some precision is refused, by the rule of all analyses.
  static func reason(_ precision: SourcePrecision) -> String? {
    precision.refusal(of: .nearRepeat).map { "\($0), so no near-repeat test is done." }
  }
}
