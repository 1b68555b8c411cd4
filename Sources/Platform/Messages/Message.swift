public import Kernel

/// A message to be sent: to whom, how, and its words.
public struct Message: Sendable {
  /// The way it goes.
  public let route: MessageRoute
  /// Where to: a mailbox, a phone number, or name and address on lines of their own.
  public let address: Sensitive<String>
  /// What anybody who sees the envelope may read.
  public let subject: String
  /// Its words, plain text.
  public let body: Sensitive<String>
  /// What it is about, for its feature to find it again, such as `account/12`: nothing personal.
  public let topic: String
  /// The wording it was written by.
  public let template: MessageTemplate
  /// How the person may be reached.
  public let contact: SafeContact
  /// Why it waits until somebody has looked at it; `nil` where it does not.
  public let held: String?

  /// A message written by a template.
  ///
  /// - Parameters:
  ///   - template: the wording.
  ///   - fields: what stands in its fields.
  ///   - route: the way it goes.
  ///   - address: where to.
  ///   - topic: what it is about, without personal data.
  ///   - contact: how the person may be reached.
  ///   - held: why it waits for somebody, in words for staff; `nil` where it does not.
  /// - Throws: ``TemplateProblem``.
  public init(
    _ template: MessageTemplate, _ fields: [String: MessageTemplate.Field], by route: MessageRoute,
    to address: Sensitive<String>, about topic: String, contact: SafeContact = .anyWay,
    held: String? = nil
  ) throws(TemplateProblem) {
    (subject, body) = try template.filled(fields)
    self.template = template
    self.route = route
    self.address = address
    self.topic = topic
    self.contact = contact
    self.held = held
  }
}

/// A message as a carrier is handed it.
public struct Envelope: Sendable {
  /// Random letters the message is known by at the carrier's, the same at each try.
  public let mark: String
  /// The way it goes.
  public let route: MessageRoute
  /// Where to.
  public let address: Sensitive<String>
  /// What anybody may read.
  public let subject: String
  /// Its words.
  public let body: Sensitive<String>
  /// When it is handed over.
  public let at: Instant

  /// A message as a carrier is handed it.
  public init(
    mark: String, route: MessageRoute, address: Sensitive<String>, subject: String,
    body: Sensitive<String>, at: Instant
  ) {
    self.mark = mark
    self.route = route
    self.address = address
    self.subject = subject
    self.body = body
    self.at = at
  }
}
