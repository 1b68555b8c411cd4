/// What takes messages away: a mail server, GOV.UK Notify, or a stand-in of a test.
public struct Carrier: Sendable {
  /// What pages and logs call it, such as "the mail server".
  public let name: String
  /// The routes it serves.
  public let routes: Set<MessageRoute>
  /// Hands a message over and says what came of it; blocks for at most some thirty seconds.
  public let deliver: @Sendable (Envelope) -> Delivery
  /// Asks whether a message of a mark was taken before; `nil` where the carrier cannot be asked.
  public let recall: (@Sendable (_ mark: String, MessageRoute) -> Recall)?

  /// A carrier of its closures.
  public init(
    name: String, routes: Set<MessageRoute>,
    deliver: @escaping @Sendable (Envelope) -> Delivery,
    recall: (@Sendable (_ mark: String, MessageRoute) -> Recall)? = nil
  ) {
    self.name = name
    self.routes = routes
    self.deliver = deliver
    self.recall = recall
  }
}

/// What came of handing a message over; reasons are words for staff and hold nothing personal.
public enum Delivery: Sendable, Hashable {
  /// The carrier answers for it now.
  case accepted
  /// The carrier will not have it, now or later.
  case refused(String)
  /// It was certainly not taken; another try may succeed.
  case delayed(String)
  /// It may have been taken: the answer was lost.
  case unknown(String)
}

/// What a carrier says about a message it may have been handed before.
public enum Recall: Sendable, Hashable {
  /// It has it.
  case accepted
  /// It never had it.
  case unseen
  /// It gave no answer.
  case noAnswer
}
