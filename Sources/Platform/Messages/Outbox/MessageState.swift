/// Where a message is in its life.
public enum MessageState: String, Sendable, CaseIterable {
  /// Somebody has to look at it before it goes.
  case held
  /// It will be tried when it is due.
  case waiting
  /// It is being handed over.
  case sending
  /// A carrier took it.
  case sent
  /// It may have been sent: the program or the line broke off. Nothing sends it again by itself.
  case uncertain
  /// The carrier refused it, or every try failed.
  case failed
  /// No carrier may or can take it: somebody has to print it, call, or leave it.
  case byHand = "by-hand"
  /// Somebody did it by hand.
  case done
  /// Somebody decided against it.
  case cancelled

  /// The state in words.
  public var title: String {
    switch self {
    case .held: "Held"
    case .waiting: "Waiting"
    case .sending: "Being sent"
    case .sent: "Sent"
    case .uncertain: "May have been sent"
    case .failed: "Not sent"
    case .byHand: "To do by hand"
    case .done: "Done by hand"
    case .cancelled: "Cancelled"
    }
  }

  /// The states in which somebody has something to do.
  public static let needsSomebody: [MessageState] = [.held, .uncertain, .failed, .byHand]
}
