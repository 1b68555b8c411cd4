/// What is done about an application.
enum ReviewAct: String, CaseIterable, Sendable {
  case acknowledge
  case complaint
  case drop
  case decide
  /// What the victim wishes.
  case wishes
  /// What a body did about it.
  case account
  case panel
  case recommend
  case answer
  case outcome
  case appeal
}
