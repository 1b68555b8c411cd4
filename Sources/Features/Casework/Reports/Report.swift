internal import Access
internal import Database
internal import Geography
internal import Kernel

/// A report as lists, clocks and links see it: nothing in it says who anybody is.
struct Report: Sendable {
  let id: ID<Report>
  let version: Int
  let reference: Reference
  let kind: ReportKind
  let channel: ReportChannel
  /// The organisation of whoever took it; `nil` where the reporter sent it.
  let organisation: ID<Organisation>?
  let takenBy: ID<Account>?
  let receivedAt: Instant
  let state: ReportState
  let identity: ReporterIdentity
  let place: ReportPlace?
  let course: ReportCourse?
  let priority: Priority
  /// The version of ``PriorityRule`` that gave it.
  let rule: Int
  /// When somebody is to begin; provisional until triage.
  let dueAt: Instant
  /// When its reporter is to hear at the latest that we have it; `nil` of reports from before there was the clock.
  let acknowledgeDue: Instant?
  /// When somebody told its reporter, or wrote it down while they spoke to them.
  let acknowledgedAt: Instant?
  /// Whether its words warn of something nobody has acted on yet.
  let isFlagged: Bool
  /// When it was flagged last.
  let flaggedAt: Instant?
  let clearedAt: Instant?
  let isDoubtful: Bool
}

/// Where a report's events happened: a place of the gazetteer.
struct ReportPlace: Codable, Equatable, Sendable {
  let key: String
  let name: String
  /// The code of its ward; `nil` where it lies in none.
  let ward: String?
  let easting: Int
  let northing: Int

  var point: GridPoint { GridPoint(easting: Double(easting), northing: Double(northing)) }
}

extension Report {
  static let columns: SQL = """
    r.id, r.version, r.reference, r.kind, r.channel, r.organisation, r.taken_by, r.received_at,
    r.state, r.identity, r.place_key, r.place_name, r.ward, r.easting, r.northing, r.course,
    r.priority, r.rule, r.due_at, r.acknowledge_due_at, r.acknowledged_at, r.is_flagged, r.flagged_at, r.cleared_at,
    r.is_doubtful
    """

  init(row: inout Row) throws {
    id = try row.id()
    version = try row.int()
    reference = try row.parsed()
    kind = ReportKind.of(try row.text())
    channel = try row.choice()
    organisation = try row.optionalID()
    takenBy = try row.optionalID()
    receivedAt = try row.parsed()
    state = try row.choice()
    identity = try row.choice()
    place = try ReportPlace(row: &row)
    course = try row.optionalChoice()
    priority = Priority(rawValue: try row.int()) ?? .first
    rule = try row.int()
    dueAt = try row.parsed()
    acknowledgeDue = try row.optionalParsed()
    acknowledgedAt = try row.optionalParsed()
    isFlagged = try row.bool()
    flaggedAt = try row.optionalParsed()
    clearedAt = try row.optionalParsed()
    isDoubtful = try row.bool()
  }
}

extension ReportPlace {
  /// Reads five columns; `nil` where the report has no place of the gazetteer.
  fileprivate init?(row: inout Row) throws {
    let key = try row.optionalText()
    let name = try row.optionalText()
    let ward = try row.optionalText()
    let easting = try row.optionalInt()
    let northing = try row.optionalInt()
    guard let key, let name, let easting, let northing else { return nil }
    self.init(key: key, name: name, ward: ward, easting: easting, northing: northing)
  }
}
