internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// What happened, as those who reported and those who work a case tell it: one line an occasion.
struct CaseDiary: Sendable {
  /// The most lines that are read of one case, and of each source.
  static let most = 300

  /// One time it happened.
  struct Line: Sendable {
    let occasion: Occasion
    /// The report it was told in; `nil` where somebody who works the case wrote it down.
    let report: Reference?
    let account: ID<Account>?
    /// Empty where the report itself tells it.
    let words: Sensitive<String>
  }

  /// The latest first.
  let lines: [Line]
  /// Whether there are more than are read.
  let hasMore: Bool

  init(of file: ID<CaseFile>, _ keyring: Keyring, _ read: Read) throws {
    let found =
      try Self.told(file, keyring, read) + CaseIncidents(keyring: keyring).of(file, read)
    let sorted = found.sorted { Self.order($1) < Self.order($0) }
    lines = Array(sorted.prefix(Self.most))
    hasMore = sorted.count > Self.most
  }

  /// How many of them were at night.
  var atNight: Int { lines.count { $0.occasion.isNight } }

  private static func order(_ line: Line) -> (String, Int) {
    (line.occasion.day, line.occasion.hour ?? -1)
  }

  private static func told(
    _ file: ID<CaseFile>, _ keyring: Keyring, _ read: Read
  ) throws -> [Line] {
    try read.all(toldQuery(file)) { row in
      let occasion = Occasion(
        day: try row.parsed(), hour: try row.optionalInt(), minutes: try row.optionalInt())
      let report: Reference = try row.parsed()
      let event: ID<ReportEvent>? = try row.optionalID()
      let words = try row.optionalBytes()
      return Line(
        occasion: occasion, report: report, account: nil,
        words: try event.flatMap { id in
          try words.map {
            try keyring.open($0, table: ReportSealing.events, row: id, column: "words")
          }
        } ?? Sensitive(""))
    }
  }

  static func toldQuery(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT o.day, o.hour, o.minutes, r.reference, e.id, e.words FROM report_decision d
    JOIN report r ON r.id = d.report JOIN report_occasion o ON o.report = r.id
    LEFT JOIN report_event e ON e.id = o.event
    WHERE d.case_file = \(file) AND r.state <> 'withdrawn'
    ORDER BY o.day DESC, o.id DESC LIMIT \(most + 1)
    """
  }
}
