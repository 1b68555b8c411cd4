public import Access
public import Database
public import Design
public import HTTP
public import Kernel
public import Markup

/// One request from the public: nobody has signed in, or it does not matter who has.
public struct PublicVisit: Sendable {
  /// The request.
  public let request: Request
  /// When it came.
  public let now: Instant
  /// What the layout of the page needs.
  public let frame: Frame
  /// What the handler may use.
  public let services: Services

  /// A visit; Application makes it.
  public init(request: Request, now: Instant, frame: Frame, services: Services) {
    self.request = request
    self.now = now
    self.frame = frame
    self.services = services
  }
}

/// One request from somebody who has signed in.
public struct StaffVisit: Sendable {
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

  /// A visit; Application makes it.
  public init(request: Request, actor: Actor, now: Instant, frame: Frame, services: Services) {
    self.request = request
    self.actor = actor
    self.now = now
    self.frame = frame
    self.services = services
  }

  /// Reads in one transaction.
  public func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    try services.database.read(body)
  }

  /// Writes in one transaction.
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
}
