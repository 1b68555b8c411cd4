public import Access
public import Database
public import Design
public import HTTP
public import Kernel
public import Markup
public import Translation

/// One request from the public: nobody has signed in, or it does not matter who has.
///
/// It belongs to the thread that answers it.
public struct PublicVisit {
  /// The request.
  public let request: Request
  /// When it came.
  public let now: Instant
  /// What the layout of the page needs.
  public let frame: Frame
  /// What the handler may use.
  public let services: Services
  /// Whether the browser that sent it has signed in.
  public let isSignedIn: Bool
  /// The language the answer is read in; `nil` for English.
  public let language: Language?
  private let transaction: Read?

  /// A visit; Application makes it, with the transaction its page is read in where there is one.
  public init(
    request: Request, now: Instant, frame: Frame, services: Services, isSignedIn: Bool = false,
    language: Language? = nil, in transaction: Read? = nil
  ) {
    self.request = request
    self.now = now
    self.frame = frame
    self.services = services
    self.isSignedIn = isSignedIn
    self.language = language
    self.transaction = transaction
  }

  /// Reads as ``StaffVisit/read(_:)`` does.
  public func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    if let transaction { return try body(transaction) }
    return try services.database.read(body)
  }
}

/// One request from somebody who has signed in.
///
/// It belongs to the thread that answers it.
public struct StaffVisit {
  /// The request.
  public let request: Request
  /// Who has signed in.
  public let actor: Actor
  /// When it came.
  public let now: Instant
  /// What the layout of the page needs.
  public let frame: Frame
  /// What the handler may use.
  public let services: Services
  /// What is on record before the answer is sent.
  public let readings: Readings
  private let transaction: Read?

  /// A visit; Application makes it, with the transaction its page is read in where there is one.
  public init(
    request: Request, actor: Actor, now: Instant, frame: Frame, services: Services,
    readings: Readings = Readings(), in transaction: Read? = nil
  ) {
    self.request = request
    self.actor = actor
    self.now = now
    self.frame = frame
    self.services = services
    self.readings = readings
    self.transaction = transaction
  }

  /// Reads in one transaction.
  ///
  /// A page is read in the transaction that found its session, however often this is called: all
  /// of it shows one state. A posted form has no such transaction; each call is one of its own.
  public func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    if let transaction { return try body(transaction) }
    return try services.database.read(body)
  }

  /// Writes in one transaction; for posted forms, since a page that is being read cannot write.
  public func write<Result>(_ body: (Write) throws -> Result) throws -> Result {
    try services.database.write(body)
  }

  /// Answers with a page of the staff's layout.
  public func page(
    _ title: String, crumbs: [Crumb] = [], status: Int = 200,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    .html(Page(frame: frame, title: title, crumbs: crumbs, content: content), status: status)
  }

  /// Records in the audit trail that the person did something, with the change it belongs to.
  public func record(
    _ action: String, _ subject: String, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(actor: actor.account, action: action, subject: subject, detail: detail, at: now),
      in: write)
  }

  /// Has something kept for later pages that this one had to work out, before the answer is sent.
  public func keeps(_ writing: @escaping @Sendable (Write) throws -> Void) {
    readings.keep(writing)
  }

  /// Notes that the answer shows something; it is in the audit trail before the answer is sent.
  public func shows(_ action: String, _ subject: String, _ detail: [String: String] = [:]) {
    readings.note(
      AuditEvent(
        actor: actor.account, action: action, subject: subject, detail: detail, at: now))
  }
}
