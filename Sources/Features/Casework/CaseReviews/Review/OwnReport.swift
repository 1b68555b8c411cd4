internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// A report that may be the applicant's own, to be entered as a complaint.
struct OwnReport: Sendable {
  /// What makes it look like one of theirs.
  enum Sign: Sendable {
    /// The application gives its reference.
    case named
    /// It was reported with the telephone number or the email address of the application.
    case contact(ContactToken.Kind)

    var words: String {
      switch self {
      case .named: "Its reference is given"
      case .contact(.email): "The same email address"
      case .contact: "The same telephone number"
      }
    }
  }

  let reference: Reference
  let kind: ReportKind
  /// The organisation of whoever took it; `nil` where the reporter sent it.
  let organisation: ID<Organisation>?
  let reported: Day
  /// The last day its reporter said it happened on; `nil` where none was told.
  let behaviour: Day?
  let sign: Sign

  /// The most that are listed.
  static let most = 50
  /// How far back from the application reports are looked for: twice the months of the law.
  private static let daysBack = 366

  /// The reports an application may be about, the latest first, each once.
  static func all(
    of request: CaseReviewRequest, applied: Day, _ keyring: Keyring, _ read: Read
  ) throws -> [OwnReport] {
    let given = references(in: "\(request.references) \(request.story)")
    let tokens = [ContactToken.phone(request.phone), .email(request.email)].filter {
      !$0.text.reveal(for: "look-up").isEmpty
    }
    var found: [OwnReport] = []
    if !given.isEmpty { found += try read.all(named(given)) { row in try Self(&row) } }
    if !tokens.isEmpty {
      let days = applied.adding(days: -daysBack)...applied
      let hashes = tokens.flatMap { $0.hashes(keyring) }
      found += try read.all(told(by: hashes, days)) { row in try Self(&row) }
    }
    var seen: Set<Reference> = []
    return found.filter { seen.insert($0.reference).inserted }.sorted { $0.reported > $1.reported }
  }

  /// What is written in our own way, whatever stands around it: "TM-7K42-0931", "tm 7k42 0931".
  static func references(in text: String) -> [Reference] {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "\u{2013}" }
    var found: [Reference] = []
    for first in words.indices {
      for last in first..<min(first + 3, words.endIndex) {
        if let reference = Reference(words[first...last].joined()), !found.contains(reference) {
          found.append(reference)
        }
      }
    }
    return Array(found.prefix(most))
  }

  private static let columns: SQL = """
    r.reference, r.kind, r.organisation, r.received_at,
      (SELECT MAX(o.day) FROM report_occasion o WHERE o.report = r.id)
    """

  static func named(_ references: [Reference]) -> SQL {
    """
    SELECT \(columns), NULL FROM report r
    WHERE r.reference IN (\(list: references.map(\.description)))
    """
  }

  static func told(by hashes: [[UInt8]], _ days: ClosedRange<Day>) -> SQL {
    """
    SELECT \(columns), t.kind FROM report_token t JOIN report r ON r.id = t.report
    WHERE t.token IN (\(list: hashes)) AND t.kind <> 'vehicle'
      AND r.received_at >= \(London.start(of: days.lowerBound))
      AND r.received_at < \(London.start(of: days.upperBound.adding(days: 1)))
    ORDER BY r.received_at DESC, r.id DESC LIMIT \(most)
    """
  }

  private init(_ row: inout Row) throws {
    reference = try row.parsed()
    kind = ReportKind.of(try row.text())
    organisation = try row.optionalID()
    reported = London.day(try row.parsed())
    let last: Day? = try row.optionalParsed()
    behaviour = last.map { [reported] in min($0, reported) }
    let contact: ContactToken.Kind? = try row.optionalChoice()
    sign = contact.map(Sign.contact) ?? .named
  }
}

extension ComplaintBody {
  /// The body a complaint was made to whose people took it down.
  init(_ kind: AgencyKind?) {
    switch kind {
    case nil, .council: self = .council
    case .police: self = .police
    case .housing: self = .landlord
    case .health: self = .health
    case .probation, .fire, .voluntary: self = .other
    }
  }
}
